/** Who somebody is, so that namesakes are told apart: the name, the number, and whom it belongs to. */
import type { Lang } from '../base/text.js';
import type { Result } from '../model/result.js';
import type { Subject } from '../model/submission.js';
import { namesOf } from '../words/value.js';

export interface Who {
  readonly subject: string;
  readonly name: string;
  /** Its number in the roster, where it has one. */
  readonly number?: string;
  /** The name of whom it belongs to, where it belongs to somebody. */
  readonly within?: string;
}

export function whoOf({ id, name, number, within }: Subject, result: Result, lang: Lang): Who {
  return {
    subject: id,
    name,
    ...(number === undefined ? {} : { number }),
    ...(within === undefined ? {} : { within: namesOf(result)(within, lang) }),
  };
}
