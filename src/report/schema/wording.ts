/** The schema of the pack's wording that a result carries, so that it can be read without the pack. */
import type { Text } from '../../base/text.js';
import type { Effect, Origin } from '../../model/measures.js';
import type { LadderWords, ScoreWords, SectionWords, Words } from '../../model/result.js';
import { byName, either, list, object, oneOf, optional, text, variants, yesno } from './exact.js';
import { tone } from './graded.js';
import { decimal, value, words } from './values.js';

const show = oneOf<'number' | 'share'>({ number: true, share: true });

const parameter = object<Words['parameters'][string]>({
  title: words,
  clause: text,
  origin: oneOf<Origin>({ source: true, assumed: true, required: true }),
  byOffice: yesno,
  value: optional(either(value, list(text))),
  inclusive: optional(yesno),
  show: optional(show),
  unit: optional(words),
});

const fact = object<Words['facts'][string]>({
  title: words,
  clause: text,
  unit: optional(words),
  show: oneOf<Words['facts'][string]['show']>({ number: true, share: true, text: true }),
  into: optional(text),
  choices: optional(byName(words)),
});

const score = object<ScoreWords>({
  title: words,
  clause: text,
  subject: text,
  ranking: optional(text),
  full: decimal,
  items: byName(
    object<ScoreWords['items'][string]>({
      title: words,
      clause: text,
      full: optional(decimal),
      outside: yesno,
      begins: oneOf<ScoreWords['items'][string]['begins']>({ full: true, zero: true }),
      in: optional(text),
    }),
  ),
  rules: byName(
    object<ScoreWords['rules'][string]>({
      title: words,
      clause: text,
      code: text,
      effect: oneOf<ScoreWords['rules'][string]['effect']>({ deduct: true, add: true }),
      item: text,
      asks: list(text),
    }),
  ),
  shown: byName(words),
});

const ladder = object<LadderWords>({
  title: words,
  subject: text,
  grades: list(object<LadderWords['grades'][number]>({ id: text, title: words })),
  rules: byName(
    object<LadderWords['rules'][string]>({
      title: words,
      clause: text,
      grade: text,
      effect: oneOf<Effect>({ decides: true, veto: true, proposes: true, caps: true }),
      condition: text,
    }),
  ),
});

const headed = { title: words, none: words };

const section = variants<SectionWords, 'kind'>('kind', {
  overview: { title: words },
  order: { title: words, ranking: text, facts: list(text), chart: optional(text) },
  rows: headed,
  consequences: { ...headed, tones: list(tone) },
  grades: { ...headed, ladder: text },
  scores: { title: words, score: text },
  'score-lines': { ...headed, score: text },
  submissions: headed,
  due: headed,
  text: { title: words, text: words },
});

export const wording = object<Words>({
  clauses: byName(object<{ at: string } & Text>({ at: text, zh: text, en: text })),
  subjects: byName(words),
  forms: byName(words),
  keepers: byName(words),
  facts: byName(fact),
  parameters: byName(parameter),
  scales: byName(byName(words)),
  scores: byName(score),
  ladders: byName(ladder),
  rankings: byName(object<Words['rankings'][string]>({ title: words, clause: text })),
  limits: byName(object<Words['limits'][string]>({ title: words, ladder: text, grade: text })),
  consequences: byName(object<Words['consequences'][string]>({ title: words, tone })),
  bulletin: object<Words['bulletin']>({ title: words, opening: words, sections: list(section) }),
});
