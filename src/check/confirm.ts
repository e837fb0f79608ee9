/**
 * What the office says of findings in its own file: how grave a kind is to it, and which warnings it has looked into and
 * lets stand. Findings are never taken away, and an error cannot be confirmed.
 */
import { composed, folded, type Text } from '../base/text.js';
import type { Confirmation, Finding } from '../model/finding.js';
import type { Office } from '../model/office.js';
import { FINDINGS } from './findings.js';
import { finding } from './inspection.js';

/** Findings with the office's own severities; a warning that it has confirmed becomes a note with the reason. */
export function weighted(
  findings: readonly Finding[],
  { severities, confirmed }: Pick<Office, 'severities' | 'confirmed'>,
): Finding[] {
  return findings.map((each) => {
    const severity = severities[codeOf(each)] ?? each.severity;
    const by = severity === 'warning' ? confirmed.find((confirmation) => fits(confirmation, each)) : undefined;
    return by ? { ...each, severity: 'note', confirmed: by.reason } : { ...each, severity };
  });
}

/** Confirmations that nothing found fits any more, or only an error does: of findings as the office weighs them. */
export function checkConfirmed(findings: readonly Finding[], { confirmed }: Pick<Office, 'confirmed'>): Finding[] {
  return confirmed.flatMap((confirmation, index): Finding[] => {
    const found = findings.filter((each) => fits(confirmation, each));
    if (found.some(({ severity }) => severity !== 'error')) return [];
    const { reason: _, ...about } = confirmation;
    const data = { entry: index + 1, about: Object.values(about).join(' '), isError: found.length > 0 };
    return [finding('confirmation-idle', { place: { file: WRITTEN_IN } }, data)];
  });
}

/** The office's own file, as messages name it. */
const WRITTEN_IN = 'assess.yaml';

function codeOf({ kind }: Finding): string {
  return FINDINGS[kind].code;
}

function fits(confirmation: Confirmation, each: Finding): boolean {
  const { code, file, sheet, cell, stands, unit, form, period } = confirmation;
  const { place, raw } = each;
  const about = each as { readonly by?: Text; readonly form?: Text; readonly period?: string };
  return (
    code === codeOf(each) &&
    (file === undefined || endsIn(place.file, file)) &&
    (sheet === undefined || sheet === place.sheet) &&
    (cell === undefined || cell.toUpperCase() === place.cell) &&
    (stands === undefined || stands === raw) &&
    (unit === undefined || names(about.by, unit)) &&
    (form === undefined || names(about.form, form)) &&
    (period === undefined || period === about.period)
  );
}

/** A path or its end, folder by folder; the same name in another form of Unicode is the same file. */
function endsIn(path: string, end: string): boolean {
  const [whole, tail] = [path, end].map((each) => composed(each).replaceAll('\\', '/'));
  return whole === tail || (whole?.endsWith(`/${tail}`) ?? false);
}

function names(text: Text | undefined, typed: string): boolean {
  return text !== undefined && [text.zh, text.en].some((each) => folded(each) === folded(typed));
}
