/**
 * The whole flow on two screens: files → submissions → findings in src/take-in.ts, and here submissions → findings and facts
 * (collect) → scores, standings, grades and consequences → result (conclude). Every step is a pure function of what
 * stands to its left; nothing here reads a file, a clock or the environment.
 */
import { addDays, type Day } from './base/day.js';
import { groupedBy } from './base/group.js';
import { kindOf, type Period } from './base/period.js';
import { check, sorted } from './check/check.js';
import { checkConfirmed, weighted } from './check/confirm.js';
import { collectFacts } from './facts/collect.js';
import { extractRows } from './facts/extract.js';
import { collectOccurrences } from './facts/occurrences.js';
import { withPoints } from './facts/points.js';
import { recordsOf } from './facts/records.js';
import { collectSelfScores } from './facts/self.js';
import { consequencesFor, seatsFor } from './grade/follow.js';
import { gradeSubjects } from './grade/grade.js';
import { expect, receiptsOf, upcoming } from './intake/expect.js';
import { wordsOf } from './measures/words.js';
import type { Finding } from './model/finding.js';
import type { Measures } from './model/measures.js';
import type { Office } from './model/office.js';
import { type FileReport, RESULT_FORMAT, type Result } from './model/result.js';
import type { Subject } from './model/submission.js';
import { withPlaces } from './rank/places.js';
import { rankSubjects } from './rank/rank.js';
import { type Found, scoreSubjects } from './score/score.js';
import type { Intake } from './take-in.js';
import { filledConsequences } from './words/consequence.js';

export interface Run {
  readonly period: Period;
  readonly asOf: Day;
  readonly office: Office;
}

/** How far ahead the next due days are listed. */
const AHEAD_DAYS = 45;

/** What the submissions come to before anything is judged. Nothing in it leads back to them: they may be let go. */
export interface Collected extends Pick<Result, 'subjects' | 'files' | 'expected' | 'findings' | 'extracts'>, Found {}

export function assess(intake: Intake, measures: Measures, run: Run): Result {
  return conclude(collect(intake, measures, run), measures, run);
}

/** submissions → what was owed, findings, facts. */
export function collect(intake: Intake, measures: Measures, { period, asOf, office }: Run): Collected {
  const { roster, inspected, settled } = intake;
  const receipts = receiptsOf(measures, settled.counted);
  const standing = [...settled.counted, ...settled.rivals.flat()];
  const expected = expect(measures, roster, standing, receipts, { period, asOf, shift: office.shift });
  // What the office has set aside is not held against anyone.
  const aside = new Set(settled.superseded.map(({ submission }) => submission));
  const kept = inspected.filter(({ submission }) => !aside.has(submission));
  const run = { asOf, shift: office.shift };
  const checked = check({ measures, roster, inspected: kept, settled, expected, receipts, run }, 'folder');
  const found = intake.findings.filter(
    ({ place }) =>
      !settled.superseded.some(({ submission }) => submission.file === place.file && submission.sheet === place.sheet),
  );
  const judged = weighted([...found, ...checked], office);
  // A confirmation cannot confirm that it is idle, but how grave that is the office may say.
  const idle = weighted(checkConfirmed(judged, office), { ...office, confirmed: [] });
  const findings = sorted([...judged, ...idle]);

  const soon = { from: asOf, to: addDays(asOf, AHEAD_DAYS) };
  const looked = { measures, roster, period, asOf, soon, submissions: settled.counted, expected };
  const subjects = takingPart(roster);
  const records = recordsOf({ measures, submissions: settled.counted, expected, asOf }, roster.subjects);
  return {
    subjects: roster.subjects,
    files: reports(intake, findings),
    expected,
    findings,
    facts: collectFacts(subjects, period, records),
    logged: collectOccurrences(subjects, period, records),
    self: collectSelfScores(subjects, period, records),
    extracts: measures.bulletin.sections.flatMap((section, index) =>
      section.kind === 'rows' ? [extractRows(index, section, looked)] : [],
    ),
  };
}

