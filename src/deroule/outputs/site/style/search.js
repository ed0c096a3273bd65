/* The search box: loads the index by a script tag at the first use, so that it also works from a folder. */
(function () {
  "use strict";
  var french = document.documentElement.lang.slice(0, 2) === "fr";
  var words = french
    ? { label: "Rechercher", none: "Aucun résultat", one: "1 résultat", many: " résultats", all: "Tout", event: "Événement", slide: "Diapositive", sheet: "Fiche", glossary: "Glossaire", page: "Page" }
    : { label: "Search", none: "No result", one: "1 result", many: " results", all: "All", event: "Event", slide: "Slide", sheet: "Sheet", glossary: "Glossary", page: "Page" };
  var bar = document.querySelector(".md-header__inner");
  if (!bar) return;
  var script = document.querySelector('script[src$="style/search.js"]');
  var base = script.src.replace(/style\/search\.js$/, "");

  function make(tag, attributes, inside) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (inside) made.textContent = inside;
    return made;
  }
  var box = make("div", { "class": "d-search", role: "search" });
  var field = make("input", { type: "search", placeholder: words.label, "aria-label": words.label, autocomplete: "off" });
  var panel = make("div", { "class": "d-results", hidden: "" });
  var count = make("p", { role: "status", "aria-live": "polite" });
  var kinds = make("select", { "aria-label": french ? "Filtrer par nature" : "Filter by kind" });
  ["all", "event", "slide", "sheet", "glossary", "page"].forEach(function (kind) { kinds.appendChild(make("option", { value: kind }, words[kind])); });
  var list = make("ul");
  panel.append(count, kinds, list);
  box.append(field, panel);
  bar.appendChild(box);

  function fold(text) {
    text = text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/’/g, "'");
    text = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return text.replace(/\b(?:l|d|j|m|n|s|t|c|qu|jusqu|lorsqu|puisqu)'/g, " ").match(/[a-z0-9]+/g) || [];
  }
  function stem(word) {
    if (word.length > 5 && /(aux|eux)$/.test(word)) return word.slice(0, -2);
    return word.length > 3 ? word.replace(/(es|s|x|e)$/, "") : word;
  }
  function score(entry, stems) {
    var total = 0;
    for (var i = 0; i < stems.length; i++) {
      var start = " " + stems[i], heading = (" " + entry[4]).indexOf(start) >= 0, text = (" " + entry[5]).split(start).length - 1;
      if (!heading && !text) return 0;
      total += (heading ? 20 : 0) + Math.min(text, 6);
    }
    return total + (entry[2] ? 0 : 1);
  }
  function show() {
    var stems = fold(field.value).map(stem), kind = kinds.value;
    list.textContent = "";
    panel.hidden = !stems.length;
    if (!stems.length || !window.derouleIndex) return;
    var found = window.derouleIndex
      .map(function (entry) { return { entry: entry, score: kind === "all" || kind === entry[3] ? score(entry, stems) : 0 }; })
      .filter(function (one) { return one.score; })
      .sort(function (a, b) { return b.score - a.score; });
    count.textContent = found.length ? (found.length === 1 ? words.one : found.length + words.many) : words.none;
    found.slice(0, 20).forEach(function (one) {
      var row = make("li"), link = make("a", { href: base + one.entry[0] }, one.entry[1]);
      row.append(link, make("span", {}, words[one.entry[3]] + (one.entry[2] ? " · " + one.entry[2] : "")));
      list.appendChild(row);
    });
  }
  var asked = false;
  function load() {
    if (asked) return;
    asked = true;
    var tag = make("script", { src: base + "style/search-index.js" });
    tag.addEventListener("load", show);
    document.head.appendChild(tag);
  }
  field.addEventListener("focus", load);
  field.addEventListener("input", function () { load(); show(); });
  kinds.addEventListener("change", show);
  box.addEventListener("keydown", function (event) {
    var stops = [field].concat(Array.prototype.slice.call(list.querySelectorAll("a"))), at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") { panel.hidden = true; field.focus(); }
    if (event.key === "ArrowDown" && at + 1 < stops.length) { stops[at + 1].focus(); event.preventDefault(); }
    if (event.key === "ArrowUp" && at > 0) { stops[at - 1].focus(); event.preventDefault(); }
  });
  document.addEventListener("click", function (event) { if (!box.contains(event.target)) panel.hidden = true; });
})();
