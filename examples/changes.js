// @ts-check
/** What a spec changes of a clean office: rows, fields, days of receipt, files that are missing or come twice. */

/** @typedef {import('./office.js').Cells} Cells */
/** @typedef {import('./office.js').Change} Change */
/** @typedef {import('./office.js').Sheet} Sheet */

/** @param {Change} change @param {Sheet[]} sheets @param {any} measures */
export function applyChange(change, sheets, measures) {
  const { form, period } = change;
  const kept = measures.forms.get(form)?.from === 'office';
  let found = sheets.filter(
    (sheet) =>
      sheet.form === form &&
      (kept || !change.unit || sheet.unit?.name === change.unit) &&
      (!period || sheet.period === period),
  );
  if (found.length === 0 && change.add && !kept) found = [newSheet(change, measures)];
  if (found.length === 0) throw new Error(`nothing to change: ${JSON.stringify(change)}`);
  for (const sheet of found) {
    if (change.missing) sheets.splice(sheets.indexOf(sheet), 1);
    if (change.received)
      Object.assign(sheet, { received: change.received, fields: { ...sheet.fields, filed_on: change.received } });
    if (change.unregistered) Object.assign(sheet, { received: undefined, fields: { ...sheet.fields, filed_on: null } });
    if (change.fields) Object.assign(sheet.fields, change.fields);
    for (const key of /** @type {const} */ (['rename', 'without', 'beside', 'version', 'also', 'hide', 'do']))
      if (change[key]) Object.assign(sheet, { [key]: change[key] });
    if (change.add && !sheets.includes(sheet) && !change.missing) sheets.push(sheet);
    if (change.add) sheet.rows.push(...[change.add].flat());
    if (change.copy)
      sheets.push({ ...structuredClone(sheet), received: undefined, file: sheet.file.replace(/[^/]+$/, change.copy) });
    if (change.set || change.drop) changeRows(change, sheet);
  }
}

/** @param {Change} change @param {Sheet} sheet */
function changeRows({ where = {}, set = {}, drop = false }, sheet) {
  const fits = (/** @type {Cells} */ row) => Object.entries(where).every(([column, value]) => row[column] === value);
  if (!sheet.rows.some(fits)) throw new Error(`no row like ${JSON.stringify(where)} in ${sheet.file}`);
  if (drop) sheet.rows = sheet.rows.filter((row) => !fits(row));
  else for (const row of sheet.rows.filter(fits)) Object.assign(row, set);
}

/** A form that was handed in only when there was cause, such as an absence log. @param {Change} change @param {any} measures @returns {Sheet} */
function newSheet({ form, unit: name, period = '' }, measures) {
  if (!name) throw new Error(`whose ${form} is it?`);
  const title = measures.forms.get(form)?.title.zh ?? form;
  const file = `submissions/${name}/${title}-${name}-${period}.xlsx`;
  return { form, unit: { name }, period, fields: {}, rows: [], file };
}
