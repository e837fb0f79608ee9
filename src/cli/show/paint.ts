/** Colour on a terminal that wants it, plain text everywhere else. */
import { Chalk } from 'chalk';
import type { Severity } from '../../model/finding.js';
import type { Stream, System } from '../system.js';

export interface Paint {
  readonly isColoured: boolean;
  bold(text: string): string;
  dim(text: string): string;
  severity(severity: Severity, text: string): string;
}

export function paintFor(stream: Stream, { env }: System): Paint {
  const wanted =
    (stream.isTTY === true || (env.FORCE_COLOR ?? '') !== '') && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  const chalk = new Chalk({ level: wanted ? 1 : 0 });
  const colours: Record<Severity, (text: string) => string> = {
    error: chalk.red,
    warning: chalk.yellow,
    note: chalk.cyan,
  };
  return {
    isColoured: wanted,
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    severity: (severity, text) => colours[severity](text),
  };
}
