/** What every command shares: the system, the language, where results and messages go, and how to fail. */
import type { Lang } from '../../base/text.js';
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
  /** A message, to standard error; not with --quiet. */
  tell(text: string): Promise<void>;
  /** What went wrong, to standard error, always. */
  complain(text: string): Promise<void>;
}

/** The language: flag, then assess.yaml, then the locale; Chinese where nothing says. */
export function languageOf(flag: Lang | undefined, office: Lang | undefined, { env }: System): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return flag ?? office ?? (/^en/i.test(locale) ? 'en' : 'zh');
}

export function contextFor(system: System, common: Common, office?: Lang): Context {
  return {
    system,
    lang: languageOf(common.lang, office, system),
    paint: paintFor(system.stdout, system),
    out: (text) => print(system.stdout, text.endsWith('\n') ? text : `${text}\n`),
    tell: async (text) => {
      if (!common.quiet) await print(system.stderr, `${text}\n`);
    },
    complain: (text) => print(system.stderr, `${text}\n`),
  };
}
