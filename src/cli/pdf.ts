/** Prints a bulletin with the faces that the office and the machine have, and says what was wanting. */
import { homedir, platform } from 'node:os';
import { filledText, type Text } from '../base/text.js';
import type { Bulletin } from '../model/bulletin.js';
import { type Failure, isOfSystem, reasonText, unreadable } from './failure.js';

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly notes: readonly Text[];
}

/** No usable Chinese face: what to do about it, and whether the office's settings or the machine want mending. */
export interface Unprinted {
  readonly remedy: Text;
  readonly exitCode: 2 | 3;
}

const FACES: Record<string, Text> = {
  song: { zh: '宋体', en: 'Song' },
  heading: { zh: '小标宋', en: 'Xiaobiaosong' },
  hei: { zh: '黑体', en: 'Hei' },
  kai: { zh: '楷体', en: 'Kai' },
  fang: { zh: '仿宋', en: 'Fangsong' },
};

const SUBSTITUTED: Text = {
  zh: '没有找到{faces}字体，通报中以其他字体代替',
  en: 'no {faces} font was found; another stands in for it in the bulletin',
};
const MISSING: Text = {
  zh: '字体中没有这些字，通报中印作〓：{characters}',
  en: 'no font has these characters, printed as 〓 in the bulletin: {characters}',
};

function unreadableFont(error: unknown): Failure {
  const { path = '' } = error as { path?: string };
  const { zh, en } = reasonText(error);
  return unreadable(`无法读取字体 ${path}：${zh}`, `cannot read the font ${path}: ${en}`);
}

export async function printPdf(bulletin: Bulletin, fonts: Readonly<Record<string, string>>): Promise<Pdf | Unprinted> {
  // Loaded here alone: the printer is slow to load and most commands never print.
  const [{ findFaces }, { printBulletin }, { fontFolders }] = await Promise.all([
    import('../report/pdf/faces.js'),
    import('../report/pdf/print.js'),
    import('../report/pdf/candidates.js'),
  ]);
  const faces = await findFaces(fonts, { folders: fontFolders(platform(), homedir()) });
  if ('problem' in faces) return { remedy: faces.remedy, exitCode: faces.problem === 'unusable' ? 2 : 3 };
  const { bytes, missing } = await printBulletin(bulletin, faces).catch((error: unknown) => {
    // All that it reads is fonts.
    throw isOfSystem(error) ? unreadableFont(error) : error;
  });
  const notes: Text[] = [];
  if (faces.substituted.length > 0) {
    notes.push(
      filledText(SUBSTITUTED, (lang) => ({
        faces: faces.substituted.map((face) => FACES[face]?.[lang] ?? face).join(lang === 'zh' ? '、' : ', '),
      })),
    );
  }
  if (missing.length > 0) notes.push(filledText(MISSING, () => ({ characters: missing.join(' ') })));
  return { bytes, notes };
}
