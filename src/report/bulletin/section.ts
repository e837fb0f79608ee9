/** What a section of the bulletin is written from, and what its writer gives. */
import type { Block } from '../../model/bulletin.js';
import type { SectionWords } from '../../model/result.js';
import type { Lookup } from '../lookup.js';

export type SectionKind = SectionWords['kind'];
export type SectionOf<K extends SectionKind> = Extract<SectionWords, { readonly kind: K }>;

/** `at` is the section's position in the plan, by which its rows are found; the heading is not its business. */
export type SectionWriter<K extends SectionKind> = (section: SectionOf<K>, lookup: Lookup, at: number) => Block[];
