/** Debian's browser for tests of what a page does. Where there is none, tests are skipped and say what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// The files are our own and root cannot use the sandbox; small machines have little shared memory.
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage'];

/** A browser that is there and can show an empty page; absent where none can. */
export const BROWSER = PATHS.find(
  (path) =>
    existsSync(path) &&
    spawnSync(path, [...FLAGS, '--headless', '--dump-dom', 'about:blank'], { timeout: 30_000 }).status === 0,
);

if (BROWSER === undefined)
  console.warn(
    `SKIPPED: what the page does in a browser is not tested. No chromium that runs was found (${PATHS.join(', ')}); apt-get install chromium.`,
  );

export async function launched(): Promise<Browser> {
  if (BROWSER === undefined) throw new Error('no browser');
  return chromium.launch({ executablePath: BROWSER, args: FLAGS });
}

export interface Watched {
  readonly page: Page;
  /** Everything that ought not to happen: errors, refusals by the policy, dialogs, requests. */
  readonly complaints: string[];
}

/** A page that is watched from its first byte on. */
export async function opened(
  browser: Browser,
  url: string,
  options: { readonly width?: number; readonly isPlain?: true } = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1200, height: 800 },
    javaScriptEnabled: !options.isPlain,
    locale: 'de-DE',
    timezoneId: 'Pacific/Kiritimati',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== url.split('#')[0]) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}
