/**
 * Which files hold the faces of an official document, by name: first those that the standard means, found on the
 * machines of Chinese offices; then the npm packages that anybody can install; last what free systems bring along.
 */
import { join } from 'node:path';
import type { FaceName } from '../typesetting/face-names.js';

/** A font file, and which font of it when the file is a collection. */
export interface Candidate {
  readonly file: string;
  readonly member?: string;
}

/** Files as installed with Windows, Office, WPS, macOS or by the office itself; letter case does not matter. */
export const OFFICIAL: Readonly<Record<FaceName, readonly Candidate[]>> = {
  song: [
    { file: 'simsun.ttc', member: 'SimSun' },
    { file: 'simsun.ttf' },
    { file: 'Songti.ttc', member: 'STSongti-SC-Regular' },
    { file: 'STSONG.TTF' },
  ],
  heading: [
    ...['FZXBSJW.TTF', 'FZXBSK.TTF', 'FZXBSGBK.TTF', 'FZXiaoBiaoSong-B05S.ttf'].map((file) => ({ file })),
    ...['方正小标宋简体.ttf', '方正小标宋_GBK.ttf'].map((file) => ({ file })),
    { file: 'Songti.ttc', member: 'STSongti-SC-Bold' },
  ],
  hei: [{ file: 'simhei.ttf' }, { file: 'STHeiti Medium.ttc', member: 'STHeitiSC-Medium' }, { file: 'STXIHEI.TTF' }],
  kai: [
    ...['simkai.ttf', 'KaiTi_GB2312.ttf', '楷体_GB2312.ttf', 'STKAITI.TTF'].map((file) => ({ file })),
    { file: 'Kaiti.ttc', member: 'STKaitiSC-Regular' },
  ],
  fang: [
    ...['simfang.ttf', 'FangSong.ttf', 'FangSong_GB2312.ttf', '仿宋_GB2312.ttf', '仿宋.ttf', 'STFANGSO.TTF'],
    ...['STFangsong.ttf', 'FZFSJW.TTF', 'FZFSK.TTF', 'FandolFang-Regular.otf', 'ZhuqueFangsong-Regular.ttf'],
  ].map((file) => ({ file })),
};

/** Files of npm packages, each whole and under the SIL Open Font License. No package holds a free 仿宋. */
export const PACKAGED: Readonly<Record<FaceName, string | undefined>> = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  heading: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  kai: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
  fang: undefined,
};

/** Stand-ins of free systems. */
export const FREE_SYSTEM: Readonly<Record<FaceName, readonly Candidate[]>> = {
  song: [
    { file: 'NotoSerifCJK-Regular.ttc', member: 'NotoSerifCJKsc-Regular' },
    ...['NotoSerifCJKsc-Regular.otf', 'SourceHanSerifSC-Regular.otf', 'SourceHanSerifCN-Regular.otf'].map(named),
    { file: 'FandolSong-Regular.otf' },
  ],
  heading: [
    { file: 'NotoSerifCJK-Bold.ttc', member: 'NotoSerifCJKsc-Bold' },
    ...['NotoSerifCJKsc-Bold.otf', 'SourceHanSerifSC-Bold.otf', 'SourceHanSerifCN-Bold.otf'].map(named),
    { file: 'FandolSong-Bold.otf' },
  ],
  hei: [
    { file: 'NotoSansCJK-Medium.ttc', member: 'NotoSansCJKsc-Medium' },
    { file: 'NotoSansCJK-Regular.ttc', member: 'NotoSansCJKsc-Regular' },
    ...['NotoSansCJKsc-Regular.otf', 'SourceHanSansSC-Regular.otf', 'FandolHei-Regular.otf'].map(named),
    { file: 'wqy-zenhei.ttc', member: 'WenQuanYiZenHei' },
  ],
  kai: ['LXGWWenKai-Regular.ttf', 'LXGWWenKaiGB-Regular.ttf', 'FandolKai-Regular.otf', 'gkai00mp.ttf'].map(named),
  fang: [],
};

function named(file: string): Candidate {
  return { file };
}

/** Folders in which systems keep fonts, those of the user first; folders that do not exist are harmless. */
export function fontFolders(system: string, home: string): string[] {
  if (system === 'win32') return [join(home, 'AppData/Local/Microsoft/Windows/Fonts'), 'C:/Windows/Fonts'];
  if (system === 'darwin') {
    const office = '/Applications/Microsoft Word.app/Contents/Resources/DFonts';
    return [join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts', office];
  }
  const tex = ['/usr/share/texmf', '/usr/share/texmf-dist', '/usr/share/texlive/texmf-dist'];
  return [
    ...[join(home, '.local/share/fonts'), join(home, '.fonts'), '/usr/local/share/fonts', '/usr/share/fonts'],
    ...tex.map((root) => join(root, 'fonts/opentype/public/fandol')),
  ];
}
