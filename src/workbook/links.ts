/**
 * The links of a sheet: of a place in the same workbook only the location is said, of another file a relationship, one for all that
 * lead there. What goes beyond the programs' limits stands without a link.
 */
import { type HeldText, heldText } from './held-text.js';
import { ROLES } from './namespaces.js';
import { attribute } from './spelling.js';
import { harmless, LIMIT } from './stored-text.js';

export interface Links {
  /** Links a cell to a place of this workbook, or to a file and a place in that. */
  add(address: string, to: string, place?: string): void;
  readonly elements: HeldText;
  readonly relations: HeldText;
}

export function newLinks(place: (reference: string) => string): Links {
  const elements = heldText();
  const relations = heldText();
  const files = new Map<string, string>();
  const relationTo = (target: string): string => {
    const known = files.get(target);
    if (known !== undefined) return known;
    const id = `link${files.size + 1}`;
    files.set(target, id);
    relations.add(
      `<Relationship Id="${id}" Type="${ROLES}/hyperlink" Target="${attribute(target)}" TargetMode="External"/>`,
    );
    return id;
  };
  return {
    add(address, to, within) {
      if (elements.count === LIMIT.links) return;
      if (to.startsWith('#')) {
        elements.add(`<hyperlink ref="${address}" location="${attribute(place(to.slice(1)))}"/>`);
        return;
      }
      const target = fileTarget(to);
      if (target.length > LIMIT.target) return;
      const at = within === undefined ? '' : ` location="${attribute(harmless(within))}"`;
      elements.add(`<hyperlink ref="${address}" r:id="${relationTo(target)}"${at}/>`);
    },
    elements,
    relations,
  };
}

/** A file's name as a relative address, which no name can turn into one of the net. Chinese stays as it is, as it may. */
function fileTarget(file: string): string {
  return harmless(file)
    .replaceAll('\\', '/')
    .replace(/[\s%#"<>[\]^`{}|:?]/g, (char) => encodeURIComponent(char));
}
