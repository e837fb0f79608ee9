/**
 * Who is assessed: the subjects that the roster forms list, found by number, name or other name as people type them.
 * Names that could mean two subjects are never settled by guess.
 */
import { groupedBy } from '../base/group.js';
import { isNear } from '../base/look-alike.js';
import { once } from '../base/once.js';
import { folded } from '../base/text.js';
import type { Measures, SubjectKind } from '../model/measures.js';
import type { Reading, Roster, Row, Subject, Submission } from '../model/submission.js';
import type { Place } from '../model/value.js';

/** The id of a subject: its kind and number, or its name where the roster has no numbers. */
function subjectId(kind: string, key: string): string {
  return `${kind}:${key}`;
}

export function enrol(measures: Measures, submissions: readonly Submission[]): Roster {
  const subjects: Subject[] = [];
  // A kind that others belong to is listed before them.
  const kinds = [...measures.subjects.values()].toSorted(
    (a, b) => Number(a.within !== undefined) - Number(b.within !== undefined),
  );
  for (const kind of kinds) {
    const known = roster(subjects);
    const listed = new Set<string>();
    for (const submission of submissions.filter(({ form }) => form === kind.roster)) {
      for (const row of submission.rows) {
        const subject = subjectOf(kind, submission, row, known, measures);
        if (!subject || listed.has(subject.id)) continue;
        listed.add(subject.id);
        subjects.push(subject);
      }
    }
  }
  return roster(subjects);
}

function textOf(reading: Reading | undefined): string {
  const value = reading?.value;
  return value?.type === 'text' || value?.type === 'subject' ? value.value : '';
}

function subjectOf(
  kind: SubjectKind,
  submission: Submission,
  row: Row,
  known: Roster,
  measures: Measures,
): Subject | undefined {
  const name = textOf(row.readings.get(kind.name));
  const number = kind.number === undefined ? '' : textOf(row.readings.get(kind.number));
  if (name === '') return undefined;
  const takesPart = kind.takesPart === undefined ? undefined : row.readings.get(kind.takesPart)?.value;
  const within = kind.within && known.find(kind.within.kind, textOf(row.readings.get(kind.within.column)));
  const { file, sheet } = submission;
  const group = groupOf(kind, row, measures);
  const ungrouped = group ? undefined : ungroupedAt(kind, submission, row, measures);
  const aliases = kind.aliases === undefined ? [] : textOf(row.readings.get(kind.aliases)).split(/[、,，;；]/u);
  return {
    id: subjectId(kind.id, number || name),
    kind: kind.id,
    name,
    aliases: aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''),
    takesPart: takesPart?.type === 'yesno' ? takesPart.value : true,
    place: { file, sheet: row.readings.get(kind.name)?.sheet ?? sheet, cell: row.readings.get(kind.name)?.cell ?? '' },
    ...(number ? { number } : {}),
    ...(group ? { group } : {}),
    ...(ungrouped ? { ungrouped } : {}),
    ...(within?.length === 1 && within[0] ? { within: within[0].id } : {}),
  };
}

/** A group that cannot be read, or is needed and was left empty; one that may be left empty is a group of its own. */
function ungroupedAt(
  kind: SubjectKind,
  { file, sheet }: Submission,
  { readings }: Row,
  { forms }: Measures,
): Place | undefined {
  const { roster: form, group, name } = kind;
  if (group === undefined) return undefined;
  const reading = readings.get(group);
  const column = forms.get(form)?.columns.find(({ id }) => id === group);
  if (reading?.state !== 'unreadable' && !column?.required) return undefined;
  const at = reading?.cell ? reading : readings.get(name);
  const cell = at?.cell;
  return { file, sheet: at?.sheet ?? sheet, ...(cell ? { cell } : {}) };
}

/** A choice of the roster, or the text that stands there. */
function groupOf({ roster: form, group }: SubjectKind, { readings }: Row, { forms }: Measures): Subject['group'] {
  const value = group === undefined ? undefined : readings.get(group)?.value;
  if (value?.type === 'text') return { id: value.value, title: { zh: value.value, en: value.value } };
  if (value?.type !== 'choice') return undefined;
  const column = forms.get(form)?.columns.find(({ id }) => id === group);
  const title = column?.choices.find(({ id }) => id === value.value)?.title;
  return { id: value.value, title: title ?? { zh: value.value, en: value.value } };
}

function roster(subjects: readonly Subject[]): Roster {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const byName = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const names = new Set([subject.name, ...subject.aliases, ...(subject.number ? [subject.number] : [])].map(folded));
    for (const name of names) {
      const key = subjectId(subject.kind, name);
      byName.set(key, [...(byName.get(key) ?? []), subject]);
    }
  }
  const byKind = groupedBy(subjects, ({ kind }) => kind);
  const byContainer = groupedBy(subjects, ({ within }) => within);
  const lookUp = (kind: string, text: string): Subject[] => byName.get(subjectId(kind, folded(text))) ?? [];
  // "李敏（0012）" is a name with the number behind it; where they are not the same person's, it is nobody.
  const numbered = (kind: string, text: string): Subject[] => {
    const [, name = '', number = ''] = /^([^(（]+)[(（]([^)）]+)[)）]$/u.exec(text.trim()) ?? [];
    return lookUp(kind, number).filter((subject) => lookUp(kind, name).includes(subject));
  };
  // The same names stand in file after file.
  const asked = new Map<string, readonly Subject[]>();
  const meant = (kind: string, text: string): readonly Subject[] => {
    const key = subjectId(kind, text);
    const found = asked.get(key) ?? [...new Set([...numbered(kind, text), ...lookUp(kind, text)])];
    asked.set(key, found);
    return found;
  };
  return {
    subjects,
    get: (id) => byId.get(id),
    find: (kind, text, within) => {
      const found = meant(kind, text);
      const near = within === undefined ? [] : found.filter((subject) => subject.within === within);
      return near.length > 0 ? near : found;
    },
    similar: (kind, text) => {
      const typed = folded(text);
      const own = byKind.get(kind) ?? [];
      const near = own.filter((subject) => foldedNames(subject).some((each) => isNear(each, typed)));
      return [...new Set(near.map(({ name }) => name))].slice(0, 5);
    },
    ofKind: (kind) => byKind.get(kind) ?? [],
    membersOf: (id) => byContainer.get(id) ?? [],
  };
}

const foldedNames = once(({ name, aliases }: Subject) => [name, ...aliases].map(folded));
