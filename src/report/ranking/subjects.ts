/**
 * One sheet for each kind of subject that is graded: every fact about each who takes part, the grade and the rules that
 * decided it with their clauses.
 */

import type { CellDesign, Rows, SheetDesign } from '../../model/design.js';
import type { Seats } from '../../model/grading.js';
import type { Subject } from '../../model/submission.js';
import { factsAbout } from '../facts.js';
import type { Lookup } from '../lookup.js';
import { seatsText } from '../seats.js';
import { laddersOf } from '../titles.js';
import { factCell, text } from './cells.js';
import { factColumn, nameColumn } from './columns.js';
import { gradeCells, gradeColumns } from './grade-cells.js';
import { madeOf } from './made.js';
import { type Column, longSheetOf } from './sheet.js';

export function subjectSheets(lookup: Lookup): SheetDesign<Rows>[] {
  const kinds = new Set(Object.values(lookup.words.ladders).map(({ subject }) => subject));
  return [...kinds].map((kind) => subjectSheet(kind, lookup));
}

function subjectSheet(kind: string, lookup: Lookup): SheetDesign<Rows> {
  const { result, lang } = lookup;
  const members = result.subjects.filter((subject) => subject.kind === kind && subject.takesPart);
  const ids = members.map(({ id }) => id);
  const facts = factsAbout(ids, lookup);
  const ladders = laddersOf(kind, lookup).map(([id]) => id);
  const before = identity(kind, members, lookup);
  const columns: Column[] = [
    ...before.map(({ column }) => column),
    ...facts.map((id) => factColumn(id, ids, lookup)),
    ...ladders.flatMap((id) => gradeColumns(id, ids, lookup)),
  ];
  const rows = madeOf(members, (member): CellDesign[] => [
    ...before.map(({ cell }) => cell(member)),
    ...facts.map((id) => factCell(lookup.fact(member.id, id), ids.length, lookup)),
    ...ladders.flatMap((id) => gradeCells(lookup.grade(member.id, id), lookup)),
  ]);
  const title = { zh: `${lookup.kind(kind)}考核明细`, en: `${lookup.kind(kind)}: facts and grades` }[lang];
  const notes = result.seats.flatMap((seats) => seatsNote(seats, ladders, lookup));
  return longSheetOf({ name: lookup.kind(kind), title, columns, rows, frozen: before.length, notes }, lookup);
}

interface Identity {
  readonly column: Column;
  cell(subject: Subject): CellDesign;
}

/** Number where there is one, name, and what the member belongs to. */
function identity(kind: string, members: readonly Subject[], lookup: Lookup): Identity[] {
  const { lang, subject, name } = lookup;
  const groups = members.flatMap(({ within }) => within ?? []);
  const group = subject(groups[0] ?? '')?.kind;
  const numbers: Identity = {
    column: { title: { zh: '编号', en: 'No.' }[lang], width: 8 },
    cell: (each) => text(each.number ?? ''),
  };
  const groupNames: Identity = {
    column: nameColumn(group ?? '', groups, lookup),
    cell: ({ within }) => text(within === undefined ? '' : name(within)),
  };
  return [
    ...(members.some((each) => each.number !== undefined) ? [numbers] : []),
    {
      column: nameColumn(
        kind,
        members.map(({ id }) => id),
        lookup,
      ),
      cell: ({ id }) => text(name(id)),
    },
    ...(group === undefined ? [] : [groupNames]),
  ];
}

/** How many may hold a grade, below the sheet of those concerned. */
function seatsNote(seats: Seats, ladders: readonly string[], lookup: Lookup): string[] {
  const about = lookup.words.limits[seats.limit];
  return about && ladders.includes(about.ladder) ? [seatsText(seats, lookup) ?? ''] : [];
}
