/** Turns a pack of the right shape into measures, collecting every problem of names, types and conditions on the way. */
import type { ReceiptsRegister } from '../model/form.js';
import type { Clause, Measures, Scale, SubjectKind } from '../model/measures.js';
import { type Draft, entries, KINDS, draft as newDraft, textOf } from './draft.js';
import { compileFacts } from './facts.js';
import { compileChecks, compileForms } from './forms.js';
import { compileParameters, declaredParameter } from './parameters.js';
import type { Unplaced } from './problem.js';
import { compileBulletin, compileConsequences, compileLadders, compileLimits, compileRankings } from './rules.js';
import type { Pack } from './schema.js';
import { compileScores } from './score.js';

export function compile(
  pack: Pack,
  office: Readonly<Record<string, unknown>>,
  isSound = false,
): { measures: Measures; problems: Unplaced[] } {
  const scales = new Map<string, Scale>();
  for (const [id, { steps, ...title }] of entries(pack.scales)) {
    scales.set(id, {
      id,
      title: textOf(title),
      steps: entries(steps).map(([step, words]) => ({ id: step, title: textOf(words) })),
    });
  }
  // A list may be compared with choices; what the office lists is checked with every condition that may ask for it.
  const lists = Object.keys(office).filter((id) => Array.isArray(office[id]));
  const draft = newDraft(pack, scales, (source) => isSound && !lists.some((id) => source.includes(id)));
  const parameters = compileParameters(draft, office);
  const declared = new Map(
    entries(pack.parameters).map(([id, entry]) => [id, declaredParameter(entry, parameters.get(id)?.value)] as const),
  );
  const facts = compileFacts(draft, declared);
  const measures: Measures = {
    id: pack.id,
    version: pack.version,
    title: pack.title,
    source: pack.source,
    bases: [],
    parameters,
    clauses: compileClauses(pack),
    scales,
    subjects: compileSubjects(draft),
    forms: compileForms(draft, declared),
    ...(pack.receipts ? { receipts: compileReceipts(draft, pack.receipts) } : {}),
    checks: compileChecks(draft, declared),
    facts,
    scores: compileScores(draft, facts, declared),
    ladders: compileLadders(draft, facts, declared),
    rankings: compileRankings(draft, facts, declared),
    limits: compileLimits(draft, declared),
    consequences: compileConsequences(draft, facts, declared),
    bulletin: compileBulletin(draft, facts, declared),
  };
  return { measures, problems: draft.problems };
}

function compileReceipts(draft: Draft, entry: ReceiptsRegister): ReceiptsRegister {
  const { form, ...columns } = entry;
  if (draft.known(KINDS.form, form, Object.keys(draft.pack.forms), ['receipts', 'form'])) {
    const names = Object.keys(draft.pack.forms[form]?.columns ?? {});
    for (const [key, column] of Object.entries(columns)) draft.known(KINDS.column, column, names, ['receipts', key]);
  }
  return entry;
}

function compileClauses(pack: Pack): Map<string, Clause> {
  return new Map(
    entries(pack.clauses).map(([id, { at, asks, why, ...summary }]) => [
      id,
      { id, at, summary: textOf(summary), asks: asks ?? 'software', ...(why ? { why } : {}) },
    ]),
  );
}

function compileSubjects(draft: Draft): Map<string, SubjectKind> {
  const { pack } = draft;
  const kinds = new Map<string, SubjectKind>();
  for (const [id, entry] of entries(pack.subjects)) {
    const path = ['subjects', id];
    if (draft.known(KINDS.form, entry.roster, Object.keys(pack.forms), [...path, 'roster'])) {
      const columns = Object.keys(pack.forms[entry.roster]?.columns ?? {});
      const used = {
        number: entry.number,
        name: entry.name,
        aliases: entry.aliases,
        takes_part: entry.takes_part,
        group: entry.group,
        within: entry.within?.column,
      };
      for (const [key, column] of Object.entries(used)) {
        if (column !== undefined) draft.known(KINDS.column, column, columns, [...path, key]);
      }
    }
    if (entry.within)
      draft.known(KINDS.subject, entry.within.kind, Object.keys(pack.subjects), [...path, 'within', 'kind']);
    kinds.set(id, {
      id,
      title: textOf(entry),
      roster: entry.roster,
      name: entry.name,
      ...(entry.number === undefined ? {} : { number: entry.number }),
      ...(entry.aliases === undefined ? {} : { aliases: entry.aliases }),
      ...(entry.within ? { within: entry.within } : {}),
      ...(entry.takes_part === undefined ? {} : { takesPart: entry.takes_part }),
      ...(entry.group === undefined ? {} : { group: entry.group }),
    });
  }
  return kinds;
}
