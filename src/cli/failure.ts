/** Why a command could not do what was asked: said to the user with what to do, and an exit code. */
import type { Text } from '../base/text.js';

/** 0 done; 1 done, and some submissions have errors; 2 wrong call, configuration or pack; 3 could not read or write. */
export type ExitCode = 0 | 1 | 2 | 3;

export class Failure extends Error {
  constructor(
    readonly exitCode: 2 | 3,
    readonly text: Text,
    /** Further lines, such as a pack's problems, already in both languages. */
    readonly lines: (lang: keyof Text) => readonly string[] = () => [],
  ) {
    super(text.en);
  }
}

export function wrongCall(zh: string, en: string): Failure {
  return new Failure(2, { zh, en });
}

export function unreadable(zh: string, en: string): Failure {
  return new Failure(3, { zh, en });
}

/** The system's own word for an error, e.g. ENOSPC. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? code : String(message ?? error);
}

/** Whether the system refused something; all else that is thrown is a fault of ours. */
export function isOfSystem(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^E(?!RR_)/.test(code);
}

const REASONS: Readonly<Record<string, Text>> = {
  ENOENT: { zh: '没有这个文件或文件夹', en: 'there is no such file or folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '系统不允许', en: 'the system does not permit it' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '空间配额已用完', en: 'the quota of space is used up' },
  EFBIG: { zh: '文件过大', en: 'the file would be too large' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EIO: { zh: '磁盘读写出错', en: 'the disk failed' },
  EBUSY: { zh: '被其他程序占用', en: 'another program holds it' },
  ELOOP: { zh: '是链接，不是文件', en: 'it is a link, not a file' },
  NOTAFILE: { zh: '不是普通文件', en: 'it is no regular file' },
  EISDIR: { zh: '是文件夹，不是文件', en: 'it is a folder, not a file' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is no folder' },
  ENAMETOOLONG: { zh: '名称太长', en: 'the name is too long' },
  EPIPE: { zh: '接收的一端已关闭', en: 'the other end is closed' },
};

/** The same in words, with the system's own behind them. */
export function reasonText(error: unknown): Text {
  const code = reasonOf(error);
  const words = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return words ? { zh: `${words.zh}（${code}）`, en: `${words.en} (${code})` } : { zh: code, en: code };
}
