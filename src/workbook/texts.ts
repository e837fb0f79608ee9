/**
 * The texts of a file's cells. Those that come first on a sheet stand in a part of their own, each once, and cells name them by their
 * number; beyond what a sheet may add there they stand in their cells, so that the table stays small however long a sheet is.
 */
import { HEAD, MAIN } from './namespaces.js';
import type { PartInHand } from './packed-part.js';
import { content } from './spelling.js';

/** How many texts a sheet may add to the table, and of how many characters together. */
const MOST_TEXTS = 4096;
const MOST_CHARACTERS = 262_144;

export interface Texts {
  /** What spells the texts of a sheet: the rest of a cell's element, behind the attributes of its place and format. */
  ofSheet(): (text: string) => string;
  /** Writes the part of shared strings. */
  write(part: PartInHand): void;
}

export function newTexts(): Texts {
  const shared = new Map<string, string>();
  let count = 0;
  return {
    ofSheet() {
      let texts = MOST_TEXTS;
      let characters = MOST_CHARACTERS;
      return (text) => {
        const known = shared.get(text);
        if (known !== undefined) {
          count += 1;
          return known;
        }
        if (texts === 0 || characters < text.length) return ` t="inlineStr"><is>${element(text)}</is></c>`;
        texts -= 1;
        characters -= text.length;
        count += 1;
        const named = ` t="s"><v>${shared.size}</v></c>`;
        shared.set(text, named);
        return named;
      };
    },
    write(part) {
      part.write(`${HEAD}<sst xmlns="${MAIN}" count="${count}" uniqueCount="${shared.size}">`);
      for (const text of shared.keys()) part.write(`<si>${element(text)}</si>`);
      part.write('</sst>');
    },
  };
}

function element(text: string): string {
  const spelt = content(text);
  return `<t${kept(spelt)}>${spelt}</t>`;
}

/** Blanks at an end, and line breaks, are lost unless it is said that they count. */
export function kept(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
}
