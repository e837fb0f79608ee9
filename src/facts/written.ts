/** A cell of a form as a document writes it, in both languages: days and periods in words, choices by their title. */
import { dayText } from '../base/day.js';
import { rounded } from '../base/decimal.js';
import { periodText } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Column } from '../model/form.js';
import type { Measures } from '../model/measures.js';
import type { Reading } from '../model/submission.js';

/** A value as a document writes it. */
export function written(
  column: Column,
  reading: Reading | undefined,
  measures: Measures,
  nameOf: (id: string) => string | undefined,
): Text {
  const value = reading?.value;
  if (!value) return same(reading?.raw ?? '');
  switch (value.type) {
    case 'day':
      return dayText(value.value);
    case 'period':
      return periodText(value.value);
    case 'yesno':
      return value.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'choice':
    case 'step':
      return column.choices.find(({ id }) => id === value.value)?.title ?? { zh: '无', en: 'none' };
    case 'subject':
      return same(nameOf(value.value) ?? value.value);
    case 'form':
      return measures.forms.get(value.value)?.title ?? same(value.value);
    case 'number':
      return same(value.value.includes('.') && value.value.length > 12 ? rounded(value.value, 4) : value.value);
    case 'text':
      return same(value.value);
  }
}

const same = (text: string): Text => ({ zh: text, en: text });
