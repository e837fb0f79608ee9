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
