/** Traditional characters as simplified ones, each by itself: for comparing names as people type them, never for storing. */
import { sify } from 'chinese-conv';

export function simplified(text: string): string {
  return sify(text);
}
