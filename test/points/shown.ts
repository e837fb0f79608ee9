/**
 * What came of a case in the words of its case file: one short text for each item and rule, so that every product,
 * cut and set-aside occurrence can be compared with what was worked out by hand.
 */
import type { Fact, Grade, Owed } from '../../src/model/grading.js';
import type { Bounded, Cut, Reckoned, Scored, ScoredItem, ScoredRule, SetAside } from '../../src/model/scored.js';
import type { Place } from '../../src/model/value.js';

/** A number, or -4..0 with what is sure already; an open end is ?. */
export function bounded({ points, least, most }: Bounded, sure: string): string {
  return points ?? `${least ?? '?'}..${most ?? '?'} sure ${sure}`;
}

function cutText({ by, points, at }: Cut): string {
  return `cut ${points} by ${by} at ${at}`;
}

function asideText(aside: SetAside): string {
  switch (aside.kind) {
    case 'alternative':
      return `alternative of ${aside.of}`;
    case 'matter':
      return `matter of ${aside.of} at ${aside.place.cell}`;
    case 'once':
      return `once at ${aside.place.cell}`;
    case 'not-reached':
      return `below ${aside.parameter}`;
    case 'unset':
      return `unset ${aside.parameter}`;
    default:
      return aside.kind;
  }
}

function remarks(cut: Cut | undefined, aside: SetAside | undefined): string {
  const said = [...(cut ? [cutText(cut)] : []), ...(aside ? [asideText(aside)] : [])];
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}

/** late_reports=2 → 2 × 0.5 = -1: the fact, then times × points × share, then what it comes to; open is all there is of what is open. */
function product({ times, each, share, ratio, fact, points, aside }: Reckoned): string {
  if (aside?.kind === 'open') return 'open';
  const part = ratio ? `${short(ratio.part)}/${short(ratio.of)}` : undefined;
  const factors = [times, each.replace(/^-/, ''), share, part].filter((factor) => factor !== undefined);
  const about = fact ? `${fact.fact}=${short(String(fact.value?.value ?? '?'))} → ` : '';
  return `${about}${factors.join(' × ')} = ${points}${remarks(undefined, aside)}`;
}

/** A number without end, cut after six places: 0.428571…. */
function short(number: string): string {
  return /\.\d{13}/.test(number) ? number.replace(/(\.\d{6}).*/, '$1…') : number;
}

/** Rules that took or gave something, or under which something was found. */
function tells({ points, cut, aside, reckoned }: ScoredRule): boolean {
  return points !== '0' || cut !== undefined || aside !== undefined || reckoned.length > 0;
}

export interface ShownScore {
  readonly points: string;
  readonly items: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, readonly string[]>>;
  readonly owed: readonly string[];
}

export function shown(scored: Scored, withCells: boolean): ShownScore {
  const items: Record<string, string> = {};
  const rules: Record<string, string[]> = {};
  const walk = (item: ScoredItem): void => {
    const own = item.self ? ` (self ${item.self.points})` : '';
    items[item.item] = `${bounded(item, item.sure)}${remarks(item.cut, item.aside)}${own}`;
    for (const rule of item.rules.filter(tells)) {
      const cells = ({ cells: at }: Reckoned): string => (withCells ? ` ← ${at.map(cellText).join(' ')}` : '');
      rules[rule.rule] = [
        `${bounded(rule, rule.sure)}${remarks(rule.cut, rule.aside)}`,
        ...rule.reckoned.map((each) => `${product(each)}${cells(each)}`),
      ];
    }
    for (const part of item.items) walk(part);
  };
  for (const item of scored.items) walk(item);
  return { points: bounded(scored, scored.sure), items, rules, owed: scored.owed.map(owedText) };
}

/** A place, or between which it lies and why; who does not stand in the order has none. */
export function placeText(fact: Fact | undefined): string {
  if (!fact) return 'none';
  const { value, atLeast, atMost, owed } = fact;
  return String(value?.value ?? `${atLeast?.value ?? '?'}..${atMost?.value ?? '?'}${becauseOf(owed)}`);
}

/** A grade, or those that are still possible and why. */
export function gradeText(grade: Grade | undefined): string {
  if (grade?.state !== 'awaiting') return grade?.grade ?? 'undetermined';
  return `${grade.possible.join(', ')}?${becauseOf(grade.owed)}`;
}

function becauseOf(owed: readonly Owed[]): string {
  return ` (${owed.map(owedText).join('; ')})`;
}

/** The form stands in the file's name: 局/01-events.xlsx. */
function cellText({ file, cell }: Place): string {
  return `${/-([a-z-]+)\.xlsx$/.exec(file)?.[1] ?? file}!${cell ?? ''}`;
}

function owedText(owed: Owed): string {
  switch (owed.kind) {
    case 'cell':
    case 'assessor':
      return `${owed.kind} ${cellText(owed.place)}`;
    case 'tie':
    case 'unplaced':
      return `${owed.kind} ${owed.ranking}`;
    case 'parameter':
      return `parameter ${owed.parameter}`;
    case 'repeated':
      return `repeated ${owed.form}`;
    case 'answer':
    case 'conflict':
    case 'nothing-to-share':
      return `${owed.kind} ${owed.fact}`;
    default:
      return `${owed.kind} ${owed.form}`;
  }
}
