/** What every command shares: the system, the language, where results and messages go, and how to fail. */
import { type Lang, type Text, visible } from '../../base/text.js';
import type { Paint } from '../show/paint.js';
import { paintFor } from '../show/paint.js';
import { print, type System } from '../system.js';

/** Options that every command takes. */
export interface Common {
  readonly lang?: Lang;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

export interface Context {
  readonly system: System;
  readonly lang: Lang;
  readonly paint: Paint;
  /** A result, to standard output. */
  out(text: string): Promise<void>;
  /** A message of one line, to standard error; not with --quiet. */
  tell(text: string): Promise<void>;
  /** What went wrong, in one line to standard error, always. */
  complain(text: string): Promise<void>;
  /** What is being done now, on a terminal only; not with --quiet. Signals are heard meanwhile. */
  doing(what: Text, at?: Step): Promise<void>;
}

/** How far something has come that is done to one thing after the other. */
export interface Step {
  readonly number: number;
  readonly of: number;
  /** What it is done to. */
  readonly name: string;
}

/** The language: flag, then assess.yaml, then the locale; Chinese where nothing says. */
export function languageOf(flag: Lang | undefined, office: Lang | undefined, { env }: System): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return flag ?? office ?? (/^en/i.test(locale) ? 'en' : 'zh');
}

export function contextFor(system: System, common: Common, office?: Lang): Context {
  const { stdout, stderr, progress } = system;
  const lang = languageOf(common.lang, office, system);
  const paint = paintFor(stdout, system);
  const say = (text: string): Promise<void> => {
    progress.clear();
    return print(stderr, `${visible(text)}\n`);
  };
  return {
    system,
    lang,
    paint,
    out: (text) => {
      progress.clear();
      const shown = harmless(text, paint);
      return print(stdout, shown.endsWith('\n') ? shown : `${shown}\n`);
    },
    tell: async (text) => {
      if (!common.quiet) await say(text);
    },
    complain: say,
    doing: async (what, at) => {
      const counted = at
        ? `${what[lang]} ${{ zh: `${at.number}/`, en: `${at.number} of ` }[lang]}${at.of}`
        : what[lang];
      if (!common.quiet) await progress.show(at ? `${counted}  ${visible(at.name)}` : counted, at === undefined);
      // Timers and signals are heard between turns of the loop only, and reading takes no turn of its own.
      await new Promise(setImmediate);
    },
  };
}

/** What our own paint writes; a cell that holds it as well can at most be bold or coloured. */
const ESCAPE = '\u001b';
const PAINTED = new RegExp(`(${ESCAPE}\\[(?:1|2|22|31|33|36|39)m)`);

/** Text of which nothing commands the terminal, whatever was put into it; of escapes only our own paint stays. */
function harmless(text: string, { isColoured }: Paint): string {
  const lines = text.split('\n');
  if (!isColoured) return lines.map(visible).join('\n');
  return lines.map((line) => line.split(PAINTED).map(unlessPainted).join('')).join('\n');
}

/** Split at what is kept, every second part is such. */
function unlessPainted(part: string, at: number): string {
  return at % 2 === 1 ? part : visible(part);
}
