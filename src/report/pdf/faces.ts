/**
 * Finds the five faces of an official document: the configured file, else the machine's own, else an npm package. A
 * face that is nowhere is stood in for by another and named in `substituted`; without any Chinese face there is a
 * failure that says what to install, never a page of empty boxes.
 */

import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Text } from '../../base/text.js';
import { FACE_NAMES, type FaceName } from '../typesetting/face-names.js';
import { type Candidate, FREE_SYSTEM, OFFICIAL, PACKAGED } from './candidates.js';
import { type Font, isChinese, openFont } from './font.js';
import { leanFont } from './lean.js';

export interface Face {
  /** The file's name, for messages. */
  readonly name: string;
  /** TTF, OTF, TTC or WOFF 1.0: a path, or the bytes themselves. */
  readonly source: string | Uint8Array;
  /** PostScript name of the wanted font when the source is a collection. */
  readonly member?: string;
}

export interface Faces extends Readonly<Record<FaceName, Face>> {
  /** Faces that were nowhere and for which another stands in; to be said once. */
  readonly substituted: readonly FaceName[];
}

/** Why no bulletin can be printed, with the remedy in both languages. */
export interface NoFaces {
  readonly problem: 'none' | 'unusable';
  /** The configured face and file that cannot be used. */
  readonly face?: FaceName;
  readonly path?: string;
  readonly remedy: Text;
}

/** Where to look: folders of the machine, none by default, and the packages beside this one. */
export interface Places {
  readonly folders?: readonly string[];
  /** Path of a file in an npm package; undefined when it is not installed. */
  readonly packaged?: (specifier: string) => string | undefined;
}

/** For a face that is nowhere: which others stand in, the closest first. */
const STAND_INS: Readonly<Record<FaceName, readonly FaceName[]>> = {
  song: ['fang', 'kai', 'hei', 'heading'],
  heading: ['song', 'hei', 'fang', 'kai'],
  hei: ['heading', 'song', 'fang', 'kai'],
  kai: ['fang', 'song', 'hei', 'heading'],
  fang: ['song', 'kai', 'hei', 'heading'],
};
const DEPTH = 4;

/**
 * The faces to print with. `configured` holds paths of font files; one that cannot be used is a failure, since the
 * office asked for it, while a damaged file of the machine is passed over.
 */
export async function findFaces(
  configured: Partial<Record<FaceName, string>>,
  places: Places = {},
): Promise<Faces | NoFaces> {
  const installed = await filesIn(places.folders ?? []);
  const packaged = places.packaged ?? packagedFile;
  const found: Partial<Record<FaceName, Face>> = {};
  for (const name of FACE_NAMES) {
    const path = configured[name];
    const face = path === undefined ? await searched(name, installed, packaged) : await usable({ file: path }, path);
    if (path !== undefined && face === undefined) return unusable(name, path);
    if (face !== undefined) found[name] = face;
  }
  return completed(found);
}

async function searched(
  name: FaceName,
  installed: ReadonlyMap<string, string>,
  packaged: (specifier: string) => string | undefined,
): Promise<Face | undefined> {
  const inPackage = PACKAGED[name] === undefined ? undefined : packaged(PACKAGED[name]);
  return (
    (await firstOf(OFFICIAL[name], installed)) ??
    (inPackage === undefined ? undefined : { name: basename(inPackage), source: inPackage }) ??
    (await firstOf(FREE_SYSTEM[name], installed))
  );
}

async function firstOf(
  wanted: readonly Candidate[],
  installed: ReadonlyMap<string, string>,
): Promise<Face | undefined> {
  for (const candidate of wanted) {
    const path = installed.get(candidate.file.toLowerCase());
    const face = path === undefined ? undefined : await usable(candidate, path);
    if (face !== undefined) return face;
  }
  return undefined;
}

/** The face in a file, when the file is a font and the font Chinese. */
async function usable({ member }: Candidate, path: string): Promise<Face | undefined> {
  const face: Face = { name: basename(path), source: path, ...(member === undefined ? {} : { member }) };
  try {
    return isChinese(await whole(path, member)) ? face : undefined;
  } catch {
    return undefined;
  }
}

/** The font in a file; outlines are not looked at, unless only unpacking the whole file tells that it is sound. */
async function whole(path: string, member: string | undefined): Promise<Font> {
  const lean = member === undefined ? leanFont(path, false) : undefined;
  return lean && !lean.isPacked ? openFont(lean.bytes) : openFont(await readFile(path), member);
}

function completed(found: Partial<Record<FaceName, Face>>): Faces | NoFaces {
  const all = FACE_NAMES.map((name) => found[name] ?? STAND_INS[name].map((other) => found[other]).find(Boolean));
  const [song, heading, hei, kai, fang] = all;
  if (!song || !heading || !hei || !kai || !fang) return none();
  return { song, heading, hei, kai, fang, substituted: FACE_NAMES.filter((name) => found[name] === undefined) };
}

function none(): NoFaces {
  const packages = '@expo-google-fonts/noto-serif-sc @expo-google-fonts/noto-sans-sc @fontsource/lxgw-wenkai';
  return {
    problem: 'none',
    remedy: {
      zh: `本机没有可用的中文字体，无法印制通报。请运行 npm install ${packages}，或在配置中写明字体文件的路径。`,
      en: `No Chinese font was found, so the bulletin cannot be printed. Run npm install ${packages}, or configure the paths of font files.`,
    },
  };
}

function unusable(face: FaceName, path: string): NoFaces {
  return {
    problem: 'unusable',
    face,
    path,
    remedy: {
      zh: `配置的字体文件不能使用：${path}。请改为一个完整的中文 TTF、OTF、TTC 或 WOFF 字体文件（不能是 WOFF2），或删去这一项。`,
      en: `The configured font file cannot be used: ${path}. Name a whole Chinese TTF, OTF, TTC or WOFF font file (not WOFF2), or remove the entry.`,
    },
  };
}

/** Path of a file in a package installed beside this one. */
function packagedFile(specifier: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(specifier);
  } catch {
    return undefined;
  }
}

/** Files in folders and their subfolders by name in lower case; of two with one name the earlier folder's counts. */
async function filesIn(folders: readonly string[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of folders) await gather(folder, DEPTH, files);
  return files;
}

async function gather(folder: string, depth: number, files: Map<string, string>): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth > 0) await gather(path, depth - 1, files);
    else if (!entry.isDirectory() && !files.has(entry.name.toLowerCase())) files.set(entry.name.toLowerCase(), path);
  }
}
