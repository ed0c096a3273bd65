// The preview in the browser: takes in what changed, shows what is wrong, and the slides beside.
"use strict";
(() => {
  const desk = document.documentElement.hasAttribute("data-deroule-desk");
  const state = { words: {}, findings: [], state: "following", deck: null };
  const source = new EventSource("/_deroule/news");

  const make = (tag, facts = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
    element.append(...children.filter(Boolean));
    return element;
  };
  const word = (name) => state.words[name] || name;
  const here = () => {
    const path = decodeURIComponent(location.pathname).slice(1);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  };

  // --- the page itself ---
  const freshen = (pictures) => {
    for (const image of document.querySelectorAll("img[src]")) {
      const path = pathOf(image);
      if (pictures[path]) image.src = `/${path}?v=${pictures[path]}`;
    }
  };
  const pathOf = (image) => decodeURIComponent(new URL(image.getAttribute("src"), location.href).pathname).slice(1);
  /* The slide just written is asked for first: what comes into view beside it would hold the few connections there are. */
  const ahead = new Map();
  const hurry = () => {
    const slides = (desk ? whole : state.deck)?.slides || [];
    ahead.clear();
    for (const path of slides.map(placeOf).filter((one) => changed.has(one)).slice(0, 3)) {
      ahead.set(path, Object.assign(new Image(), { fetchPriority: "high", src: `/${path}?v=${state.pictures[path]}` }));
    }
  };
  /* A copy of the article to put in. Pictures that stand there and did not change are moved into it: a picture that is
   * copied is asked for, even one that waits to come into view. */
  const copy = (next, old) => {
    const standing = new Map(Array.from(old.querySelectorAll("img[src]"), (image) => [pathOf(image), image])), kept = [];
    for (const image of next.querySelectorAll("img[src]")) {
      const path = pathOf(image), stands = standing.get(path);
      if (!stands || changed.has(path)) continue;
      for (const { name, value } of image.attributes) if (name !== "src") stands.setAttribute(name, value);
      standing.delete(path);
      image.removeAttribute("src");
      image.dataset.kept = kept.push(stands) - 1;
    }
    const made = document.importNode(next, true);
    for (const image of made.querySelectorAll("img[data-kept]")) image.replaceWith(kept[image.dataset.kept]);
    return made;
  };
  const recolour = () => {
    for (const link of document.querySelectorAll('link[href*="style/colours.css"]')) {
      link.href = link.href.split("?")[0] + "?v=" + Date.now();
    }
  };
  /* What a page tells beside its article, each replaced where what it tells differs; what its scripts have opened stays open. */
  const BESIDE = [".md-sidebar--primary .md-sidebar__inner", ".md-sidebar--secondary .md-sidebar__inner", ".md-tabs", ".md-footer"];
  const ARTICLE = "article.md-content__inner";
  const told = (element) => element && [element.textContent.replace(/\s+/g, " ").trim(),
    ...Array.from(element.querySelectorAll("a"), (link) => new URL(link.getAttribute("href"), location.href).pathname)].join("\n");
  const frame = (page) => [
    ...Array.from(page.head.querySelectorAll('link[rel="stylesheet"]'), (link) => link.getAttribute("href").split("?")[0]),
    told(page.querySelector(".md-header__topic")),
  ].join("\n");
  let asked = 0, written = "";
  const swap = async () => {
    const mine = ++asked, answer = await fetch(location.pathname, { cache: "no-store" });
    const text = await answer.text();
    if (!answer.ok || mine !== asked) return; // a later change is on its way
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const [old, next] = [document, fresh].map((page) => page.querySelector(ARTICLE));
    if (!old || !next || frame(document) !== frame(fresh) || old.querySelector(".dp")) return location.reload(); // a player is begun anew
    for (const script of next.querySelectorAll('script:not([type="application/ld+json"])')) script.remove();
    document.title = fresh.title;
    for (const where of BESIDE) {
      const [stands, comes] = [document, fresh].map((page) => page.querySelector(where));
      if (stands && comes && told(stands) !== told(comes)) stands.replaceChildren(...document.importNode(comes, true).childNodes);
    }
    const markup = next.innerHTML.replace(/\?v=\w+/g, "");
    if (markup === written) return; // but for the versions of its pictures, which are fresh already
    written = markup;
    old.replaceChildren(...copy(next, old).childNodes);
    window.document$?.next(document); // as after a page turned: the theme's scripts and ours take up what is new
  };

  // --- what stands beside ---
  let root, home;
  const board = () => {
    if (root) return root;
    if (desk) {
      home = document.querySelector("main");
      return (root = home);
    }
    home = make("aside", { id: "deroule-live" });
    root = home.attachShadow({ mode: "open" });
    root.append(make("link", { rel: "stylesheet", href: "/_deroule/live.css" })); // once: without it nothing scrolls
    document.body.append(home);
    return root;
  };
  const finding = (one) => {
    const place = one.span ? `${one.span.path}:${one.span.line}:${one.span.column}` : "";
    return make(
      "li", { class: one.severity },
      make("p", { class: "message" }, make("strong", {}, `${word(one.severity)} ${one.code}`), ` ${one.message}`),
      place && make("p", { class: "place" }, place),
      one.excerpt && make("pre", {}, `${one.excerpt.line}\n`, make("mark", {}, one.excerpt.marks)),
      one.hint && make("p", { class: "hint" }, `${word("hint")} : ${one.hint}`),
    );
  };
  const slide = (one, standing) => {
    const image = standing.get(one.src) || make("img", { src: one.src, width: 1280, height: 720, loading: "lazy" });
    image.alt = `${word("slide")} ${one.number} : ${one.title}`;
    if (ahead.has(placeOf(one))) image.loading = "eager"; // but not all those of a theme that changed
    return make(
      "li", changed.has(placeOf(one)) ? { class: "changed" } : {},
      image,
      make("div", {},
        make("p", { class: "title" }, `${one.number}. ${one.title}`),
        desk && one.notes.length ? make("div", { class: "notes" }, ...one.notes.map((text) => make("p", {}, text))) : null),
    );
  };
  const placeOf = (one) => decodeURIComponent(one.src.split("?")[0]).slice(1);
  let changed = new Set();
  const hidden = () => sessionStorage.getItem("deroule-hidden") === "yes";
  let whole = null;
  const show = () => {
    const into = board();
    const errors = state.findings.filter((one) => one.severity === "error").length;
    const told = [...state.findings].slice(0, 40);
    const deck = desk ? whole : state.deck;
    const old = into.querySelector(".panel"), kept = old ? scroller(old).scrollTop : 0, seen = inView(old);
    // Its pictures are moved into the new panel: made anew they would all be drawn again.
    const standing = new Map(Array.from(old?.querySelectorAll(".deck img") || [], (image) => [image.getAttribute("src"), image]));
    const line = make("p", { class: `state ${errors ? "bad" : state.state}`, role: "status" },
      errors ? `${word("faults")} : ${errors}` : word(state.state));
    const toggle = make("button", { type: "button", "aria-expanded": String(!hidden()) }, hidden() ? word("show") : word("hide"));
    toggle.addEventListener("click", () => { sessionStorage.setItem("deroule-hidden", hidden() ? "no" : "yes"); show(); });
    const head = make("header", {}, make("strong", {}, word("title")), line, desk ? null : toggle);
    const parts = [
      told.length
        ? make("section", { class: "faults", "aria-label": word("faults") }, make("ul", {}, ...told.map(finding)))
        : make("p", { class: "none" }, word("none")),
      deck && make("section", { class: "deck", "aria-label": word("slides") },
        make("h2", {}, deck.part || deck.title), make("ol", {}, ...deck.slides.map((one) => slide(one, standing)))),
      make("p", { class: "links" }, desk
        ? make("a", { href: "/index.html" }, word("site"))
        : make("a", { href: `/_deroule/?event=${encodeURIComponent(deck ? deck.event : "")}` }, word("all"))),
    ];
    const panel = make("div", { class: "panel", "data-hidden": String(!desk && hidden()) }, head, ...(!desk && hidden() ? [] : parts));
    if (old) old.replaceWith(panel);
    else into.append(panel);
    scroller(panel).scrollTop = kept;
    const same = seen && slidesOf(panel).find((one) => one.path === seen.path);
    if (same) scroller(panel).scrollTop += same.top - seen.top; // faults come and go above it
    if (home) { home.dataset.round = state.round || 0; home.dataset.state = state.state; home.dataset.errors = errors; }
  };
  const scroller = (panel) => (desk ? document.scrollingElement : panel);
  const slidesOf = (panel) => Array.from(panel?.querySelectorAll(".deck li") || [], (item) => {
    const { top, bottom } = item.getBoundingClientRect();
    return { path: pathOf(item.querySelector("img")), top, bottom };
  });
  /* The slide that stands uppermost in a panel that was scrolled to the slides; its head covers what is above. */
  const inView = (panel) => {
    if (!panel || !scroller(panel).scrollTop) return null;
    const head = panel.querySelector("header").getBoundingClientRect().bottom;
    const foot = desk ? window.innerHeight : panel.getBoundingClientRect().bottom;
    return slidesOf(panel).find(({ top, bottom }) => bottom > head && top < foot);
  };
  const toChanged = async () => { // the slide just written, in its panel; the page itself stays where it is
    const picture = board().querySelector(".panel li.changed img");
    if (!picture) return;
    picture.loading = "eager"; // one that waits to come into view would be waited for
    await picture.decode().catch(() => {}); // its neighbours, drawn when they come into view, come after it
    const item = picture.closest("li"), panel = picture.closest(".panel"); // meanwhile the panel may be another one
    if (!panel || !picture.isConnected) return;
    if (desk) item.scrollIntoView({ block: "center" });
    else panel.scrollTop += item.getBoundingClientRect().top - panel.querySelector("header").getBoundingClientRect().bottom - 8;
  };
  const fetchDeck = async () => {
    const event = new URLSearchParams(location.search).get("event") || "";
    const asked = desk ? `event=${encodeURIComponent(event)}` : `page=${encodeURIComponent(here())}`;
    const answer = await fetch(`/_deroule/deck.json?${asked}`, { cache: "no-store" });
    if (answer.ok && desk) whole = await answer.json();
    else if (answer.ok) state.deck = await answer.json();
    if (desk) document.documentElement.lang = state.words.language || "fr";
    show();
  };

  source.onmessage = async ({ data }) => {
    const news = JSON.parse(data);
    Object.assign(state, news);
    if (news.pictures) changed = new Set(Object.keys(news.pictures));
    if (news.pictures) hurry();
    if (!desk && news.pages?.includes(here())) await swap(); // the words before the other pictures
    if (news.pictures) freshen(news.pictures);
    if (news.pages?.includes("style/colours.css")) recolour();
    const asks = desk ? news.kind !== "findings" : news.kind === "state";
    if (!desk || !whole || !asks) show(); // of a deck that changed, the old pictures are not asked for once more
    if (asks) await fetchDeck();
    if (news.kind === "change" && changed.size) toChanged();
  };
  source.onerror = () => { state.state = "lost"; if (state.words.lost) show(); };
})();
