/**
 * The page of an official document in the units of Word: twentieths of a point, half points, eighths of a point. Word
 * gives every line the whole pitch, the first one too, so that 22 of them share the type area evenly.
 */
import { AREA, mm } from '../typesetting/page.js';

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Half points, by which Word knows the size of characters. */
export function halves(points: number): number {
  return Math.round(points * 2);
}

/** Eighths of a point, by which Word knows the thickness of rules. */
export function eighths(points: number): number {
  return Math.round(points * 8);
}

/** English Metric Units, by which drawings are measured. */
export function emu(points: number): number {
  return Math.round(points * 12_700);
}

/** 三号: Word has no size between half points, so its characters stand closer than they are wide. */
export const BODY_SIZE = 16;
const PER_LINE = 28;
const LINES = 22;

/** Points of one square of a line, and from line to line. */
export const SQUARE = AREA.width / PER_LINE;
export const LINE = Math.floor((AREA.height * 20) / LINES) / 20;

/** By how many points characters stand closer than their size for 28 of them to fit; a multiple of a twentieth. */
export const CLOSER = Math.floor((SQUARE - BODY_SIZE) * 20) / 20;
/** The same as the grid takes it from each character, in 4096ths of a point. */
export const CHARACTER_SPACE = CLOSER * 4096;

export const MARGINS = { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) } as const;
export const TEXT_WIDTH = twips(AREA.width);
