/** assess check --codes: every code of a finding, or those asked for, with what it means and how it is mended. */
import { visible } from '../../base/text.js';
import { type ExitCode, wrongCall } from '../failure.js';
import { type Code, codesText, listOfCodes } from '../show/codes.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { type Common, contextFor } from './context.js';

export async function codesCommand(asked: readonly string[], options: Common, system: System): Promise<ExitCode> {
  const context = contextFor(system, options);
  const codes = askedFor(asked, listOfCodes());
  await context.out(options.json ? jsonText(codes) : codesText(codes, context.lang, context.paint));
  return 0;
}

/** Those asked for in the order of the list; all when none is named. */
function askedFor(asked: readonly string[], all: readonly Code[]): readonly Code[] {
  const wanted = asked.map((each) => each.toUpperCase());
  const unknown = asked.filter((_, at) => !all.some(({ code }) => code === wanted[at]));
  if (unknown.length > 0) {
    const known = all.map(({ code }) => code);
    throw wrongCall(
      `没有代码 ${unknown.map(visible).join('、')}；现有：${known.join('、')}`,
      `there is no code ${unknown.map(visible).join(', ')}; there are: ${known.join(', ')}`,
    );
  }
  return wanted.length === 0 ? all : all.filter(({ code }) => wanted.includes(code));
}
