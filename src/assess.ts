/**
 * The whole flow on one screen: files → submissions → findings and facts → scores, standings, grades and consequences
 * → result. Every step is a pure function of what stands to its left; nothing here reads a file, a clock or the
 * environment.
 */
import { addDays, type Day } from './base/day.js';
import { groupedBy } from './base/group.js';
import { kindOf, type Period } from './base/period.js';
import { check, sorted } from './check/check.js';
import { checkConfirmed, weighted } from './check/confirm.js';
import { finding } from './check/inspection.js';
import { collectFacts } from './facts/collect.js';
import { extractRows } from './facts/extract.js';
import { collectOccurrences } from './facts/occurrences.js';
import { withPoints } from './facts/points.js';
import { recordsOf } from './facts/records.js';
import { collectSelfScores } from './facts/self.js';
import { read } from './forms/read.js';
import { recognise } from './forms/recognise.js';
import { consequencesFor, seatsFor } from './grade/follow.js';
import { gradeSubjects } from './grade/grade.js';
import { expect, receiptsOf, upcoming } from './intake/expect.js';
import { identify } from './intake/identify.js';
import { enrol } from './intake/roster.js';
import { settle } from './intake/settle.js';
import { wordsOf } from './measures/words.js';
import type { Finding } from './model/finding.js';
import type { Measures } from './model/measures.js';
import type { Office } from './model/office.js';
import type { Recognised } from './model/recognised.js';
import { type FileReport, RESULT_FORMAT, type Result } from './model/result.js';
import { isList } from './model/returned.js';
import type { Roster, Settled, Submission } from './model/submission.js';
import type { Workbook } from './model/workbook.js';
import { withPlaces } from './rank/places.js';
import { rankSubjects } from './rank/rank.js';
import { scoreSubjects } from './score/score.js';
import { filledConsequences } from './words/consequence.js';
import { openWorkbook } from './workbook/open.js';

/** A file as it was handed in; the bytes that were graded are the bytes that were hashed. */
export interface SentFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Everything handed in, told apart, read and put to names. */
export interface Intake {
  readonly files: readonly SentFile[];
  readonly inspected: readonly { readonly layout: Recognised; readonly submission: Submission }[];
  readonly roster: Roster;
  readonly settled: Settled;
  /** Faults of whole files and of names; the checks find the rest. */
  readonly findings: readonly Finding[];
}

/** One file opened, its sheets recognised and read; nothing in it rests on another file. */
export interface OpenedFile {
  readonly sent: SentFile;
  readonly sheets: readonly { readonly layout: Recognised; readonly submission: Submission }[];
  /** Faults of the whole file. */
  readonly findings: readonly Finding[];
}

/** files → workbooks → recognised sheets → submissions with the roster's subjects in them. */
export function takeIn(files: readonly SentFile[], measures: Measures, counts: readonly string[] = []): Intake {
  return bringTogether(
    files.map((sent) => openSent(sent, measures)),
    measures,
    counts,
  );
}

/** file → workbook → recognised sheets → submissions, without names put to them. */
export function openSent(sent: SentFile, measures: Measures): OpenedFile {
  const { file, bytes } = sent;
  const opened = openWorkbook(file, bytes);
  if (!opened.ok) {
    const { fault, detail } = opened;
    return { sent, sheets: [], findings: [finding('file-unreadable', { place: { file } }, { fault, detail })] };
  }
  const findings: Finding[] = [];
  const sheets: { layout: Recognised; submission: Submission }[] = [];
  const found = recognise(opened.workbook, measures);
  if (found.length === 0) findings.push(withoutForm(opened.workbook));
  const isNothingElse = !found.some((each) => 'headingRow' in each);
  for (const each of found) {
    if ('headingRow' in each) sheets.push({ layout: each, submission: read(file, each, measures) });
    else if (each.isBeside) {
      const isHidden = each.sheet.hidden;
      const severity = isNothingElse ? 'error' : isHidden ? 'note' : 'warning';
      findings.push(finding('sheet-unused', { place: { file, sheet: each.sheet.name }, severity }, { isHidden }));
    } else {
      const missing = each.missing.map(({ title }) => title);
      const nearest = each.nearest ? { nearest: each.nearest.title } : {};
      findings.push(finding('form-unrecognised', { place: { file, sheet: each.sheet.name } }, { ...nearest, missing }));
    }
  }
  return { sent, sheets, findings };
}

