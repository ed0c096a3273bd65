/* What the theme leaves undone for the keyboard: the choice of the ground answers Space as it answers Enter, and a table
   wider than the screen is reached, so that arrows move it. */
(function () {
  "use strict";
  document.querySelectorAll(".md-option").forEach((option) => option.addEventListener("keydown", (event) => {
    const label = option.nextElementSibling, other = label && document.getElementById(label.htmlFor);
    if (event.key !== " " || !other) return;
    event.preventDefault();
    label.click();
    other.focus();
  }));
  const name = document.documentElement.lang.startsWith("fr") ? "Tableau à faire défiler" : "Table, to be moved sideways";
  function reach() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((table) => {
      const told = { tabindex: "0", role: "group", "aria-label": name }, is = table.scrollWidth > table.clientWidth;
      for (const [fact, value] of Object.entries(told)) if (is) table.setAttribute(fact, value); else table.removeAttribute(fact);
    });
  }
  for (const moment of ["load", "resize"]) addEventListener(moment, reach);
  window.document$.subscribe(reach);
})();
