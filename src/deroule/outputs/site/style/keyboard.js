/* What the theme leaves undone for the keyboard: the choice of the ground answers Space as it answers Enter. */
(function () {
  "use strict";
  document.querySelectorAll(".md-option").forEach((option) => option.addEventListener("keydown", (event) => {
    const label = option.nextElementSibling, other = label && document.getElementById(label.htmlFor);
    if (event.key !== " " || !other) return;
    event.preventDefault();
    label.click();
    other.focus();
  }));
})();
