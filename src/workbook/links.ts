/**
 * The links of a sheet: of a place in the same workbook only the location is said, of a file beside it a relationship. What goes beyond
 * the programs' limit stands without a link.
 */
import { type HeldText, heldText } from './held-text.js';
import { ROLES } from './namespaces.js';
import { attribute } from './spelling.js';
import { harmless, LIMIT } from './stored-text.js';

export interface Links {
  add(address: string, to: string): void;
  readonly elements: HeldText;
  readonly relations: HeldText;
}

export function newLinks(place: (reference: string) => string): Links {
  const elements = heldText();
  const relations = heldText();
  return {
    add(address, to) {
      if (elements.count === LIMIT.links) return;
      if (to.startsWith('#')) {
        elements.add(`<hyperlink ref="${address}" location="${attribute(place(to.slice(1)))}"/>`);
        return;
      }
      const id = `link${elements.count + 1}`;
      const target = attribute(fileTarget(to));
      relations.add(`<Relationship Id="${id}" Type="${ROLES}/hyperlink" Target="${target}" TargetMode="External"/>`);
      elements.add(`<hyperlink ref="${address}" r:id="${id}"/>`);
    },
    elements,
    relations,
  };
}

/** A file's name as a relative address. Chinese stays as it is, which such an address allows. */
function fileTarget(file: string): string {
  return harmless(file)
    .replaceAll('\\', '/')
    .replace(/[\s%#"<>[\]^`{}|]/g, (char) => encodeURIComponent(char));
}
