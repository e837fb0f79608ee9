import { describe, expect, it } from 'vitest';
import { cleanBulletin, cleanLine, cleanText } from '../../../src/report/typesetting/clean.js';
import { bulletin, table } from '../pdf/sample.js';

describe('clean text', () => {
  it('has no control or invisible characters and no doubled blanks', () => {
    expect(cleanText('\u0000考\u0007核\u200B \u3000通\uFE0F报\t一\u{E0100} ', 'zh')).toBe('考核 通报 一');
    expect(cleanText('考\uD800核', 'zh')).toBe('考\uFFFD核');
  });

  it('keeps line breaks, or makes blanks of them', () => {
    expect(cleanText('一\r\n\r\n二\u2028三\v四', 'zh')).toBe('一\n二\n三\n四');
    expect(cleanLine('一\n二', 'zh')).toBe('一 二');
  });

  it('joins accents and knows the apostrophe', () => {
    expect(cleanText('e\u0301', 'en')).toBe('é');
    expect(cleanText('don’t ‘好’', 'zh')).toBe("don't ‘好’");
    expect(cleanText('don’t', 'en')).toBe('don’t');
  });

  it('is everywhere in a clean bulletin', () => {
    const dirty = '\u200B考';
    const written = bulletin({
      issuer: dirty,
      title: dirty,
      blocks: [{ kind: 'paragraph', text: dirty }, table([[dirty]], { caption: dirty })],
      attachments: [{ title: dirty, blocks: [table([[dirty]])] }],
      signature: { ...bulletin().signature, name: dirty },
      imprint: { copies: dirty, office: dirty, date: bulletin().signature.date },
    });
    expect(JSON.stringify(cleanBulletin(written))).not.toContain('\u200B');
    const { number: _, addressees: __, imprint: ___, ...bare } = written;
    expect(Object.keys(cleanBulletin(bare))).not.toContain('imprint');
    expect(cleanBulletin({ ...bare, imprint: { office: dirty, date: written.signature.date } }).imprint).toEqual({
      office: '考',
      date: written.signature.date,
    });
  });
});
