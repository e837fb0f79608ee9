/** Numbers of headings as official documents count: 一、 then （一）; in English 1. then (1). */
import type { Lang } from '../../base/text.js';

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1–99 in Chinese characters: 十一, 二十. */
export function chineseNumeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const before = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${before}${DIGITS[ones]}`;
}

/** A heading's text with its number, which is part of it. */
export function numbered(number: number, level: 1 | 2, text: string, lang: Lang): string {
  if (lang === 'en') return level === 1 ? `${number}. ${text}` : `(${number}) ${text}`;
  return level === 1 ? `${chineseNumeral(number)}、${text}` : `（${chineseNumeral(number)}）${text}`;
}