function takingPart({ subjects }: Pick<Result, 'subjects'>): Subject[] {
  return subjects.filter(({ takesPart }) => takesPart);
}

/** findings, facts → scores, standings, grades, consequences → result. */
export function conclude(collected: Collected, measures: Measures, { period, asOf, office }: Run): Result {
  const kind = kindOf(period);
  const subjects = takingPart(collected);
  const scores = scoreSubjects(subjects, collected, measures, period);
  const pointed = withPoints(subjects, collected.facts, scores, measures);
  const standings = rankSubjects(subjects, pointed, measures, kind);
  const facts = withPlaces(subjects, pointed, standings, measures);
  const grades = gradeSubjects(subjects, facts, measures, kind);
  const words = wordsOf(measures);
  const consequences = filledConsequences(consequencesFor(subjects, facts, grades, measures, kind), facts, words);

  return {
    format: RESULT_FORMAT,
    measures: { id: measures.id, version: measures.version, title: measures.title, source: measures.source },
    office: profile(office),
    period,
    kind,
    asOf,
    subjects: collected.subjects,
    files: collected.files,
    expected: collected.expected,
    upcoming: upcoming(measures, collected.subjects, { asOf, until: addDays(asOf, AHEAD_DAYS), shift: office.shift }),
    findings: collected.findings,
    facts,
    scores,
    grades,
    standings,
    consequences,
    seats: seatsFor(collected.subjects, grades, measures),
    extracts: collected.extracts,
    words,
  };
}

function profile(office: Office): Result['office'] {
  const { name, issuer, number, addressees, copies, attachments, contact, issued, printedBy, isSealed } = office;
  return {
    name,
    issuer,
    ...(number ? { number } : {}),
    ...(addressees ? { addressees } : {}),
    ...(copies ? { copies } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(contact ? { contact } : {}),
    ...(issued ? { issued } : {}),
    ...(printedBy ? { printedBy } : {}),
    ...(isSealed ? { isSealed } : {}),
  };
}

function reports({ files, inspected, settled }: Intake, findings: readonly Finding[]): FileReport[] {
  const counted = new Set(settled.counted);
  const byFile = groupedBy(findings, ({ place }) => place.file);
  const submissions = groupedBy(
    inspected.map(({ submission }) => submission),
    ({ file }) => file,
  );
  return files.map(({ file, sha256 }) => ({
    file,
    sha256,
    forms: (submissions.get(file) ?? []).map((submission) => {
      const { sheet, form, by, period, rows } = submission;
      const own = (byFile.get(file) ?? []).filter(({ place }) => place.sheet === undefined || place.sheet === sheet);
      const worst = statusOf(own);
      const status = counted.has(submission) || worst === 'returned' ? worst : 'not-counted';
      return { sheet, form, ...(by ? { by } : {}), ...(period ? { period } : {}), rows: rows.length, status };
    }),
  }));
}

function statusOf(findings: readonly Finding[]): 'accepted' | 'accepted-with-warnings' | 'returned' {
  if (findings.some(({ severity }) => severity === 'error')) return 'returned';
  return findings.some(({ severity }) => severity === 'warning') ? 'accepted-with-warnings' : 'accepted';
}

/** The periods of a kind that the submissions report on, in order: what is planned ahead names no period to be assessed. */
export function periodsReported(
  intake: Intake,
  measures: Measures,
  holds: (period: Period) => Period | undefined,
): Period[] {
  const periods = intake.inspected.flatMap(({ submission: { form, period } }) => {
    const due = measures.forms.get(form)?.due;
    const looksBack = due?.kind === 'workdays' || due?.anchor === 'end';
    const held = looksBack && period ? holds(period) : undefined;
    return held ? [held] : [];
  });
  return [...new Set(periods)].toSorted();
}
