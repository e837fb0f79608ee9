/** The names by which the parts of a workbook say what they are, and the line that each begins with. */

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** What roles parts play for one another begins so; it is also the namespace of ids that name relationships. */
export const ROLES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** That of the parts in which relationships stand. */
export const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
