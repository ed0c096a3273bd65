/* The search box, in the header of every page. The engine and the index are loaded when the box is first used. */
(function () {
  "use strict";
  const language = document.documentElement.lang.slice(0, 2), french = language === "fr";
  const words = french ? {
    search: "Rechercher", site: "Dans tout le site", title: "Recherche", close: "Fermer la recherche", none: "Aucun résultat", one: "1 résultat", many: " résultats", over: "Plus de ", near: " Aucune page n’a tous les mots\u00a0: voici les plus proches.",
    guessed: (typed) => ` ${typed.map((one) => `«\u00a0${one}\u00a0»`).join(", ")} ne s’y trouve${typed.length > 1 ? "nt" : ""} pas\u00a0: cherché au plus près.`, free: "Chercher sans les filtres", ways: "Vérifiez l’orthographe, tapez moins de mots ou le début d’un mot. Vous pouvez aussi parcourir\u00a0:",
    show: "Afficher plus de résultats", fault: "L’index de recherche n’a pas pu être chargé.", help: "Tapez un ou plusieurs mots, puis descendez dans les résultats avec la flèche bas.",
    kind: "Nature", year: "Année", theme: "Thème", every: { kind: "Toutes les natures", year: "Toutes les années", theme: "Tous les thèmes" },
    kinds: { event: "Événement", sequence: "Séquence", slide: "Diapositive", transcript: "Transcription", sheet: "Fiche", tool: "Outil", question: "Question", publication: "Publication", video: "Vidéo", person: "Intervenant", glossary: "Glossaire", page: "Page" },
  } : {
    search: "Search", site: "The whole site", title: "Search", close: "Close the search", none: "No result", one: "1 result", many: " results", over: "More than ", near: " No page has all the words: these come closest.",
    guessed: (typed) => ` ${typed.map((one) => `“${one}”`).join(", ")} ${typed.length > 1 ? "stand" : "stands"} nowhere: searched for the nearest.`, free: "Search without the filters", ways: "Check the spelling, type fewer words or the beginning of one. You may also go through:",
    show: "Show more results", fault: "The search index could not be loaded.", help: "Type one or more words, then go down into the results with the down arrow.",
    kind: "Kind", year: "Year", theme: "Topic", every: { kind: "All kinds", year: "All years", theme: "All topics" },
    kinds: { event: "Event", sequence: "Sequence", slide: "Slide", transcript: "Transcript", sheet: "Sheet", tool: "Tool", question: "Question", publication: "Publication", video: "Video", person: "Speaker", glossary: "Glossary", page: "Page" },
  };
  const STEP = 10, SOON = 3; // so many results at a time; so many at once, so that a slow line need not bring all before any is read
  const MARK = "trouve", MARKED = 8;
  const bar = document.querySelector(".md-header__inner"), own = document.querySelector('script[src*="style/search.js"]');
  if (!bar || !own) return;
  const base = own.src.replace(/style\/search\.js.*$/, "");

  function make(tag, attributes, ...inside) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
    made.append(...inside);
    return made;
  }
  const field = make("input", { type: "search", id: "d-search-field", placeholder: words.search, "aria-label": words.search, "aria-describedby": "d-search-help", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
  const opener = make("button", { type: "button", class: "d-search-open md-header__button md-icon", "aria-label": words.search });
  opener.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9.5 3A6.5 6.5 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.516 6.516 0 0 1 9.5 16a6.5 6.5 0 0 1 0-13m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5"/></svg>';
  const closer = make("button", { type: "button", class: "d-search-close", "aria-label": words.close }, "×");
  const help = make("p", { id: "d-search-help", class: "d-unseen" }, words.help);
  const count = make("p", { role: "status", class: "d-search-told" });
  const choices = make("div", { class: "d-filters" });
  const list = make("ol", { class: "d-found" });
  const further = make("button", { type: "button", class: "d-further", hidden: "" }, words.show);
  const nothing = make("div", { class: "d-nothing", hidden: "" });
  const panel = make("div", { id: "d-search-panel", class: "d-results", role: "region", "aria-label": words.title, hidden: "" }, count, choices, list, further, nothing);
  const box = make("div", { class: "d-search", role: "search", "aria-label": words.site }, field, closer, help, panel);
  bar.append(opener, box);
  const selects = {};

  let engine = null, turns = 0, result = null, shown = 0;
  function script(path) {
    return new Promise((resolve, reject) => {
      const tag = make("script", { src: base + path });
      tag.addEventListener("load", resolve);
      tag.addEventListener("error", reject);
      document.head.append(tag);
    });
  }
  function ready() {
    if (!engine) {
      let manifest;
      window.derouleSearch = (...told) => { manifest = told; };
      engine = Promise.all([script("style/search-engine.js"), script("search/manifest.js")]).then(() => {
        offer(window.derouleEngine.open(base, manifest));
        return window.derouleEngine;
      });
      engine.catch(() => { count.textContent = words.fault; engine = null; });
    }
    return engine;
  }
  function offer(manifest) {
    for (const sort of ["kind", "year", "theme"]) {
      const names = manifest.filters.filter((one) => one[0] === sort).map((one) => one[1]);
      if (names.length < 2) continue;
      const select = (selects[sort] = make("select", { "aria-label": words[sort] }, make("option", { value: "" }, words.every[sort])));
      names.forEach((name) => select.append(make("option", { value: name }, sort === "kind" ? words.kinds[name] || name : name)));
      select.addEventListener("change", search);
      choices.append(select);
    }
  }
  function opened(is) {
    panel.hidden = !is;
  }
  let pending = Promise.resolve();
  const search = () => (pending = find());
  async function find() {
    const text = field.value, turn = ++turns;
    if (!text.trim()) { opened(false); list.replaceChildren(); count.textContent = ""; return; }
    try {
      const found = await ready();
      const filters = Object.fromEntries(Object.entries(selects).map(([sort, select]) => [sort, select.value]));
      let told = await found.find(text, filters);
      const first = await told.take(0, SOON);
      if (turn !== turns) return;
      begin(told, first);
      if (told.whole) told = await told.whole();
      if (turn !== turns) return;
      result = told;
      count.textContent = summary(told);
      list.dataset.query = text;
      const rest = await told.take(SOON, STEP);
      if (turn === turns) add(rest);
    } catch (fault) {
      if (turn !== turns) return;
      if (fault.newer && result) { search(); return; } // the site was published anew between the first results and the rest
      count.textContent = words.fault;
      opened(true);
    }
  }
  /* Shows the first results; how many there are in all may not be known yet. */
  function begin(told, first) {
    result = told;
    shown = 0;
    list.replaceChildren();
    nothing.replaceChildren(...(told.count ? [] : advice()));
    nothing.hidden = told.count > 0;
    count.textContent = told.whole ? "…" : summary(told);
    add(first);
    further.hidden = true; // the rest of these comes by itself
    opened(true);
  }
  function summary(told) {
    const number = told.count === 0 ? words.none : told.count === 1 ? words.one : `${told.more ? words.over : ""}${told.count}${words.many}`;
    const guessed = told.count && told.guessed.length ? words.guessed(told.guessed) : "";
    return `${number}.${guessed}${told.count && !told.all ? words.near : ""}`;
  }
  /* What may help when nothing is found: the filters taken off, and the ways in that the site itself shows. */
  function advice() {
    const told = [];
    if (Object.values(selects).some((select) => select.value)) {
      const free = make("button", { type: "button" }, words.free);
      free.addEventListener("click", () => { Object.values(selects).forEach((select) => { select.value = ""; }); field.focus(); search(); });
      told.push(free);
    }
    const ways = [...document.querySelectorAll(".md-tabs__link[href], .md-nav--primary > .md-nav__list > .md-nav__item > .md-nav__link[href]")];
    const seen = new Map(ways.filter((way) => new URL(way.href).pathname !== location.pathname).map((way) => [way.href, way.textContent.trim()]));
    if (seen.size) told.push(make("p", {}, words.ways), make("ul", {}, ...[...seen].map(([href, name]) => make("li", {}, make("a", { href }, name)))));
    return told;
  }
  /* The address of a result, with the words to be marked where it leads. */
  function leading(address) {
    const [page, anchor] = address.split("#"), marked = [...new Set(result.words)].slice(0, MARKED).join(".");
    return `${base}${page}?${MARK}=${marked}${anchor ? `#${anchor}` : ""}`;
  }
  function add(entries) {
    for (const one of entries) {
      const text = make("p", {});
      for (const [said, searched] of window.derouleEngine.excerpt(one.text, result.words)) text.append(searched ? make("mark", {}, said) : said);
      const kind = words.kinds[one.kind], place = [one.page === kind ? "" : one.page, one.year].filter(Boolean).map((told) => ` · ${told}`);
      list.append(make("li", one.language && one.language !== language ? { lang: one.language } : {}, make("a", { href: leading(one.address) }, one.heading), make("span", { class: "d-kind-of" }, make("b", { lang: language }, kind), ...place), text));
    }
    shown += entries.length;
    further.hidden = shown >= result.count;
  }
  further.addEventListener("click", async () => {
    const last = list.lastElementChild;
    add(await result.take(shown, shown + STEP));
    last.nextElementSibling?.querySelector("a").focus();
  });
  field.addEventListener("focus", ready);
  field.addEventListener("input", search);
  opener.addEventListener("click", () => { box.classList.add("d-search--open"); field.focus(); });
  closer.addEventListener("click", () => { box.classList.remove("d-search--open"); field.value = ""; search(); opener.focus(); });
  box.addEventListener("keydown", (event) => {
    const stops = [field, ...list.querySelectorAll("a"), ...(further.hidden ? [] : [further])], at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") {
      if (panel.hidden) { box.classList.remove("d-search--open"); opener.focus(); } else { field.focus(); opened(false); }
      event.stopPropagation();
    }
    const next = { ArrowDown: stops[at + 1], ArrowUp: stops[at - 1] }[event.key];
    if (at >= 0 && next) { next.focus(); event.preventDefault(); }
    if (event.key === "Enter" && event.target === field) pending.then(() => { if (!panel.hidden) list.querySelector("a")?.click(); });
  });
  box.addEventListener("focusout", (event) => { // a panel left open would hide what has the focus behind it
    if (event.relatedTarget && !box.contains(event.relatedTarget)) opened(false);
  });
  field.addEventListener("focus", () => { if (field.value.trim() && list.dataset.query === field.value) opened(true); });
  box.addEventListener("click", (event) => {
    if (event.target.closest(".d-found a")) { opened(false); box.classList.remove("d-search--open"); }
  });
  document.addEventListener("click", (event) => { const way = event.composedPath(); if (!way.includes(box) && !way.includes(opener)) { opened(false); box.classList.remove("d-search--open"); } });
  document.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); box.classList.add("d-search--open"); field.focus(); }
  });
  /* Where a result has led to: the words searched for are marked, and the first passage that has one is unfolded. */
  async function mark(found) {
    const article = document.querySelector("article.md-content__inner");
    if (!article) return;
    const engine = await ready(), texts = [], target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, svg, button, select, .d-unseen")) texts.push(walker.currentNode);
    const marks = [];
    for (const text of texts) {
      for (const [from, to] of engine.hits(text.data, found).reverse()) {
        const range = document.createRange(), hit = make("mark", { class: "d-hit" });
        range.setStart(text, from);
        range.setEnd(text, to);
        range.surroundContents(hit);
        marks.push(hit);
      }
    }
    const after = (hit) => !target || target.contains(hit) || target.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING;
    const first = marks.filter(after).sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
    for (let fold = first?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    if (target) target.scrollIntoView();
  }
  const asked = new URLSearchParams(location.search), query = asked.get("q"), marked = asked.get(MARK);
  if (query) { field.value = query; box.classList.add("d-search--open"); field.focus(); search(); }
  if (marked) {
    history.replaceState(history.state, "", location.pathname + location.hash); // a copied address is the page's own
    mark(marked.split("."));
  }
})();
