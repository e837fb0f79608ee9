/**
 * The numbers of a pack: each with its type, its origin and the value the pack or the office gives it. A value of
 * the wrong type or beyond the allowed bounds is a problem where it stands; it is never rounded or cut to fit.
 */

import { canonical, Decimal } from '../base/decimal.js';
import type { Text } from '../base/text.js';
import { GIVEN_NAMES } from '../model/form.js';
import type { Parameter } from '../model/measures.js';
import type { Value } from '../model/value.js';
import type { Declared } from './cel.js';
import { type Draft, entries, KINDS, textOf } from './draft.js';
import type { Pack } from './schema.js';
import type { Path } from './yaml.js';

type Entry = Pack['parameters'][string];
type Type = NonNullable<Entry['type']>;

export function compileParameters(draft: Draft, office: Readonly<Record<string, unknown>>): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const [id, entry] of entries(draft.pack.parameters)) {
    const path = ['parameters', id];
    if (GIVEN_NAMES.includes(id)) draft.refuse({ kind: 'name-twice', path, name: id });
    draft.cites(entry.clause, path);
    if (entry.scale !== undefined) draft.known(KINDS.scale, entry.scale, draft.scales.keys(), [...path, 'scale']);
    const byOffice = id in office;
    const raw = byOffice ? office[id] : entry.value;
    const at = byOffice ? ['office', 'parameters', id] : [...path, 'value'];
    const value = raw === undefined || raw === null ? undefined : valueFor(entry, raw, draft, at);
    if ((raw === undefined || raw === null) && entry.origin !== 'required' && !byOffice) {
      draft.refuse({ kind: 'parameter-value', path, reason: { zh: '须给出 value', en: 'a value is needed' } });
    }
    parameters.set(id, {
      id,
      title: textOf(entry),
      clause: entry.clause,
      origin: entry.origin,
      byOffice,
      ...(value === undefined ? {} : { value }),
      ...(entry.unit ? { unit: entry.unit } : {}),
      ...(entry.show ? { show: entry.show } : {}),
    });
  }
  for (const name of Object.keys(office)) {
    draft.known(KINDS.parameter, name, parameters.keys(), ['office', 'parameters', name]);
  }
  return parameters;
}

function typeOf(entry: Entry): Type {
  if (entry.type) return entry.type;
  if (entry.scale !== undefined) return 'step';
  if (Array.isArray(entry.value)) return 'list';
  if (typeof entry.value === 'boolean') return 'yesno';
  if (typeof entry.value === 'string' && Number.isNaN(Number(entry.value))) return 'text';
  return Number.isInteger(Number(entry.value ?? 0.5)) ? 'integer' : 'decimal';
}

/** What a parameter is to a condition. */
export function declaredParameter(entry: Entry, value: Parameter['value']): Declared {
  const type = typeOf(entry);
  if (type === 'list') return { type, ...(value && !('type' in value) ? { values: value } : {}) };
  if (type === 'step')
    return { type: entry.inclusive === undefined ? 'step' : 'step-threshold', scale: entry.scale ?? '' };
  if (entry.inclusive !== undefined) return { type: 'threshold' };
  return { type: type === 'integer' ? 'int' : type };
}

function valueFor(entry: Entry, raw: unknown, draft: Draft, path: Path): Parameter['value'] {
  const wrong = (reason: Text): undefined => {
    draft.refuse({ kind: 'parameter-value', path, reason });
    return undefined;
  };
  const type = typeOf(entry);
  if (type === 'list') {
    if (Array.isArray(raw) && raw.every((each) => typeof each === 'string')) return raw;
    return wrong({ zh: '应为文字列表', en: 'a list of texts is expected' });
  }
  const value = single(entry, type, raw, draft);
  if (!value) return wrong(EXPECTED[type]);
  if (value.type === 'number') {
    const number = new Decimal(value.value);
    if (entry.min !== undefined && number.lt(entry.min))
      return wrong({ zh: `不得小于 ${entry.min}`, en: `not below ${entry.min}` });
    if (entry.max !== undefined && number.gt(entry.max))
      return wrong({ zh: `不得大于 ${entry.max}`, en: `not above ${entry.max}` });
  }
  return entry.inclusive === undefined ? value : { type: 'threshold', bound: value, inclusive: entry.inclusive };
}

const EXPECTED: Record<Type, Text> = {
  integer: { zh: '应为整数', en: 'a whole number is expected' },
  decimal: { zh: '应为数字', en: 'a number is expected' },
  text: { zh: '应为文字', en: 'text is expected' },
  yesno: { zh: '应为 true 或 false', en: 'true or false is expected' },
  list: { zh: '应为列表', en: 'a list is expected' },
  step: { zh: '应为等级序列中的一级', en: 'a step of its scale is expected' },
};

function single(entry: Entry, type: Type, raw: unknown, draft: Draft): Value | undefined {
  if (type === 'yesno') return typeof raw === 'boolean' ? { type: 'yesno', value: raw } : undefined;
  if (type === 'text') return typeof raw === 'string' ? { type: 'text', value: raw } : undefined;
  if (type === 'step') {
    const step = draft.scales.get(entry.scale ?? '')?.steps.find(({ id }) => id === raw);
    return step ? { type: 'step', scale: entry.scale ?? '', value: step.id } : undefined;
  }
  if (typeof raw !== 'number' && !(typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw))) return undefined;
  if (!Number.isFinite(Number(raw))) return undefined;
  const number = new Decimal(raw);
  if (type === 'integer' && !number.isInteger()) return undefined;
  return { type: 'number', value: canonical(number) };
}
