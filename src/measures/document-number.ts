/**
 * The document number of an office: one in Chinese with a year in brackets has the official form, with the year in 〔〕 and
 * neither 第 nor a zero before the number. Any other is the office's own affair.
 */
import { which } from './shape.js';

/** A year in brackets of any kind. */
const BRACKETED_YEAR = /[[(（【［〔〖{]\s*[0-9０-９]{2,4}年?\s*[\])）】］〕〗}]/;
const OFFICIAL_NUMBER = /^[^\s〔〕]*〔[0-9]{4}〕[1-9][0-9]*号$/;

function isDocumentNumber(value: unknown): boolean {
  if (typeof value !== 'string' || value === '') return false;
  return !(/\p{sc=Han}/u.test(value) && BRACKETED_YEAR.test(value)) || OFFICIAL_NUMBER.test(value);
}

export const documentNumber = which(isDocumentNumber, {
  zh: '应为发文字号，写成“某某办〔2026〕9号”：年份用六角括号〔〕，不加“第”，序号不补零',
  en: 'a document number such as 某某办〔2026〕9号: the year in hexagonal brackets 〔〕, no 第, no zero before the number',
});
