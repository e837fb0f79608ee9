/* Builds what the file holds as data: elements by shape, texts as texts. Nothing is ever parsed as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** @type {{ texts: string[], shapes: [string, Record<string, string>][], elements: number[][], roots: Record<string, number> } | undefined} */
let packed;

/** The part of the page with an id: as it stands, or built now. @param {string} id @returns {HTMLElement | null} */
function partOf(id) {
  const there = document.getElementById(id);
  if (there) return there;
  const data = document.getElementById('packed');
  if (!data) return null;
  packed = packed || JSON.parse(data.textContent || '');
  const root = packed?.roots[id];
  if (typeof root !== 'number') return null;
  const made = elementOf(root, id);
  /** @type {HTMLElement} */ (document.getElementById('main')).appendChild(made);
  for (const table of made.querySelectorAll('table.sortable')) startTable(/** @type {HTMLTableElement} */ (table));
  sayIn(made);
  return /** @type {HTMLElement} */ (made);
}

/** @param {number} number @param {string} id What ~ at the start of a value stands for. @param {boolean} [isDrawn] @returns {Element} */
function elementOf(number, id, isDrawn) {
  const { texts, shapes, elements } = /** @type {NonNullable<typeof packed>} */ (packed);
  const [shape = -1, ...contents] = elements[number] || [];
  const [tag, attributes] = shapes[shape] || ['span', {}];
  const drawn = isDrawn || tag === 'svg';
  const made = drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value.replace(/^~/, id));
  for (const each of contents) made.append(each < 0 ? texts[~each] || '' : elementOf(each, id, drawn));
  return made;
}
