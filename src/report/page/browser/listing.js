/* Sorting and filtering of tables. The order of sorting comes with the rows, as whole numbers; only words are compared here. */

/** @param {HTMLTableElement} table */
function startTable(table) {
  const headings = [...table.querySelectorAll('thead th')];
  const body = table.tBodies[0];
  if (!body || body.rows.length < 2) return;
  headings.forEach((heading, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const isDown = heading.getAttribute('aria-sort') === 'ascending';
      for (const each of headings) each.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      sortRows(body, at, isDown ? -1 : 1);
    });
  });
  const controls = /** @type {HTMLElement | null} */ (table.closest('.listing')?.querySelector('.controls') ?? null);
  if (controls) startFilter(controls, body);
}

/** Rows that say nothing stay last; equal rows keep their order. @param {HTMLTableSectionElement} body @param {number} at @param {1 | -1} way */
function sortRows(body, at, way) {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[at]) }));
  const isNumbered = rows.some(({ key }) => typeof key === 'number');
  rows.sort(({ key: a }, { key: b }) => {
    const [noA, noB] = [a, b].map((key) => (isNumbered ? typeof key !== 'number' : key === ''));
    if (noA || noB) return Number(noA) - Number(noB);
    return way * (isNumbered ? Number(a) - Number(b) : collator.compare(String(a), String(b)));
  });
  body.append(...rows.map(({ row }) => row));
}

/** @param {HTMLTableCellElement | undefined} cell @returns {number | string} */
function keyOf(cell) {
  if (!cell) return '';
  return cell.dataset.key === undefined ? said(cell).trim() : Number(cell.dataset.key);
}

/** Width, case and blanks make no difference. @param {string} text */
function folded(text) {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** @param {HTMLElement} controls @param {HTMLTableSectionElement} body */
function startFilter(controls, body) {
  const input = /** @type {HTMLInputElement} */ (controls.querySelector('input'));
  const choices = [...controls.querySelectorAll('select')];
  const output = /** @type {HTMLOutputElement} */ (controls.querySelector('output'));
  const filter = () => {
    const wanted = folded(input.value);
    let count = 0;
    for (const row of body.rows) {
      const belongs = (row.dataset.in || '').split(' ');
      const isChosen = choices.every(({ value }, at) => value === '-' || belongs[at] === value);
      row.hidden = !(isChosen && (wanted === '' || folded(said(row)).includes(wanted)));
      if (!row.hidden) count += 1;
    }
    output.dataset.zh = `显示 ${count} 行，共 ${body.rows.length} 行`;
    output.dataset.en = `${count} of ${body.rows.length} rows shown`;
    sayIn(controls);
  };
  input.addEventListener('input', filter);
  for (const choice of choices) choice.addEventListener('change', filter);
  controls.hidden = false;
  filter();
}
