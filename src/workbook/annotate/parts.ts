/**
 * The parts of a package while it is changed: read once, changed by splices, added or dropped, then packed again with
 * all others as they lay in the file.
 */
import { HEAD, RELATIONS, ROLES } from '../namespaces.js';
import { relationshipsOf } from '../relationships.js';
import { damaged } from '../unreadable.js';
import { type Archive, openArchive, type PackedEntry } from '../zip.js';
import { placeFor, type Visit, XmlDocument } from './document.js';
import { archiveOf, packedEntry } from './pack.js';

const TYPES = '[Content_Types].xml';

export class Parts {
  readonly archive: Archive;
  private readonly read = new Map<string, Buffer>();
  /** By name in lower case: what a part now is, or undefined where it was dropped. */
  private readonly changed = new Map<string, { readonly name: string; readonly content: Buffer } | undefined>();

  constructor(bytes: Buffer) {
    this.archive = openArchive(bytes);
  }

  has(name: string): boolean {
    const key = name.toLowerCase();
    return this.changed.has(key) ? this.changed.get(key) !== undefined : this.archive.has(key);
  }

  /** The names of all parts, in lower case. */
  names(): string[] {
    return [...new Set([...this.archive.names(), ...this.changed.keys()])].filter((name) => this.has(name));
  }

  /** The bytes of a part as it now is. */
  part(name: string): Buffer | undefined {
    const key = name.toLowerCase();
    if (this.changed.has(key)) return this.changed.get(key)?.content;
    // The package counts what it inflates, so nothing is inflated twice.
    const content = this.read.get(key) ?? this.archive.part(key);
    if (content) this.read.set(key, content);
    return content;
  }

  needed(name: string): Buffer {
    const part = this.part(name);
    if (!part) throw damaged(`${name} is missing`);
    return part;
  }

  put(name: string, content: string | Buffer): void {
    this.changed.set(name.toLowerCase(), { name, content: Buffer.from(content) });
  }

  /** Drops a part, its relationships and its own type. */
  drop(name: string): void {
    for (const each of [name, relationshipsPart(name)]) this.changed.set(each.toLowerCase(), undefined);
    this.edit(TYPES, (types) => {
      for (const node of types.root.children) {
        if (types.attributes(node).get('PartName')?.toLowerCase() === `/${name.toLowerCase()}`) types.remove(node);
      }
    });
  }

  /** Changes a part in place. */
  edit(name: string, change: (document: XmlDocument) => void, visit?: Visit): void {
    const document = new XmlDocument(this.needed(name), visit);
    change(document);
    if (document.isChanged) this.put(name, document.changed());
  }

  /** A name that no part has yet: the first free number. */
  freeName(before: string, after: string): string {
    let number = 1;
    while (this.has(`${before}${number}${after}`)) number += 1;
    return `${before}${number}${after}`;
  }

  /** Says of what type a part is. */
  declare(part: string, type: string): void {
    this.edit(TYPES, (types) =>
      types.append(types.root, `<${types.prefix}Override PartName="${uri(part)}" ContentType="${type}"/>`),
    );
  }

  /** Says of what type all parts with an ending are that have none of their own. */
  declareEnding(ending: string, type: string): void {
    this.edit(TYPES, (types) => {
      const isKnown = types.root.children.some(
        (node) => types.attributes(node).get('Extension')?.toLowerCase() === ending,
      );
      if (isKnown) return;
      const added = `<${types.prefix}Default Extension="${ending}" ContentType="${type}"/>`;
      // Beside the others of its kind, so that what is added and dropped later leaves it in its place.
      if (types.root.closed) types.append(types.root, added);
      else types.insert(placeFor(types.root, 'Default', ['Default']), added);
    });
  }

  relationships(source: string): ReturnType<typeof relationshipsOf> {
    return relationshipsOf(this, source);
  }

  /** Adds a relationship and answers its id. */
  relate(source: string, role: string, target: string): string {
    const file = relationshipsPart(source);
    if (!this.has(file)) this.put(file, `${HEAD}<Relationships xmlns="${RELATIONS}"></Relationships>`);
    const known = this.relationships(source);
    let id = `assess${role}`;
    for (let count = 2; known.has(id); count += 1) id = `assess${role}${count}`;
    this.edit(file, (all) =>
      all.append(
        all.root,
        `<${all.prefix}Relationship Id="${id}" Type="${ROLES}/${role}" Target="${targetFrom(source, target)}"/>`,
      ),
    );
    return id;
  }

  /** Takes relationships away again; the part that lists them as well where none is left. */
  unrelate(source: string, ids: readonly string[]): void {
    const file = relationshipsPart(source);
    this.edit(file, (all) => {
      for (const node of all.root.children) {
        if (ids.includes(all.attributes(node).get('Id') ?? '')) all.remove(node);
      }
    });
    if (this.relationships(source).size === 0) this.changed.set(file.toLowerCase(), undefined);
  }

  /** The whole package: entries in their order, those that are new behind them. */
  packed(): Buffer {
    const entries: PackedEntry[] = [];
    const left = new Map(this.changed);
    for (const entry of this.archive.packedEntries()) {
      const key = entry.name.toLowerCase();
      if (!left.has(key)) entries.push(entry);
      else {
        const part = left.get(key);
        left.delete(key);
        if (part)
          entries.push({ ...packedEntry(entry.name, part.content), rawName: entry.rawName, isUtf8: entry.isUtf8 });
      }
    }
    for (const part of left.values()) if (part) entries.push(packedEntry(part.name, part.content));
    return archiveOf(entries);
  }
}

/** The part that lists the relationships of another. */
export function relationshipsPart(source: string): string {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return `${folder}_rels/${source.slice(folder.length)}.rels`;
}

function uri(part: string): string {
  return `/${encodeURI(part)}`;
}

/** A part as seen from another: some readers know no other way. */
function targetFrom(source: string, part: string): string {
  const from = source.split('/').slice(0, -1);
  const to = part.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return encodeURI([...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/'));
}
