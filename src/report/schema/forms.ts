/** Texts of a certain form that files of ours hold, and how each is called when something else stands there. */
import type { Text } from '../../base/text.js';

export const FORMS = {
  day: { zh: '日期，如 2026-03-31', en: 'a day such as 2026-03-31' },
  period: {
    zh: '期间，如 2026-03、2026-Q1、2026-H1、2026',
    en: 'a period such as 2026-03, 2026-Q1, 2026-H1 or 2026',
  },
  decimal: { zh: '十进制数，如 87.5', en: 'a decimal number such as 87.5' },
  sha256: { zh: '64 位十六进制的哈希值', en: 'a hash of 64 hexadecimal digits' },
  inside: { zh: '结果文件夹内的路径', en: 'a path within the folder of the results' },
  relative: { zh: '用 / 分隔的相对路径', en: 'a relative path with slashes' },
} satisfies Record<string, Text>;

export type Form = keyof typeof FORMS;
