/* The page is whole without a script; this one sorts, filters, switches the language and shows one part at a time. */

document.documentElement.classList.add('scripted');

/** What is folded away on the screen is printed; afterwards it is as it was. */
function startPrinting() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll('.view.current details:not([open])')]);
    for (const each of opened) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
}

document.addEventListener('DOMContentLoaded', () => {
  for (const table of document.querySelectorAll('table.sortable')) startTable(/** @type {HTMLTableElement} */ (table));
  startLanguage();
  startRoute();
  startPrinting();
});
