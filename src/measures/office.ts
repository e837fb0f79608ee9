/**
 * Loads an office's own assess.yaml: who it is, which measures are in force, its parameters, its rules for reading.
 * Unknown keys are refused; every problem comes with file, line and caret.
 */
import { z } from 'zod';
import { type Day, parseDay } from '../base/day.js';
import type { Confirmation } from '../model/finding.js';
import type { Office } from '../model/office.js';
import type { Problem } from './problem.js';
import { locate, parseYaml, type YamlFile } from './yaml.js';

const severity = z.enum(['error', 'warning', 'note']);
const code = z.string().regex(/^A\d{3}$/, 'a code such as A201');
const said = z.string().min(1).optional();

const confirmation = z
  .strictObject({
    code,
    file: said.describe('The file, or the end of its path'),
    sheet: said,
    cell: said.describe('Such as D7'),
    stands: z.string().optional().describe('What stands in the cell; once it is changed, the warning is back'),
    unit: said.describe('Whose report it is about'),
    form: said,
    period: said.describe('Such as 2026-03'),
    reason: z.string().min(1),
  })
  .refine(({ file, unit, form }) => file ?? unit ?? form, 'say what it is about: a file, a unit or a form');

export const officeSchema = z.strictObject({
  measures: z.string().min(1).describe('Name of a pack, or the path of its folder or file, relative to this file'),
  name: z.string().min(1).describe('The office'),
  issuer: z.string().min(1).optional().describe('The issuing body of the bulletin'),
  number: z.string().min(1).optional().describe('Document number of the bulletin'),
  addressees: z.string().min(1).optional(),
  copies: z.string().min(1).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  as_of: z
    .string()
    .refine((text) => parseDay(text) !== undefined, 'a day written YYYY-MM-DD')
    .optional()
    .describe('The day of the run; the clock when absent'),
  read: z
    .array(z.string())
    .optional()
    .describe('Files and folders read besides the submissions, relative to this file'),
  counts: z.array(z.string()).optional().describe('Of two files for the same report, the one that counts'),
  deadlines: z.strictObject({ shift: z.enum(['none', 'next-working-day']) }).optional(),
  parameters: z
    .record(z.string(), z.unknown())
    .optional()
    .describe("The office's own values for parameters of the pack"),
  severities: z.record(code, severity).optional(),
  confirmed: z.array(confirmation).optional().describe('Warnings that were looked into and are let stand'),
  fonts: z.partialRecord(z.enum(['song', 'heading', 'hei', 'kai', 'fang']), z.string()).optional(),
});

export interface LoadedOffice {
  readonly office?: Office;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly yaml: YamlFile;
  readonly problems: readonly Problem[];
}

/** The default pack, for an office that has written nothing. */
export const DEFAULT_MEASURES = 'quality-bureau';

export const NO_OFFICE: Office = {
  name: '',
  issuer: '',
  measures: DEFAULT_MEASURES,
  read: [],
  counts: [],
  shift: 'none',
  severities: {},
  confirmed: [],
  fonts: {},
};

/** Without the keys that were not written. */
function present({ code: of, reason, ...rest }: z.infer<typeof confirmation>): Confirmation {
  const written = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { code: of, ...(Object.fromEntries(written) as Partial<Confirmation>), reason };
}

export function loadOffice(file: string, text: string): LoadedOffice {
  const { yaml, problems } = parseYaml(file, text);
  if (problems.length > 0) return { yaml, problems, parameters: {} };
  const shaped = officeSchema.safeParse(yaml.tree);
  if (!shaped.success) {
    const found = shaped.error.issues.map((issue): Problem => {
      const path = issue.path.filter((key) => typeof key !== 'symbol');
      const unknownKey = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const spot = locate([yaml], unknownKey === undefined ? path : [...path, unknownKey]);
      return { kind: 'shape', severity: 'error', reason: `${path.join('.') || 'assess.yaml'}: ${issue.message}`, spot };
    });
    return { yaml, problems: found, parameters: {} };
  }
  const { data } = shaped;
  const office: Office = {
    measures: data.measures,
    name: data.name,
    issuer: data.issuer ?? data.name,
    read: data.read ?? [],
    counts: data.counts ?? [],
    shift: data.deadlines?.shift ?? 'none',
    severities: data.severities ?? {},
    confirmed: (data.confirmed ?? []).map(present),
    fonts: Object.fromEntries(Object.entries(data.fonts ?? {}).filter(([, path]) => path !== undefined)) as Record<
      string,
      string
    >,
    ...(data.number ? { number: data.number } : {}),
    ...(data.addressees ? { addressees: data.addressees } : {}),
    ...(data.copies ? { copies: data.copies } : {}),
    ...(data.lang ? { lang: data.lang } : {}),
    ...(data.as_of ? { asOf: data.as_of as Day } : {}),
  };
  return { office, yaml, problems: [], parameters: data.parameters ?? {} };
}
