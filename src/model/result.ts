/**
 * The result of a run: plain data from which every report and every explanation can be made without the submissions
 * or the pack at hand. Written as results.json.
 */
import type { Day } from '../base/day.js';
import type { Period, PeriodKind } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Finding } from './finding.js';
import type { ConsequenceLine, Fact, Grade, Owed, Seats, Standing } from './grading.js';
import type { BulletinSection, Consequence, Effect, Origin } from './measures.js';
import type { Scored } from './scored.js';
import type { Expected, Subject } from './submission.js';
import type { Place, Value } from './value.js';

/** Raised whenever a reader of the old form could misread the new one. */
export const RESULT_FORMAT = 2;

export interface Result {
  readonly format: typeof RESULT_FORMAT;
  readonly measures: { readonly id: string; readonly version: string; readonly title: Text; readonly source: Text };
  readonly office: {
    readonly name: string;
    readonly issuer: string;
    readonly number?: string;
    readonly addressees?: string;
    readonly copies?: string;
    /** Attachments that the office adds by hand, by title. */
    readonly attachments?: readonly string[];
    readonly contact?: string;
    /** The date of the bulletin, where it is not the day of the run. */
    readonly issued?: Day;
    /** Who prints the bulletin, where it is not the issuing body. */
    readonly printedBy?: string;
    /** Whether a seal is put on the bulletin; absent for none. */
    readonly isSealed?: boolean;
  };
  readonly period: Period;
  readonly kind: PeriodKind;
  readonly asOf: Day;
  readonly subjects: readonly Subject[];
  readonly files: readonly FileReport[];
  readonly expected: readonly Expected[];
  readonly upcoming: readonly Upcoming[];
  readonly findings: readonly Finding[];
  readonly facts: readonly Fact[];
  readonly scores: readonly Scored[];
  readonly grades: readonly Grade[];
  readonly standings: readonly Standing[];
  readonly consequences: readonly ConsequenceLine[];
  readonly seats: readonly Seats[];
  readonly extracts: readonly Extract[];
  readonly words: Words;
}

/** One file of the folder, and what became of each form on it. */
export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly forms: readonly {
    readonly sheet: string;
    readonly form: string;
    readonly by?: string;
    readonly period?: Period;
    readonly rows: number;
    readonly status: 'accepted' | 'accepted-with-warnings' | 'returned' | 'not-counted';
  }[];
}

export interface Upcoming {
  readonly form: string;
  readonly period: Period;
  readonly due: Day;
  /** How many owe it. */
  readonly debtors: number;
}

/** Rows of a form that a section of the bulletin asks for. */
export interface Extract {
  readonly section: number;
  readonly columns: readonly { readonly id: string; readonly title: Text }[];
  readonly rows: readonly {
    readonly by?: string;
    readonly period?: Period;
    readonly cells: readonly { readonly text: Text; readonly place: Place }[];
  }[];
  /** What may hold further rows and is not at hand, where there is any. */
  readonly owed?: readonly Owed[];
}

/** The pack's wording of everything a result names. */
export interface Words {
  readonly clauses: Readonly<Record<string, { readonly at: string } & Text>>;
  readonly subjects: Readonly<Record<string, Text>>;
  readonly forms: Readonly<Record<string, Text>>;
  /** Who fills in a form of the office, where it is not the office itself. */
  readonly keepers: Readonly<Record<string, Text>>;
  readonly facts: Readonly<
    Record<
      string,
      {
        readonly title: Text;
        readonly clause: string;
        readonly unit?: Text;
        readonly show: 'number' | 'share' | 'text';
        /** The parameter that points are converted by. */
        readonly into?: string;
        readonly choices?: Readonly<Record<string, Text>>;
      }
    >
  >;
  readonly parameters: Readonly<
    Record<
      string,
      {
        readonly title: Text;
        readonly clause: string;
        readonly origin: Origin;
        readonly byOffice: boolean;
        readonly value?: Value | readonly string[];
        readonly inclusive?: boolean;
        readonly show?: 'number' | 'share';
        readonly unit?: Text;
      }
    >
  >;
  readonly scales: Readonly<Record<string, Readonly<Record<string, Text>>>>;
  readonly scores: Readonly<Record<string, ScoreWords>>;
  readonly ladders: Readonly<Record<string, LadderWords>>;
  readonly rankings: Readonly<Record<string, { readonly title: Text; readonly clause: string }>>;
  readonly limits: Readonly<Record<string, { readonly title: Text; readonly ladder: string; readonly grade: string }>>;
  readonly consequences: Readonly<Record<string, { readonly title: Text; readonly tone: Consequence['tone'] }>>;
  readonly bulletin: { readonly title: Text; readonly opening: Text; readonly sections: readonly SectionWords[] };
}

/** Items and rules of a score by id, in the pack's order, those above before those below. */
export interface ScoreWords {
  readonly title: Text;
  readonly clause: string;
  readonly subject: string;
  /** The ranking whose order goes by its points first; absent where none does. */
  readonly ranking?: string;
  readonly full: string;
  readonly items: Readonly<
    Record<
      string,
      {
        readonly title: Text;
        readonly clause: string;
        /** Absent for groups and for what stands outside. */
        readonly full?: string;
        readonly outside: boolean;
        readonly begins: 'full' | 'zero';
        /** The item it is part of. */
        readonly in?: string;
      }
    >
  >;
  readonly rules: Readonly<
    Record<
      string,
      {
        readonly title: Text;
        readonly clause: string;
        readonly code: string;
        readonly effect: 'deduct' | 'add';
        readonly item: string;
        /** Parameters that it asks for. */
        readonly asks: readonly string[];
      }
    >
  >;
  /** Columns of the log that reports carry, in order. */
  readonly shown: Readonly<Record<string, Text>>;
}

export interface LadderWords {
  readonly title: Text;
  readonly subject: string;
  readonly grades: readonly { readonly id: string; readonly title: Text }[];
  readonly rules: Readonly<
    Record<
      string,
      {
        readonly title: Text;
        readonly clause: string;
        readonly grade: string;
        readonly effect: Effect;
        readonly condition: string;
      }
    >
  >;
}

/** A section of the bulletin; its rows stand in the extracts. */
export type SectionWords =
  | Exclude<BulletinSection, { kind: 'rows' }>
  | { readonly kind: 'rows'; readonly title: Text; readonly none: Text };
