// @ts-check
/** The sheets of an office that its spec lists one by one: forms of any measures, filled in as they were. */

/** @typedef {import('./office.js').Listed} Listed */
/** @typedef {import('./office.js').ListedSheet} ListedSheet */
/** @typedef {import('./office.js').Sheet} Sheet */

/** @param {Listed} spec @param {any} measures @param {any} lib */
export function listedSheets(spec, measures, lib) {
  const isKept = (/** @type {ListedSheet} */ { form }) => measures.forms.get(form)?.from === 'office';
  const made = (/** @type {ListedSheet} */ sheet) => madeOf(sheet, measures, lib);
  return {
    handedIn: spec.sheets.filter((sheet) => !isKept(sheet)).map(made),
    kept: () => spec.sheets.filter(isKept).map(made),
  };
}

/** A sheet of its own, down to its rows: what is changed in one is not changed in another. @param {ListedSheet} sheet @param {any} measures @param {any} lib @returns {Sheet} */
function madeOf({ form: id, unit, period, fields = {}, rows = [], file }, measures, lib) {
  const form = measures.forms.get(id);
  if (!form) throw new Error(`the measures have no form ${id}`);
  const name = [form.title.zh, ...(unit ? [unit] : []), ...(period ? [lib.periodText(period).zh] : [])].join('-');
  const folder = form.from === 'office' ? 'office' : `submissions/${unit}`;
  return {
    form: id,
    ...(unit ? { unit: { name: unit } } : {}),
    ...(period ? { period } : {}),
    fields: { ...fields },
    rows: rows.map((row) => ({ ...row })),
    file: file ?? `${folder}/${name}.xlsx`,
  };
}
