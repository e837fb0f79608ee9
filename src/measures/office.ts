/**
 * Loads an office's own assess.yaml: who it is, which measures are in force, its parameters, its rules for reading.
 * Unknown keys are refused; every problem comes with file, line and caret.
 */
import { type Day, parseDay } from '../base/day.js';
import type { Lang, Text } from '../base/text.js';
import type { Confirmation } from '../model/finding.js';
import type { Office } from '../model/office.js';
import { documentNumber } from './document-number.js';
import type { Problem } from './problem.js';
import { anyMap, keysOf, listOf, mapOf, oneOf, type Shape, text, which } from './shape.js';
import { locate, parseYaml, type YamlFile } from './yaml.js';

/** assess.yaml as it is written. */
interface OfficeFile {
  /** Name of a pack, or the path of its folder or file, relative to this file. */
  readonly measures: string;
  readonly name: string;
  /** The issuing body of the bulletin. */
  readonly issuer?: string;
  /** Document number of the bulletin. */
  readonly number?: string;
  readonly addressees?: string;
  readonly copies?: string;
  /** Titles of what the office attaches to the bulletin by hand. */
  readonly attachments?: readonly string[];
  /** Whom to ask about the bulletin. */
  readonly contact?: string;
  /** The date of the bulletin; the day of the run when absent. */
  readonly issued?: Day;
  /** Who prints the bulletin; the issuing body when absent. */
  readonly printed_by?: string;
  /** Whether the bulletin gets a seal. */
  readonly seal?: boolean;
  readonly lang?: Lang;
  /** The day of the run; the clock when absent. */
  readonly as_of?: Day;
  /** Files and folders read besides the submissions, relative to this file. */
  readonly read?: readonly string[];
  /** Of two files for the same report, the one that counts. */
  readonly counts?: readonly string[];
  readonly deadlines?: { readonly shift: Office['shift'] };
  /** The office's own values for parameters of the pack. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly severities?: Office['severities'];
  /** Warnings that were looked into and are let stand. */
  readonly confirmed?: readonly Confirmation[];
  readonly fonts?: Office['fonts'];
}

const FACES = ['song', 'heading', 'hei', 'kai', 'fang'];

const isText = (value: unknown): boolean => typeof value === 'string';
const texts = listOf(which(isText, { zh: '应为文字', en: 'a text is expected' }));

const isCode = (value: unknown): boolean => typeof value === 'string' && /^A\d{3}$/.test(value);
const CODE: Text = { zh: '应为代码，如 A201', en: 'a code such as A201' };

const confirmationKeys = keysOf(
  {
    code: which(isCode, CODE),
    file: text,
    sheet: text,
    cell: text,
    stands: which(isText, { zh: '应为文字', en: 'a text is expected' }),
    unit: text,
    form: text,
    period: text,
    reason: text,
  },
  ['code', 'reason'],
);

/** A confirmation must say what it is about. */
const confirmation: Shape = (value, path) => {
  const misfits = confirmationKeys(value, path);
  const isAbout = ['file', 'unit', 'form'].some((key) => key in Object(value));
  if (misfits.length > 0 || isAbout) return misfits;
  return [{ path, expected: { zh: '应写明文件、单位或表', en: 'say what it is about: a file, a unit or a form' } }];
};

const aDay = which((value) => typeof value === 'string' && parseDay(value) !== undefined, {
  zh: '应为日期，写成 YYYY-MM-DD',
  en: 'a day written YYYY-MM-DD',
});

const SHAPES = {
  measures: text,
  name: text,
  issuer: text,
  number: documentNumber,
  addressees: text,
  copies: text,
  attachments: listOf(text),
  contact: text,
  issued: aDay,
  printed_by: text,
  seal: which((value) => typeof value === 'boolean', { zh: '应为 true 或 false', en: 'true or false' }),
  lang: oneOf(['zh', 'en']),
  as_of: aDay,
  read: texts,
  counts: texts,
  deadlines: keysOf({ shift: oneOf(['none', 'next-working-day']) }, ['shift']),
  parameters: anyMap,
  severities: mapOf(isCode, CODE, oneOf(['error', 'warning', 'note'])),
  confirmed: listOf(confirmation),
  fonts: mapOf(
    (key) => FACES.includes(key),
    { zh: `应为 ${FACES.join(', ')} 之一`, en: `one of ${FACES.join(', ')}` },
    which(isText, { zh: '应为文字', en: 'a text is expected' }),
  ),
} satisfies Record<keyof OfficeFile, Shape>;

const officeFile = keysOf(SHAPES, ['measures', 'name']);

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
  attachments: [],
  measures: DEFAULT_MEASURES,
  read: [],
  counts: [],
  shift: 'none',
  severities: {},
  confirmed: [],
  fonts: {},
};

export function loadOffice(file: string, text: string): LoadedOffice {
  const { yaml, problems } = parseYaml(file, text);
  if (problems.length > 0) return { yaml, problems, parameters: {} };
  const misfits = officeFile(yaml.tree, []);
  if (misfits.length > 0) {
    const found = misfits.map(({ path, expected: { zh, en } }): Problem => {
      const at = path.join('.') || 'assess.yaml';
      return {
        kind: 'setting',
        severity: 'error',
        reason: { zh: `${at}：${zh}`, en: `${at}: ${en}` },
        spot: locate([yaml], path),
      };
    });
    return { yaml, problems: found, parameters: {} };
  }
  const data = yaml.tree as OfficeFile;
  const office: Office = {
    measures: data.measures,
    name: data.name,
    issuer: data.issuer ?? data.name,
    attachments: data.attachments ?? [],
    read: data.read ?? [],
    counts: data.counts ?? [],
    shift: data.deadlines?.shift ?? 'none',
    severities: data.severities ?? {},
    confirmed: data.confirmed ?? [],
    fonts: data.fonts ?? {},
    ...(data.number ? { number: data.number } : {}),
    ...(data.addressees ? { addressees: data.addressees } : {}),
    ...(data.copies ? { copies: data.copies } : {}),
    ...(data.contact ? { contact: data.contact } : {}),
    ...(data.issued ? { issued: data.issued } : {}),
    ...(data.printed_by ? { printedBy: data.printed_by } : {}),
    ...(data.seal ? { isSealed: true } : {}),
    ...(data.lang ? { lang: data.lang } : {}),
    ...(data.as_of ? { asOf: data.as_of } : {}),
  };
  return { office, yaml, problems: [], parameters: data.parameters ?? {} };
}