/** Everything opened, with the roster's subjects put to names and one submission chosen for each matter. */
export function bringTogether(
  opened: readonly OpenedFile[],
  measures: Measures,
  counts: readonly string[] = [],
): Intake {
  const files = opened.map(({ sent }) => sent);
  const once = withoutCopies(opened, counts);
  const findings = once.flatMap((each) => each.findings);
  const sheets = once.flatMap((each) => each.sheets);
  const roster = enrol(
    measures,
    sheets.map(({ submission }) => submission),
  );
  const inspected = sheets.map(({ layout, submission }) => {
    const identified = identify(submission, layout.marker?.by, measures, roster);
    findings.push(...identified.findings);
    return { layout, submission: identified.submission };
  });
  const settled = settle(
    inspected.map(({ submission }) => submission),
    measures,
    counts,
  );
  return { files, inspected, roster, settled, findings };
}

/** A file whose sheets hold nothing, or nothing but the list that went back with a file. */
function withoutForm({ file, sheets }: Workbook): Finding {
  if (!sheets.some(isList))
    return finding('file-unreadable', { place: { file } }, { fault: 'empty', detail: 'no cells' });
  const reason = {
    zh: '是退回时附的问题清单，不是报表',
    en: 'a list of findings that went back with a file, no report',
  };
  return finding('file-skipped', { place: { file } }, { reason });
}

/**
 * Of files that are the same byte for byte only one is read: the one the office names, else the first. Those that nobody
 * can read are each to be sent anew.
 */
function withoutCopies(opened: readonly OpenedFile[], counts: readonly string[]): OpenedFile[] {
  const alike = groupedBy(opened, ({ sent }) => sent.sha256);
  return opened.map((each) => {
    const group = alike.get(each.sent.sha256) ?? [];
    const read = group.find(({ sent }) => counts.includes(sent.file)) ?? group[0];
    const isCopy =
      read && read !== each && read.sheets.length > 0 && Buffer.compare(read.sent.bytes, each.sent.bytes) === 0;
    if (!isCopy) return each;
    const { file } = each.sent;
    return { ...each, sheets: [], findings: [finding('file-copied', { place: { file } }, { other: read.sent.file })] };
  });
}

/** What is wrong in the files themselves, without asking what else was owed. */
export function checkFiles(
  intake: Intake,
  measures: Measures,
  office: Pick<Office, 'severities' | 'confirmed'>,
): Finding[] {
  const { roster, inspected, settled, findings } = intake;
  const found = check({ measures, roster, inspected, settled, expected: [], receipts: [] }, 'file');
  return sorted(weighted([...findings, ...found], office));
}

export interface Run {
  readonly period: Period;
  readonly asOf: Day;
  readonly office: Office;
}

/** How far ahead the next due days are listed. */
const AHEAD_DAYS = 45;

export function assess(intake: Intake, measures: Measures, { period, asOf, office }: Run): Result {
  const { roster, inspected, settled } = intake;
  const kind = kindOf(period);
  const subjects = roster.subjects.filter(({ takesPart }) => takesPart);

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
  const findings = sorted([...judged, ...checkConfirmed(judged, office)]);

  const records = recordsOf({ measures, submissions: settled.counted, expected, asOf }, roster.subjects);
  const counted = collectFacts(subjects, period, records);
  const logged = collectOccurrences(subjects, period, records);
  const self = collectSelfScores(subjects, period, records);
  const scores = scoreSubjects(subjects, { facts: counted, logged, self }, measures, period);
  const pointed = withPoints(subjects, counted, scores, measures);
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
    subjects: roster.subjects,
    files: reports(intake, findings),
    expected,
    upcoming: upcoming(measures, roster.subjects, { asOf, until: addDays(asOf, AHEAD_DAYS), shift: office.shift }),
    findings,
    facts,
    scores,
    grades,
    standings,
    consequences,
    seats: seatsFor(roster.subjects, grades, measures),
    extracts: measures.bulletin.sections.flatMap((section, index) =>
      section.kind === 'rows'
        ? [extractRows(index, section.rows, section.columns, period, settled.counted, measures, roster, asOf)]
        : [],
    ),
    words,
  };
}

function profile({ name, issuer, number, addressees, copies }: Office): Result['office'] {
  return {
    name,
    issuer,
    ...(number ? { number } : {}),
    ...(addressees ? { addressees } : {}),
    ...(copies ? { copies } : {}),
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
