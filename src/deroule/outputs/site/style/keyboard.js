/* What the theme leaves undone for the keyboard: the choice of the ground answers Space and Enter. */
(function () {
  "use strict";
  document.querySelectorAll(".md-option").forEach((option) => option.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    const label = option.nextElementSibling, other = label && document.getElementById(label.htmlFor);
    if (!other) return;
    label.click();
    other.focus();
  }));
})();
