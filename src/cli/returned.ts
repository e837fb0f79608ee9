/**
 * Files that go back to their senders: marked copies, and lists alone where a file cannot be marked. What was sent is
 * never written over, and a copy that an earlier run left is taken away when nothing is found any more.
 */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { groupedBy } from '../base/group.js';
import type { Lang, Text } from '../base/text.js';
import type { Finding } from '../model/finding.js';
import { isList } from '../model/returned.js';
import { type About, isToReturn } from '../report/returned/about.js';
import { listAlone } from '../report/returned/list.js';
import { markupFor } from '../report/returned/markup.js';
import { safeNames } from '../report/returned/names.js';
import { REASONS } from '../report/returned/reasons.js';
import type { SentFile } from '../take-in.js';
import { labelled, listed } from '../words/phrase.js';
import { annotated } from '../workbook/annotate/annotate.js';
import { openWorkbook } from '../workbook/open.js';
import { writeWorkbook } from '../workbook/write.js';
import { real } from './among.js';
import { wrongCall } from './failure.js';
import { type Output, replaceTogether } from './place.js';
import type { Folder } from './whole-folder.js';

export interface Returned {
  /** By their path below the folder they go to. */
  readonly files: Folder;
  /** Files without a marked copy, by the reason. */
  readonly notes: readonly Text[];
}

/** A file and the path, with slashes, under which it goes back. */
export interface Outgoing extends SentFile {
  readonly path: string;
}

/** Makes what goes back for every file with errors or warnings, in the order of the files. */
export async function returnFiles(
  sent: readonly Outgoing[],
  findings: readonly Finding[],
  about: About,
): Promise<Returned> {
  const byFile = groupedBy(findings, ({ place }) => place.file);
  const made: { readonly path: string; readonly bytes: Uint8Array; readonly ending: string }[] = [];
  const unmarked: { readonly file: string; readonly reason: Text }[] = [];
  for (const { file, path, ...each } of sent) {
    const own = byFile.get(file) ?? [];
    if (!own.some(isToReturn)) continue;
    const bytes = each.bytes();
    const copy = bytes ? annotated(bytes, markupFor(path, own, about)) : CHANGED;
    if (copy.ok) made.push({ path, bytes: copy.bytes, ending: '' });
    else {
      const reason = REASONS[copy.reason];
      unmarked.push({ file, reason });
      made.push({
        path,
        bytes: await writeWorkbook(listAlone(path, own, reason, about)),
        ending: LIST_ENDING[about.lang],
      });
    }
  }
  const endings = new Map(made.map(({ path, ending }) => [path, ending]));
  const names = safeNames(
    made.map(({ path }) => path),
    (path) => endings.get(path) ?? '',
  );
  const files = new Map(names.map((name, at) => [name, made[at]?.bytes as Uint8Array]));
  return { files, notes: notesOf(unmarked) };
}

const CHANGED = { ok: false, reason: 'changed' } as const;

/** Behind the file's own name, so that a list is never taken for the file. */
const LIST_ENDING: Readonly<Record<Lang, string>> = { zh: '.问题清单.xlsx', en: '.findings.xlsx' };

function notesOf(unmarked: readonly { readonly file: string; readonly reason: Text }[]): Text[] {
  return [...groupedBy(unmarked, ({ reason }) => reason)].map(([reason, own]) => {
    const said = (lang: Lang, text: string): string =>
      labelled(
        text,
        listed(
          own.map(({ file }) => file),
          lang,
        ),
        lang,
      );
    return {
      zh: said('zh', `没有带标记的副本，只有问题清单（${reason.zh}）`),
      en: said('en', `listed but not marked (${reason.en})`),
    };
  });
}

export interface Annotation {
  /** The folder to write to, the paths that were asked for, and those of them that are folders; all absolute. */
  readonly folder: string;
  readonly asked: readonly string[];
  readonly folders: readonly string[];
  /** What the names of files start from. */
  readonly base: string;
}

/** Writes what goes back to a folder of the user's choice; other files there stay. Answers the names written. */
export async function writeReturned(
  sent: readonly SentFile[],
  findings: readonly Finding[],
  about: About,
  { folder, asked, folders, base }: Annotation,
): Promise<{ readonly names: readonly string[]; readonly notes: readonly Text[] }> {
  const top = shared(asked.map((path) => (folders.includes(path) ? path : dirname(path))));
  const outgoing = sent.map((each) => ({
    ...each,
    path: relative(top, resolve(base, each.file)).split(sep).join('/'),
  }));
  const { files, notes } = await returnFiles(outgoing, findings, about);
  // A folder on the way may be a link to where the files were sent from.
  const sources = new Set(sent.map(({ file }) => real(resolve(base, file))));
  for (const name of files.keys()) {
    if (!sources.has(real(resolve(folder, name)))) continue;
    throw wrongCall(
      `--annotate 的文件夹会覆盖交来的 ${name}；请另选一个文件夹`,
      `--annotate would write over ${name} as it was sent; choose another folder`,
    );
  }
  const outputs: Output[] = [...files];
  for (const name of await formerNames(outgoing, folder)) {
    if (!files.has(name) && !sources.has(real(resolve(folder, name)))) outputs.push([name, undefined]);
  }
  if (outputs.length > 0) await replaceTogether(folder, outputs);
  return { names: [...files.keys()], notes };
}

/** What an earlier run wrote for these files and is still there; nothing that is not ours. */
async function formerNames(outgoing: readonly Outgoing[], folder: string): Promise<string[]> {
  const paths = outgoing.map(({ path }) => path);
  const names = ['', ...Object.values(LIST_ENDING)].flatMap((ending) => safeNames(paths, () => ending));
  const found: string[] = [];
  for (const name of names) {
    const path = join(folder, name);
    if (!existsSync(path) || !statSync(path).isFile()) continue;
    const opened = openWorkbook(name, await readFile(path));
    if (opened.ok && opened.workbook.sheets.some(isList)) found.push(name);
  }
  return found;
}

/** The deepest folder that holds all of these. */
function shared(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  return rest.reduce((top, folder) => {
    let common = top;
    while (relative(common, folder).split(sep)[0] === '..' && dirname(common) !== common) common = dirname(common);
    return common;
  }, first);
}
