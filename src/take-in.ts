/**
 * The first half of the flow, which is all that checking single files asks for: files → submissions → findings. Every
 * step is a pure function of what stands to its left.
 */
import { check, sorted } from './check/check.js';
import { FINDINGS } from './check/findings.js';
import { finding } from './check/inspection.js';
import { read } from './forms/read.js';
import { recognise } from './forms/recognise.js';
import { identify } from './intake/identify.js';
import { enrol } from './intake/roster.js';
import { settle } from './intake/settle.js';
import type { Finding } from './model/finding.js';
import type { Measures } from './model/measures.js';
import type { Office } from './model/office.js';
import type { Recognised } from './model/recognised.js';
import type { Roster, Settled, Submission } from './model/submission.js';
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

/** files → workbooks → recognised sheets → submissions with the roster's subjects in them. */
export function takeIn(files: readonly SentFile[], measures: Measures, counts: readonly string[] = []): Intake {
  const findings: Finding[] = [];
  const sheets: { layout: Recognised; submission: Submission }[] = [];
  for (const { file, bytes } of files) {
    const opened = openWorkbook(file, bytes);
    if (!opened.ok) {
      findings.push(finding('file-unreadable', { place: { file } }, { fault: opened.fault, detail: opened.detail }));
      continue;
    }
    const found = recognise(opened.workbook, measures);
    if (found.length === 0)
      findings.push(finding('file-unreadable', { place: { file } }, { fault: 'empty', detail: 'no cells' }));
    for (const each of found) {
      if ('headingRow' in each) sheets.push({ layout: each, submission: read(file, each, measures) });
      else {
        const missing = each.missing.map(({ title }) => title);
        const nearest = each.nearest ? { nearest: each.nearest.title } : {};
        findings.push(
          finding('form-unrecognised', { place: { file, sheet: each.sheet.name } }, { ...nearest, missing }),
        );
      }
    }
  }
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

/** What is wrong in the files themselves, without asking what else was owed. */
export function checkFiles(intake: Intake, measures: Measures, office: Pick<Office, 'severities'>): Finding[] {
  const { roster, inspected, settled, findings } = intake;
  const found = check({ measures, roster, inspected, settled, expected: [], receipts: [] }, 'file');
  return sorted(weighted([...findings, ...found], office));
}

/** The office may weigh a kind of finding otherwise; its own words for it stay. */
export function weighted(findings: readonly Finding[], { severities }: Pick<Office, 'severities'>): Finding[] {
  return findings.map((each) => ({ ...each, severity: severities[FINDINGS[each.kind].code] ?? each.severity }));
}
