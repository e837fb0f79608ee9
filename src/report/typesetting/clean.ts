/**
 * A bulletin whose texts hold nothing but characters to print: no control or invisible characters, no doubled blanks,
 * no broken surrogates. Line breaks that people typed stay, since they meant them.
 */
import { type Lang, tidy } from '../../base/text.js';
import type { Block, Bulletin } from '../../model/bulletin.js';

/** Variation selectors, which would count as accents below, control characters and what no XML may hold. */
const UNSEEN = /[\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]|[\uFFFE\uFFFF]|[^\P{Cc}\n]/gu;
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** Between Latin letters it is an apostrophe, not the closing quotation mark that takes a square in Chinese. */
const APOSTROPHE = /(?<=[A-Za-z])’(?=[A-Za-z])/g;

/** One text without what cannot be printed; accents typed separately are joined to their letters. */
export function cleanText(text: string, lang: Lang): string {
  return (lang === 'zh' ? text.replace(APOSTROPHE, "'") : text)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\t/g, ' ')
    .replace(LINE_BREAK, '\n')
    .replace(UNSEEN, '')
    .replace(/\P{M}\p{M}+/gu, (marked) => marked.normalize('NFC'))
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
    .join('\n');
}

/** One text on one line. */
export function cleanLine(text: string, lang: Lang): string {
  return cleanText(text, lang).replace(/\n/g, ' ');
}

/** The same bulletin with every text clean. */
export function cleanBulletin(bulletin: Bulletin): Bulletin {
  const { lang, number, addressees, imprint, signature } = bulletin;
  const line = (text: string): string => cleanLine(text, lang);
  const { copies } = imprint ?? {};
  return {
    lang,
    issuer: cleanText(bulletin.issuer, lang),
    title: cleanText(bulletin.title, lang),
    ...(number === undefined ? {} : { number: line(number) }),
    ...(addressees === undefined ? {} : { addressees: line(addressees) }),
    blocks: bulletin.blocks.map((block) => cleanBlock(block, lang)),
    attachments: bulletin.attachments.map(({ title, blocks }) => ({
      title: cleanText(title, lang),
      ...(blocks === undefined ? {} : { blocks: blocks.map((block) => cleanBlock(block, lang)) }),
    })),
    signature: { ...signature, name: line(signature.name) },
    ...(bulletin.note === undefined ? {} : { note: line(bulletin.note) }),
    ...(imprint === undefined
      ? {}
      : {
          imprint: {
            ...imprint,
            ...(copies === undefined ? {} : { copies: line(copies) }),
            office: line(imprint.office),
          },
        }),
  };
}

function cleanBlock(block: Block, lang: Lang): Block {
  const clean = (text: string): string => cleanText(text, lang);
  if (block.kind === 'chart') {
    const line = (text: string): string => cleanLine(text, lang);
    const bars = block.bars.map((bar) => ({ ...bar, name: line(bar.name), text: line(bar.text) }));
    return { ...block, caption: line(block.caption), alt: line(block.alt), bars };
  }
  if (block.kind !== 'table') return { ...block, text: clean(block.text) };
  return {
    ...block,
    ...(block.caption === undefined ? {} : { caption: clean(block.caption) }),
    columns: block.columns.map((column) => ({ ...column, title: clean(column.title) })),
    rows: block.rows.map((row) => row.map(clean)),
  };
}
