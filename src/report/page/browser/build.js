/* Builds what the file holds as data: elements by shape, texts as texts. Nothing is ever parsed as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element: the number of its shape and what it holds, which is the number of an element said of many, the complement (~)
 * of that of a text, or an element. @typedef {[shape: number, ...contents: (number | Packed)[]]} Packed
 */

/** Without a tag, what it holds stands alone. @typedef {[tag: string, attributes: Record<string, string | [afterId: string]>]} Shape */

/** Each with what no page before it had. @typedef {[page: Packed, texts: string[], shapes: Shape[], elements: Packed[]]} Root */

/** @type {{ roots: Map<string, Root>, texts: string[], shapes: Shape[], elements: Packed[] } | undefined} */
let packed;

/** @param {string} data */
function unpacked(data) {
  /** @type {{ roots: Record<string, Root> }} */
  const { roots } = JSON.parse(data);
  const all = Object.values(roots);
  return {
    roots: new Map(Object.entries(roots)),
    texts: all.flatMap(([, texts]) => texts),
    shapes: all.flatMap(([, , shapes]) => shapes),
    elements: all.flatMap(([, , , elements]) => elements),
  };
}

/** The part of the page with an id: as it stands, or built now. @param {string} id @returns {HTMLElement | null} */
function partOf(id) {
  const there = document.getElementById(id);
  if (there) return there;
  const data = document.getElementById('packed');
  if (!data) return null;
  packed = packed || unpacked(data.textContent || '');
  const root = packed.roots.get(id);
  if (!root) return null;
  const made = /** @type {HTMLElement} */ (elementOf(root[0], id));
  /** @type {HTMLElement} */ (document.getElementById('main')).appendChild(made);
  for (const table of made.querySelectorAll('table.sortable')) startTable(/** @type {HTMLTableElement} */ (table));
  sayIn(made);
  return made;
}

/** @param {number | Packed} part @param {string} id Of the page it stands in. @param {boolean} [isDrawn] @returns {Node} */
function elementOf(part, id, isDrawn) {
  const { texts, shapes, elements } = /** @type {NonNullable<typeof packed>} */ (packed);
  const [shape = -1, ...contents] = (typeof part === 'number' ? elements[part] : part) || [];
  const [tag, attributes] = shapes[shape] || ['span', {}];
  const drawn = isDrawn || tag === 'svg';
  const made = tag === '' ? document.createDocumentFragment() : madeOf(tag, attributes, id, drawn);
  for (const each of contents)
    made.append(typeof each === 'number' && each < 0 ? texts[~each] || '' : elementOf(each, id, drawn));
  return made;
}

/** @param {string} tag @param {Shape[1]} attributes @param {string} id @param {boolean | undefined} isDrawn */
function madeOf(tag, attributes, id, isDrawn) {
  const made = isDrawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    made.setAttribute(name, typeof value === 'string' ? value : id + value[0]);
  return made;
}
