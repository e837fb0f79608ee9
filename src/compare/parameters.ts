/** Parameters that one of the two has alone or that have another value, by the clause that gives them. */
import { parameterText } from '../words/value.js';
import { both, change, keysOf, type Looked, type Pair, same } from './side.js';
import type { Comparison } from './types.js';

export function compareParameters({ before, after }: Pair): Comparison['parameters'] {
  const all = ({ words }: Looked) => new Map(Object.entries(words.parameters));
  const [then, now] = [all(before), all(after)];
  return keysOf(then, now).flatMap((id) => {
    const [was, is] = [then.get(id), now.get(id)];
    if (was && is && same([was.value, was.inclusive], [is.value, is.inclusive])) return [];
    const side = is ? after : before;
    const said = ({ words }: Looked) => ({ text: both((lang) => parameterText(id, words, lang)) });
    return [{ ...side.about(id, is ?? was), ...change(was && said(before), is && said(after)) }];
  });
}
