import { describe, expect, it } from 'vitest';
import { isWide } from '../../../src/report/typesetting/breaks.js';
import { titleLines } from '../../../src/report/typesetting/title.js';

const measure = (cluster: string): number => (isWide(cluster) ? 10 : 5);
const broken = (title: string, squares: number): string[] => titleLines(title, squares * 10, measure);

describe('a title', () => {
  it('stays on one line where it fits', () => {
    expect(broken('关于考核情况的通报', 18)).toEqual(['关于考核情况的通报']);
  });

  it('breaks by sense, never inside a word', () => {
    expect(broken('关于2026年第三季度机关单位高质量发展绩效考核情况的通报', 18)).toEqual([
      '关于2026年第三季度',
      '机关单位高质量发展绩效考核情况的通报',
    ]);
    const lines = broken('关于印发《临江市机关单位绩效考核办法》的通知', 18);
    expect(lines.join('')).toBe('关于印发《临江市机关单位绩效考核办法》的通知');
    for (const line of lines) expect(line).not.toMatch(/^[的》]/);
  });

  it('takes a line more when that keeps the sense', () => {
    expect(broken('2026年第四季度重点核验事项及责任分工安排表（不含已经办结并销号的事项）', 17)).toEqual([
      '2026年第四季度',
      '重点核验事项及责任分工安排表',
      '（不含已经办结并销号的事项）',
    ]);
  });

  it('has no waist', () => {
    const title = '临江市绩效考核工作领导小组办公室关于2026年第三季度全市机关单位高质量发展绩效考核工作情况的通报';
    const lines = broken(title, 18);
    expect(lines.join('')).toBe(title);
    const widths = lines.map((line) => [...line].reduce((sum, each) => sum + measure(each), 0));
    widths.slice(1, -1).forEach((width, at) => {
      expect(width).toBeGreaterThanOrEqual(Math.min(widths[at] ?? 0, widths[at + 2] ?? 0));
    });
    for (const width of widths) expect(width).toBeLessThanOrEqual(180);
  });

  it('keeps the breaks that the office typed', () => {
    expect(broken('临江市\n考核通报', 18)).toEqual(['临江市', '考核通报']);
  });

  it('breaks like any text when it is very long or has no place to break', () => {
    const long = '关于考核情况的通报'.repeat(12);
    expect(broken(long, 18).join('')).toBe(long);
    expect(broken('a'.repeat(50), 18)).toEqual(['a'.repeat(36), 'a'.repeat(14)]);
  });

  it('keeps English words whole', () => {
    const lines = broken('Bulletin on the performance assessment of departments in the third quarter of 2026', 18);
    expect(lines.length).toBe(3);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/ $/);
  });
});
