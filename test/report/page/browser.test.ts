/** What a page does in a browser: sorts, filters, leads on and back, changes its language, and lets nothing else happen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seen } from '../../../src/report/page/escape.js';
import { writePage } from '../../../src/report/page/write.js';
import { aResult } from '../result.js';
import { BROWSER, launched, opened } from './chromium.js';
import { HOSTILE, hostileResult, hostileScores } from './hostile.js';

/** What an address leads to is shown a moment later; on a busy machine the moment is longer. */
const PATIENT = { timeout: 20_000 };

let browser: Browser;
let folder = '';

const written = (name: string, page: string): string => {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, page);
  return pathToFileURL(path).href;
};

/** Names in the first column of a table's rows that are shown, in their order. */
const names = (page: Page, table: string): Promise<string[]> =>
  page.locator(`${table} tbody tr:visible th`).allInnerTexts();

describe.skipIf(BROWSER === undefined)('in a browser', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'assess-page-'));
    browser = await launched();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows one part at a time, and leads on and back', async () => {
    const { page, complaints } = await opened(browser, written('route', writePage(aResult(), 'zh')));
    const shown = (): Promise<string[]> => page.locator('.view:visible h2').allInnerTexts();
    await expect.poll(shown, PATIENT).toEqual(['总览']);
    await page.click('nav a[href="#order"]');
    await expect.poll(shown, PATIENT).toEqual(['排名']);
    await expect.poll(() => page.title(), PATIENT).toBe('排名 · 考核办　考核办法　2026年第一季度');
    await expect.poll(() => page.locator('nav a[aria-current=page]').innerText(), PATIENT).toBe('排名');
    // From the rank to the page of whoever holds it, to the clause of a rule, and all the way back.
    await page.click('#order-1 tbody a:text("二组")');
    await expect.poll(shown, PATIENT).toEqual(['二组']);
    await expect.poll(() => page.evaluate('document.activeElement.textContent'), PATIENT).toBe('二组');
    await page.click('.view.current .clause a');
    await expect.poll(shown, PATIENT).toEqual(['办法和数值']);
    await expect.poll(() => page.evaluate('document.activeElement.textContent'), PATIENT).toMatch(/^甲/);
    await page.goBack();
    await expect.poll(shown, PATIENT).toEqual(['二组']);
    await page.goBack();
    await expect.poll(shown, PATIENT).toEqual(['排名']);
    await page.goto(`${page.url().split('#')[0]}#constructor`);
    await expect.poll(shown, PATIENT).toEqual(['总览']);
    expect(complaints).toEqual([]);
  });

  it('comes back to where one was', async () => {
    const { page } = await opened(browser, written('depth', writePage(aResult(), 'zh')));
    await page.click('nav a[href="#measures"]');
    await page.evaluate('window.scrollTo(0, 300)');
    const depth = await page.evaluate<number>('window.scrollY');
    expect(depth).toBeGreaterThan(50);
    await page.evaluate(`document.querySelector('nav a[href="#order"]').click()`);
    await expect.poll(() => page.evaluate('window.scrollY'), PATIENT).toBe(0);
    await page.goBack();
    await expect.poll(() => page.evaluate('window.scrollY'), PATIENT).toBe(depth);
  });

  it('sorts by any column, by what figures are and not by how they are written', async () => {
    const { page, complaints } = await opened(browser, `${written('sort', writePage(aResult(), 'zh'))}#order`);
    const table = '#order-1';
    expect(await names(page, table)).toEqual(['一组', '三组', '二组', '四组']);
    const done = page.locator(`${table} thead th`).nth(3);
    await done.locator('button').click();
    expect(await done.getAttribute('aria-sort')).toBe('ascending');
    // 4, 6, 10, and last what is not known yet, whichever way.
    expect(await names(page, table)).toEqual(['二组', '三组', '一组', '四组']);
    await done.locator('button').click();
    expect(await done.getAttribute('aria-sort')).toBe('descending');
    expect(await names(page, table)).toEqual(['一组', '三组', '二组', '四组']);
    await page.locator(`${table} thead th`).nth(1).locator('button').click();
    expect(await page.locator(`${table} [aria-sort]`).count()).toBe(1);
    // By pinyin.
    expect(await names(page, table)).toEqual(['二组', '三组', '四组', '一组']);
    expect(complaints).toEqual([]);
  });

  it('filters by what is typed and by grade, and says how many are left', async () => {
    const { page, complaints } = await opened(browser, `${written('filter', writePage(aResult(), 'zh'))}#order`);
    const listing = page.locator('#order-1');
    expect(await listing.locator('output').innerText()).toBe('显示 4 行，共 4 行');
    await listing.locator('input').fill(' 二组 ');
    expect(await names(page, '#order-1')).toEqual(['二组']);
    expect(await listing.locator('output').innerText()).toBe('显示 1 行，共 4 行');
    await listing.locator('input').fill('５０．０％');
    expect(await names(page, '#order-1')).toEqual(['二组']);
    await listing.locator('input').fill('');
    await listing.locator('select').selectOption({ label: '先进' });
    expect(await names(page, '#order-1')).toEqual(['三组']);
    await page.click('nav a[href="#findings"]');
    await page.waitForSelector('#findings.current');
    const codes = page.locator('#findings-table tbody tr:visible td:first-child');
    await page.locator('#findings-table select').nth(1).selectOption({ label: '错误' });
    expect(await codes.allInnerTexts()).toEqual(['A201']);
    await page.locator('#findings-table select').nth(1).selectOption({ label: '全部' });
    await page.locator('#findings-table select').nth(0).selectOption({ label: '四组' });
    expect(await codes.allInnerTexts()).toEqual(['A503']);
    await page.locator('#findings-table select').nth(2).selectOption({ index: 1 });
    expect(await codes.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('changes its language all over', async () => {
    const { page, complaints } = await opened(browser, `${written('language', writePage(aResult(), 'zh'))}#order`);
    expect(await page.locator('main').innerText()).not.toContain('Order by completion');
    await page.click('button[data-lang=en]');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.title()).toMatch(/^Order · .*the first quarter of 2026$/);
    expect(await page.locator('#order-1 thead th').nth(1).innerText()).toBe('Team');
    expect(await page.locator('#order-1 select option').allInnerTexts()).toEqual([
      'all',
      'awaited',
      'fine',
      'poor',
      'undetermined',
    ]);
    expect(await page.locator('#order-1 output').innerText()).toBe('4 of 4 rows shown');
    expect(await page.locator('main').innerText()).not.toContain('按完成率排序');
    expect(await page.locator('button[data-lang=en]').getAttribute('aria-pressed')).toBe('true');
    await page.locator('#order-1 input').fill('完成');
    expect(await names(page, '#order-1')).toEqual([]);
    await page.click('button[data-lang=zh]');
    expect(await page.locator('#order-1 output').innerText()).toBe('显示 0 行，共 4 行');
    expect(complaints).toEqual([]);
  });

  it('is used by the keyboard alone', async () => {
    const { page, complaints } = await opened(browser, written('keys', writePage(aResult(), 'zh')));
    const focused = (): Promise<string> => page.evaluate('document.activeElement.innerText');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('跳到正文');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().left')).toBeGreaterThanOrEqual(0);
    for (const label of ['中文', 'English', '总览', '排名']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(label);
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.view:visible h2').innerText(), PATIENT).toBe('排名');
    const reached: string[] = [];
    for (let step = 0; step < 16; step++) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate("[document.activeElement.tagName, document.activeElement.innerText].join(' ')"));
    }
    expect(reached).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^INPUT/),
        expect.stringMatching(/^SELECT/),
        'BUTTON 名次',
        'A 一组',
      ]),
    );
    await page.locator('#order-1 thead button').first().focus();
    await page.keyboard.press('Space');
    expect(await page.locator('#order-1 thead th').first().getAttribute('aria-sort')).toBe('ascending');
    expect(complaints).toEqual([]);
  });

  it('tells assistive technology what is what', async () => {
    const { page } = await opened(browser, `${written('tree', writePage(aResult(), 'zh'))}#order`);
    const tree = await page.locator('body').ariaSnapshot();
    for (const each of [
      '- banner',
      '- navigation',
      '- main',
      '- contentinfo',
      '- group "按完成率排序"',
      '- table "按完成率排序"',
      '- status',
    ])
      expect(tree).toContain(each);
    expect(tree).toMatch(/- columnheader "名次/);
    expect(tree).toMatch(/- rowheader "一组"/);
    expect(tree).toMatch(/- img "按完成率排序/);
    expect(tree).not.toContain('Order by completion');
  });

  it('builds what it holds as data just as it would stand there', async () => {
    const result = hostileScores();
    const standing = await opened(browser, `${written('standing', writePage(result, 'zh'))}#s1`);
    const built = await opened(browser, `${written('built', writePage(result, 'zh', 0))}#s1`);
    for (const id of ['s1', 's3', 's4']) {
      const html = async ({ page }: { page: Page }): Promise<string> => {
        await page.evaluate(`location.hash = '${id}'`);
        await page.waitForSelector(`#${id}.current`);
        return page.evaluate<string>(`document.getElementById('${id}').outerHTML`);
      };
      expect(await html(built)).toBe(await html(standing));
    }
    expect([...standing.complaints, ...built.complaints]).toEqual([]);
  });

  it.each([
    ['as it stands', 10_000_000],
    ['built', 0],
  ])('lets hostile texts do nothing but be read: %s', async (name, most) => {
    const { page, complaints } = await opened(
      browser,
      written(`hostile-${most}`, writePage(hostileResult(), 'zh', most)),
    );
    const links = await page.evaluate<string[]>(
      "['', ...[...document.querySelectorAll('#people a')].map((link) => link.hash)]",
    );
    for (const hash of links) {
      await page.evaluate(`location.hash = '${hash}'`);
      await page.waitForSelector(hash === '' ? '.view.current' : `${hash}.current`);
    }
    for (const lang of ['en', 'zh']) await page.click(`button[data-lang=${lang}]`);
    for (const input of await page.locator('input').all())
      await input.evaluate('(each) => { each.value = "<b"; each.dispatchEvent(new Event("input")); }');
    const found = await page.evaluate(`({
      owned: 'owned' in window,
      scripts: document.querySelectorAll('script:not([type])').length,
      strange: document.querySelectorAll('body script:not([type]), img, [onload], iframe, b, body style').length,
      handlers: [...document.querySelectorAll('*')].filter((each) =>
        each.getAttributeNames().some((at) => at.startsWith('on') || at === 'style')).length,
      display: getComputedStyle(document.body).display,
    })`);
    expect(found, name).toEqual({ owned: false, scripts: 1, strange: 0, handlers: 0, display: 'block' });
    const text = await page.evaluate("document.getElementById('findings').textContent");
    for (const each of HOSTILE) expect(text).toContain(seen(each));
    expect(complaints).toEqual([]);
  });

  it('runs nothing that is put into it afterwards', async () => {
    const { page } = await opened(browser, written('policy', writePage(aResult(), 'zh')));
    const ran = await page.evaluate(`(() => {
      const script = document.createElement('script');
      let refused = '';
      try {
        script.text = 'window.owned = 1';
      } catch (error) {
        refused = error.name;
      }
      document.body.append(script);
      return { owned: 'owned' in window, refused };
    })()`);
    expect(ran).toEqual({ owned: false, refused: 'TypeError' });
  });

  it('is whole without its script', async () => {
    const { page, complaints } = await opened(browser, written('plain', writePage(aResult(), 'zh')), { isPlain: true });
    expect(await page.locator('.view:visible').count()).toBe(6 + 8);
    expect(await page.locator('.controls:visible, .languages:visible, thead button').count()).toBe(0);
    expect(await page.locator('main').innerText()).not.toContain('Order by completion');
    expect(complaints).toEqual([]);
  });

  it('fits a narrow screen without moving sideways', async () => {
    for (const hash of ['overview', 'order', 'people', 'submissions', 'findings', 'measures', 's2', 's6']) {
      const { page } = await opened(browser, `${written('narrow', writePage(aResult(), 'zh'))}#${hash}`, {
        width: 360,
      });
      const [wide, seenWide] = await page.evaluate<number[]>(
        '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
      );
      expect(wide, hash).toBe(seenWide);
      await page.context().close();
    }
  });

  it('prints what is shown, without controls, unfolded', async () => {
    const many = Array.from({ length: 5 }, (_, at) => ({ file: `${at}.xlsx`, sheet: '表', cell: 'A1' }));
    const facts = aResult().facts.map((fact) => ({ ...fact, cells: many }));
    const { page } = await opened(browser, `${written('print', writePage(aResult({ facts }), 'zh'))}#s1`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav ul:visible, .languages:visible, .controls:visible, .skip:visible').count()).toBe(0);
    expect(await page.locator('.view:visible').count()).toBe(1);
    await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('.view.current details:not([open])').count()).toBe(0);
    await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
    expect(await page.locator('.view.current details[open]').count()).toBe(0);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  });
});
