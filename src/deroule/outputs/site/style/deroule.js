/* What a page knows only when it is read: which events are still to come; the filters of lists; terms told on demand. */
(function () {
  "use strict";
  const now = new Date();
  const today = [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-");
  const coming = (element) => element.dataset.day && element.dataset.day.slice(0, 10) >= today;

  const box = document.createElement("div"), hide = () => { box.hidden = true; };
  Object.assign(box, { className: "d-meaning", id: "d-meaning", role: "tooltip" });
  document.body.append(box);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  /* The theme tells when a page stands: once, and again where a page is taken in without being loaded. */
  window.document$.subscribe(() => {
    hide();
    document.querySelectorAll(".d-if-coming").forEach((element) => { element.hidden = Boolean(element.dataset.day) && !coming(element); });
    feature(document.querySelector(".d-featured"), document.querySelector(".d-others .d-events"));
    document.querySelectorAll("[data-coming]").forEach((element) => {
      if (coming(element)) element.textContent = element.dataset.coming;
    });

    document.querySelectorAll(".d-cycle").forEach((cycle) => {
      part(cycle);
      const form = cycle.querySelector(".d-filter");
      if (!form) return;
      form.hidden = false;
      form.addEventListener("change", () => filter(cycle, form));
      form.addEventListener("submit", (event) => event.preventDefault());
      filter(cycle, form); // a browser keeps what was chosen when one comes back
    });

    /* A film from elsewhere is asked for by the reader, not by the page. */
    document.querySelectorAll(".d-ask").forEach((button) => button.addEventListener("click", () => {
      const media = document.querySelector(".dp-media");
      media.querySelectorAll("source[data-src]").forEach((source) => { source.src = source.dataset.src; });
      media.load();
      button.closest(".d-consent").hidden = true;
      media.focus();
    }));
    explain(document.querySelectorAll(".md-content abbr[title]"));
  });
  place(Array.from(document.querySelectorAll(".md-tabs__link")));

  /* The navigation is short: a page that does not stand in it belongs to the entry that its folder is named by. */
  function place(ways) {
    const logo = document.querySelector(".md-logo"), folder = (address) => new URL(".", address).href;
    if (!logo || document.querySelector(".md-tabs__item--active")) return;
    const here = folder(location.href), home = folder(logo.href);
    const own = ways.find((way) => folder(way.href) !== home && here.startsWith(folder(way.href)));
    if (own) own.parentElement.classList.add("md-tabs__item--active");
  }

  /* A term of the glossary tells its meaning under the pointer, at a touch and by keyboard; Escape takes it away. */
  function explain(terms) {
    const met = new Set();
    terms.forEach((term) => {
      const meaning = term.title;
      const show = () => {
        const place = term.getBoundingClientRect();
        box.textContent = meaning;
        box.hidden = false;
        const left = Math.min(place.left, document.documentElement.clientWidth - box.offsetWidth - 8);
        const above = place.top - box.offsetHeight - 6;
        box.style.left = Math.max(8, left) + window.scrollX + "px";
        box.style.top = (above > 60 ? above : place.bottom + 6) + window.scrollY + "px";
      };
      if (!met.has(meaning) && !term.closest("a, summary, button")) {
        term.tabIndex = 0;
        term.setAttribute("aria-describedby", box.id);
        term.addEventListener("focus", show);
        term.addEventListener("blur", hide);
      }
      met.add(meaning);
      term.removeAttribute("title");
      term.addEventListener("mouseenter", show);
      term.addEventListener("mouseleave", hide);
    });
  }

  /* The home page shows the nearest event to come, else the latest; beside it, what comes next and what came before. */
  function feature(first, list) {
    if (!first || !list) return;
    const shown = Array.from(list.children).filter((event) => !event.hidden).length;
    const events = [...first.children, ...list.children];
    const next = events.filter(coming).reverse(), past = events.filter((event) => !coming(event));
    const chosen = next.shift() || past.shift();
    chosen.hidden = false;
    first.append(chosen);
    [...next.slice(0, 2), ...past, ...next.slice(2)].forEach((event, place) => {
      event.hidden = place >= shown;
      list.append(event);
    });
    const link = chosen.querySelector(".d-event-title a");
    document.querySelectorAll(".d-to-first").forEach((button) => { button.href = link.href; });
    document.querySelectorAll("[data-coming]").forEach((element) => { element.dataset.day = chosen.dataset.day; });
    next.forEach((event) => event.querySelector(".d-when").prepend(flag(list.dataset.flag)));
  }

  /* Events to come stand first, the nearest one at the top. */
  function part(cycle) {
    const lists = Array.from(cycle.querySelectorAll(".d-events"));
    const events = lists.flatMap((list) => Array.from(list.children)), next = events.filter(coming);
    if (!cycle.dataset.upcoming || !next.length || next.length === events.length) return;
    const section = document.createElement("section"), above = lists[0].cloneNode(false);
    section.className = "d-year d-to-come";
    section.append(heading(cycle.dataset.upcoming, "a-venir"), above);
    next.reverse().forEach((event) => above.append(event));
    lists[0].parentElement.before(section);
    if (cycle.dataset.past) lists[0].before(heading(cycle.dataset.past, "passes"));
    count(cycle);
  }

  /* Years say how many of their events are shown; those that show none go. */
  function count(cycle) {
    cycle.querySelectorAll(".d-year").forEach((year) => {
      const shown = Array.from(year.querySelectorAll(".d-event")).filter((event) => !event.hidden).length;
      const title = year.querySelector("h2"), way = title && cycle.querySelector(`.d-years a[href="#${title.id}"]`);
      year.hidden = !shown;
      if (!way) return;
      way.parentElement.hidden = !shown;
      way.querySelector(".d-count").textContent = shown;
    });
  }

  function flag(text) {
    const made = document.createElement("span");
    made.className = "d-flag";
    made.lang = document.documentElement.lang;
    made.textContent = text;
    return made;
  }

  function heading(text, id) {
    const made = document.createElement("h2");
    made.id = id;
    made.textContent = text;
    return made;
  }

  function filter(cycle, form) {
    const wanted = Array.from(form.elements).filter((field) => field.name && field.value);
    let shown = 0;
    cycle.querySelectorAll("li[data-themes]").forEach((item) => {
      item.hidden = !wanted.every((field) => item.dataset[field.name].split(" ").includes(field.value));
      shown += item.hidden ? 0 : 1;
    });
    count(cycle);
    const told = form.querySelector(".d-filter-told"), { none, one, many } = told.dataset;
    told.textContent = wanted.length ? [none, one][shown] || many.replace("{count}", shown) : "";
  }
})();
