/** The one schema of results.json: it is read by it, and the JSON Schema that is published is made from it. */
import { z } from 'zod';
import { RESULT_FORMAT, type Result } from '../../model/result.js';
import { always, list, object, optional, text, yesno } from './exact.js';
import { finding } from './findings.js';
import { consequence, expected, extract, fact, file, grade, seats, standing, subject, upcoming } from './graded.js';
import { scored } from './scored.js';
import { day, period, periodKind, words } from './values.js';
import { wording } from './wording.js';

export const resultSchema = object<Result>({
  format: always(RESULT_FORMAT),
  measures: object<Result['measures']>({ id: text, version: text, title: words, source: words }),
  office: object<Result['office']>({
    name: text,
    issuer: text,
    number: optional(text),
    addressees: optional(text),
    copies: optional(text),
    attachments: optional(list(text)),
    contact: optional(text),
    issued: optional(day),
    printedBy: optional(text),
    isSealed: optional(yesno),
  }),
  period,
  kind: periodKind,
  asOf: day,
  subjects: list(subject),
  files: list(file),
  expected: list(expected),
  upcoming: list(upcoming),
  findings: list(finding),
  facts: list(fact),
  scores: list(scored),
  grades: list(grade),
  standings: list(standing),
  consequences: list(consequence),
  seats: list(seats),
  extracts: list(extract),
  words: wording,
});

/** The JSON Schema of results.json, for programmes that read it. */
export function resultJsonSchema(): object {
  return z.toJSONSchema(resultSchema);
}
