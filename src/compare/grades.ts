/** Grades that have changed, and the rules that did it: by what they come to now, or by what the pack now says. */
import type { Considered, Grade } from '../model/grading.js';
import { gradeText } from '../words/grade.js';
import { OUTCOMES } from '../words/rule.js';
import { type Moving, restsOn } from './rests-on.js';
import { both, change, keysOf, type Looked, NOTHING_OWED, owedChange, type Pair, same } from './side.js';
import { turnsOf, withTurns } from './turns.js';
import type { GradeChange, GradeRuleChange } from './types.js';

export function compareGrades(subject: string, moving: Moving): GradeChange[] {
  const { before, after } = moving.sides;
  const [then, now] = [before.grades(subject), after.grades(subject)];
  return keysOf(then, now).flatMap((ladder) => {
    const [was, is] = [then.get(ladder), now.get(ladder)];
    return isSame(was, is) ? [] : [gradeChange(ladder, was, is, moving)];
  });
}

function isSame(before: Grade | undefined, after: Grade | undefined): boolean {
  if (!before || !after) return before === after;
  const outcome = ({ state, grade, possible, notApplied }: Grade) => [state, grade, possible, notApplied];
  return same(outcome(before), outcome(after));
}

function gradeChange(ladder: string, before: Grade | undefined, after: Grade | undefined, moving: Moving): GradeChange {
  const { sides, isExplained } = moving;
  const side = after ? sides.after : sides.before;
  const { title = { zh: ladder, en: ladder } } = side.words.ladders[ladder] ?? {};
  const rules = isExplained ? ruleChanges(ladder, before, after, moving) : [];
  const [was, is] = [said(before, sides.before), said(after, sides.after)];
  const isAlike = was && is && same(was.text, is.text);
  return {
    id: ladder,
    title,
    clause: clausesOf(ladder, before, after, sides) || joined(rules.map(({ clause }) => clause)),
    ...change(was, isAlike ? { ...is, text: withTurns(is.text, turnsOf(before, after, sides)) } : is),
    rules,
    owed: isExplained ? owedChange(before, after, sides, (after ?? before)?.subject ?? '') : NOTHING_OWED,
  };
}

function said(grade: Grade | undefined, { result }: Looked): GradeChange['before'] {
  if (!grade) return undefined;
  const { state, grade: id, possible } = grade;
  return {
    state,
    ...(id === undefined ? {} : { grade: id }),
    ...(state === 'awaiting' ? { possible } : {}),
    text: both((lang) => gradeText(grade, result, lang)),
  };
}

/** The clauses by which it is what it is, or was while something decided. */
function clausesOf(ladder: string, before: Grade | undefined, after: Grade | undefined, sides: Pair): string {
  const [grade, side] = after && after.decidedBy.length > 0 ? [after, sides.after] : [before, sides.before];
  const rules = side.words.ladders[ladder]?.rules ?? {};
  return joined((grade?.decidedBy ?? []).map((rule) => side.about(rule, rules[rule]).clause));
}

function joined(clauses: readonly string[]): string {
  return [...new Set(clauses)].join('、');
}

function ruleChanges(
  ladder: string,
  before: Grade | undefined,
  after: Grade | undefined,
  moving: Moving,
): GradeRuleChange[] {
  const asked = (grade: Grade | undefined) => new Map(grade?.considered.map((each) => [each.rule, each]));
  const [then, now] = [asked(before), asked(after)];
  return keysOf(then, now).flatMap((rule) => {
    const [was, is] = [then.get(rule), now.get(rule)];
    const decided = [before, after].map((grade) => grade?.decidedBy.includes(rule) ?? false);
    const isRevised = !same(
      definition(ladder, rule, moving.sides.before),
      definition(ladder, rule, moving.sides.after),
    );
    // A rule that is no longer asked, since one before it decides, did nothing; nor did one that never held.
    const isTurned = was !== undefined && is !== undefined && was.outcome !== is.outcome;
    const isAlone = [moving.sides.before, moving.sides.after].some((each) => !definition(ladder, rule, each));
    const isWeighty = decided.includes(true) || (isAlone && (is ?? was)?.outcome !== 'false');
    if (!isTurned && decided[0] === decided[1] && !(isRevised && isWeighty)) return [];
    const side = is ? moving.sides.after : moving.sides.before;
    return [
      {
        ...side.about(rule, side.words.ladders[ladder]?.rules[rule]),
        ...change(outcome(was, decided[0] ?? false), outcome(is, decided[1] ?? false)),
        restsOn: restsOn(
          [was, is].flatMap((each) => each?.atoms ?? []),
          moving,
        ),
        ...(isRevised ? { isRevised } : {}),
      },
    ];
  });
}

/** What a rule of a ladder says, without how it is called. */
export function definition(ladder: string, rule: string, { words }: Looked): object | undefined {
  const about = words.ladders[ladder]?.rules[rule];
  return about && { condition: about.condition, grade: about.grade, effect: about.effect };
}

function outcome(considered: Considered | undefined, decides: boolean): GradeRuleChange['before'] {
  return considered && { outcome: considered.outcome, decides, text: OUTCOMES[considered.outcome] };
}
