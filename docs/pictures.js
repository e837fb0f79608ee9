// @ts-check
/**
 * Takes the pictures of the README anew from the worked example: the terminal, the bulletin's first page, the ranked
 * workbook and the page. For this alone it needs chromium, poppler-utils and LibreOffice; nothing else in the project does.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import stringWidth from 'string-width';

const ROOT = resolve(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs/pictures');
const BROWSER = { executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] };
const MONO = "'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace";

const folder = mkdtempSync(join(tmpdir(), 'assess-pictures-'));
try {
  const quarter = ['quarter', '--dir', './examples/bureau/submissions', '--lang', 'zh'];
  const { stdout } = run(process.execPath, ['bin/assess.js', ...quarter, '--out', folder, '--quiet'], [0, 1]);
  run('pdftoppm', ['-png', '-singlefile', '-r', '70', join(folder, 'bulletin.pdf'), join(PICTURES, 'bulletin')]);
  run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'ranking.xlsx')]);
  const order = ['-png', '-singlefile', '-r', '90', '-x', '0', '-y', '20', '-W', '1060', '-H', '470'];
  run('pdftoppm', [...order, join(folder, 'ranking.pdf'), join(PICTURES, 'ranking')]);
  await takeInBrowser(`$ npx assess ${quarter.slice(0, 3).join(' ')}\n${stdout}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} command @param {readonly string[]} argv @param {readonly number[]} codes */
function run(command, argv, codes = [0]) {
  const ended = spawnSync(command, argv, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, LANG: 'zh_CN.UTF-8' } });
  if (ended.error) throw ended.error;
  if (ended.status === null || !codes.includes(ended.status)) throw new Error(`${command}: ${ended.stderr}`);
  return ended;
}

/** @param {string} text what the terminal shows */
async function takeInBrowser(text) {
  // As on a terminal, every character takes one column or two, whatever its font thinks.
  const shown = Array.from(text.split('\n').slice(0, 40).join('\n'), (char) => {
    const plain = char === '&' ? '&amp;' : char === '<' ? '&lt;' : char;
    return char === '\n' ? char : `<i style="width:${8 * stringWidth(char)}px">${plain}</i>`;
  }).join('');
  const terminal = join(folder, 'terminal.html');
  const style = `margin:0;padding:18px;background:#1b1f24;color:#e6e6e6;font:15px/19px ${MONO};width:max-content`;
  writeFileSync(
    terminal,
    `<!doctype html><meta charset="utf-8"><style>i{display:inline-block;font-style:normal;text-align:center;line-height:19px;height:19px;vertical-align:top}</style><body style="margin:0"><pre style="${style}">${shown}</pre>`,
  );
  const browser = await chromium.launch(BROWSER);
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    await page.goto(pathToFileURL(terminal).href);
    await page.locator('pre').screenshot({ path: join(folder, 'terminal.png') });
    await page.goto(`${pathToFileURL(join(folder, 'report.html')).href}#order`);
    await page.screenshot({ path: join(folder, 'page.png'), clip: { x: 0, y: 0, width: 1100, height: 900 } });
  } finally {
    await browser.close();
  }
  for (const name of ['terminal.png', 'page.png']) renameSync(join(folder, name), join(PICTURES, name));
}
