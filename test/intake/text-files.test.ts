/** Forms sent as text: whatever a program saves a table as, the same comes of it. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { checkFiles, type SentFile, takeIn } from '../../src/take-in.js';
import { tiny } from '../measures/packs.js';

const TINY = tiny();
const UNITS = '科室名册\n编号,科室名称,简称\n01,办公室,局办\n02,计量科,\n';
const REPORT =
  '2026年3月完成情况表\r\n填报科室：,办公室,填报日期：,4月2日\r\n序号,工作内容,完成数量（件）,完成情况,未完成原因\r\n1,收发公文,"1,040件",完成\r\n2,归档,约5,未完成\r\n';

function sent(file: string, bytes: Uint8Array): SentFile {
  return { file, bytes: () => bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
const text = (file: string, content: string): SentFile => sent(file, Buffer.from(content));
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

/** Text in GB18030, by what each pair of bytes is read as. */
function gb18030(content: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(
    [...content].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (pairs.get(char) ?? []))),
  );
}
const codes = (findings: readonly Finding[]): unknown[] => findings.map(({ kind, place }) => [kind, place.cell]);

describe('a form as text', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(REPORT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${REPORT}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${REPORT}`, 'utf16le')],
    ['UTF-16, big end first', swapped(Buffer.from(`\ufeff${REPORT}`, 'utf16le'))],
    ['GB18030', gb18030(REPORT)],
    ['tabs', Buffer.from(REPORT.replace('"1,040件"', '1，040件').replaceAll(',', '\t'))],
  ])('is taken in from %s', (_, bytes) => {
    const intake = takeIn([text('units.csv', UNITS), sent('三月.csv', bytes)], TINY);
    const [, submission] = intake.inspected.map((each) => each.submission);
    expect([submission?.form, submission?.by, submission?.period]).toEqual(['report', 'unit:01', '2026-03']);
    expect(submission?.fields.get('filed_on')?.value?.value).toBe('2026-04-02');
    expect(submission?.rows.map(({ readings }) => readings.get('done')?.value?.value)).toEqual(['1040', undefined]);
    const found = checkFiles(intake, TINY, { severities: {}, confirmed: [] }).filter(
      ({ place }) => place.file === '三月.csv',
    );
    expect(codes(found)).toEqual([
      ['cell-unreadable', 'C5'],
      ['cell-needed', 'E5'],
    ]);
  });
});

describe('the same file twice', () => {
  it('is read once: the one the office names, else the first', () => {
    const files = [text('units.csv', UNITS), text('a.csv', REPORT), text('b.csv', REPORT)];
    const read = (counts: string[]): unknown => {
      const { inspected, findings } = takeIn(files, TINY, counts);
      const copies = findings.flatMap((each) => (each.kind === 'file-copied' ? [[each.place.file, each.other]] : []));
      return [inspected.map(({ submission: { file } }) => file), copies];
    };
    expect(read([])).toEqual([['units.csv', 'a.csv'], [['b.csv', 'a.csv']]]);
    expect(read(['b.csv'])).toEqual([['units.csv', 'b.csv'], [['a.csv', 'b.csv']]]);
  });

  it('is told twice where nobody can read it', () => {
    const { findings } = takeIn([text('a.xlsx', ''), text('b.xlsx', '')], TINY);
    expect(findings.map(({ kind, place }) => [kind, place.file])).toEqual([
      ['file-unreadable', 'a.xlsx'],
      ['file-unreadable', 'b.xlsx'],
    ]);
  });
});

describe('a number of another measure', () => {
  const expected = (heading: string, cells: string): unknown => {
    const sheet = `2026年3月完成情况表\n填报科室：,办公室,填报日期：,4月2日\n序号,工作内容,${heading},完成情况,未完成原因\n1,收发公文,${cells}\n`;
    const intake = takeIn([text('units.csv', UNITS), text('三月.csv', sheet)], TINY);
    const found = checkFiles(intake, TINY, { severities: {}, confirmed: [] });
    return found.flatMap((each) => (each.kind === 'cell-unreadable' ? [each.expected.zh] : []));
  };

  it('is told which measure is meant, where one is', () => {
    expect(expected('完成数量（份）', '5次,完成,')).toEqual(['数字（单位：份）']);
    expect(expected('完成数量', '5次,完成,件')).toEqual(['数字（单位：件）']);
    expect(expected('完成数量', '约5,完成,')).toEqual(['数字']);
    expect(expected('完成数量', '5公里,件,次')).toEqual(['数字', '完成、未完成']);
  });
});
