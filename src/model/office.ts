/** What an office says of itself and of its runs, in its own assess.yaml. */
import type { Day } from '../base/day.js';
import type { Lang } from '../base/text.js';
import type { Confirmation, Severity } from './finding.js';

export interface Office {
  readonly name: string;
  /** The issuing body of the bulletin; the office's name when absent. */
  readonly issuer: string;
  /** Document number of the bulletin. */
  readonly number?: string;
  readonly addressees?: string;
  readonly copies?: string;
  /** Attachments to the bulletin that the office adds itself, by title. */
  readonly attachments: readonly string[];
  /** Whom to ask about the bulletin, as it is to be printed. */
  readonly contact?: string;
  /** The date of the bulletin; the day of the run when absent. */
  readonly issued?: Day;
  /** Who prints the bulletin; the issuing body when absent. */
  readonly printedBy?: string;
  /** Whether the bulletin gets a seal, which asks for other places of name and date. */
  readonly isSealed?: boolean;
  /** Name or path of the pack in force. */
  readonly measures: string;
  /** Files and folders read besides the folder of submissions. */
  readonly read: readonly string[];
  /** Of files for the same thing, those that count. */
  readonly counts: readonly string[];
  readonly shift: 'none' | 'next-working-day';
  /** Severities by code of finding. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Warnings that were looked into and are let stand. */
  readonly confirmed: readonly Confirmation[];
  readonly lang?: Lang;
  readonly asOf?: Day;
  /** Font files by face. */
  readonly fonts: Readonly<Record<string, string>>;
}
