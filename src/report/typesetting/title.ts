/**
 * Breaks a title into centred lines as the standard wants: by sense, never inside a word, and so that the lines form
 * a trapezium or a rhombus. What Intl.Segmenter takes for a word is one.
 */
import { clustersOf, FREE } from './breaks.js';
import { linesOf, type Measure, widthOf } from './lines.js';

/** Titles in more lines than this are broken like any text. */
const MOST_LINES = 4;
/** Characters with which no line of a title should begin. */
const TRAILING = /^[的地得之了等与和及]/u;
/** After these a reader pauses. */
const PAUSE = /[、，：；）》”的度年]$/u;
/** Before these too. */
const OPENING = /^[（《“]/u;
const SPLIT_WORD = 4;
/** A line more than needed. */
const LINE = 0.3;

/** Made when the first title is too wide for its line, since that takes a while. */
let segmenter: Intl.Segmenter | undefined;

interface Broken {
  readonly lines: string[];
  readonly cost: number;
}

interface Place {
  /** Index into the text. */
  readonly at: number;
  /** How much a break here hurts the sense. */
  readonly cost: number;
}

/** The lines of a title for a width in points, a blank at the end of each left there; its own line breaks are kept. */
export function titleLines(title: string, width: number, measure: Measure): string[] {
  return titleBreaker(title, measure)(width);
}

/** The same for many widths: where a title may break, and how wide it is up to there, is looked for once. */
export function titleBreaker(title: string, measure: Measure): (width: number) => string[] {
  const parts = title.split('\n').map((text) => {
    const total = widthOf(text, measure);
    let part: Part | undefined;
    return (width: number): string[] => {
      if (total <= width) return [text];
      part ??= partOf(text, measure);
      return balanced(part, width) ?? brokenAnyhow(text, width, measure);
    };
  });
  return (width) => parts.flatMap((linesAt) => linesAt(width));
}

/** A title, or what stands between two line breaks of one. */
interface Part {
  readonly text: string;
  readonly places: readonly Place[];
  /** Width in points up to its beginning, to each place and to its end. */
  readonly upTo: readonly number[];
}

function partOf(text: string, measure: Measure): Part {
  const places = placesIn(text);
  const widths = new Map<number, number>();
  let [at, width] = [0, 0];
  for (const cluster of clustersOf(text)) {
    widths.set(at, width);
    at += cluster.text.length;
    width += measure(cluster.text);
  }
  return { text, places, upTo: [0, ...places.map((place) => widths.get(place.at) ?? 0), width] };
}

function balanced(part: Part, width: number): string[] | undefined {
  const least = Math.ceil((part.upTo.at(-1) ?? 0) / width);
  let best: Broken | undefined;
  for (let count = least; count <= Math.min(least + 1, MOST_LINES); count += 1) {
    const broken = bestOf(part, count, width);
    if (broken && broken.cost + LINE * (count - least) < (best?.cost ?? Number.POSITIVE_INFINITY)) best = broken;
  }
  return best?.lines;
}

function brokenAnyhow(text: string, width: number, measure: Measure): string[] {
  return linesOf(text, { width, em: width }, measure).map((line) => line.placed.map((each) => each.text).join(''));
}

/** The least hurting way into so many lines; undefined when a line would be too wide. */
function bestOf({ text, places, upTo }: Part, count: number, width: number): Broken | undefined {
  let best: Broken | undefined;
  const tryFrom = (next: number, chosen: readonly number[], cost: number): void => {
    if (chosen.length === count - 1) {
      const edges = [0, ...chosen.map((index) => index + 1), upTo.length - 1];
      const widths = edges.slice(1).map((edge, line) => (upTo[edge] ?? 0) - (upTo[edges[line] ?? 0] ?? 0));
      const hurt = cost + shapeCost(widths, width);
      const at = chosen.map((index) => places[index]?.at ?? 0);
      if (hurt < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { lines: cut(text, at), cost: hurt };
      return;
    }
    for (let index = next; index < places.length; index += 1) {
      tryFrom(index + 1, [...chosen, index], cost + (places[index]?.cost ?? 0));
    }
  };
  tryFrom(0, [], 0);
  return best;
}

/** Infinite when a line is too wide; else what hurts the eye: lines of very different width, a waist. */
function shapeCost(widths: readonly number[], width: number): number {
  const widest = Math.max(...widths);
  if (widest > width + 1e-6) return Number.POSITIVE_INFINITY;
  const uneven = widths.reduce((sum, each) => sum + ((widest - each) / widest) ** 2, 0);
  const waist = widths.some(
    (each, at) => at > 0 && at < widths.length - 1 && each < Math.min(widths[at - 1] ?? 0, widths[at + 1] ?? 0),
  );
  return 4 * uneven + (waist ? 3 : 0);
}

function cut(title: string, at: readonly number[]): string[] {
  return [0, ...at].map((from, line) => title.slice(from, at[line]));
}

function placesIn(title: string): Place[] {
  const free = new Set<number>();
  let index = 0;
  for (const cluster of clustersOf(title)) {
    if (index > 0 && cluster.before === FREE) free.add(index);
    index += cluster.text.length;
  }
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words = [...segmenter.segment(title)];
  const starts = new Map(words.map((word, at) => [word.index, [words[at - 1]?.segment ?? '', word.segment] as const]));
  return [...free].map((at) => {
    const around = starts.get(at);
    return { at, cost: (around ? wordCost(around) : SPLIT_WORD) + (isQuoted(title, at) ? 1 : 0) };
  });
}

function wordCost([before, after]: readonly [string, string]): number {
  if (TRAILING.test(after)) return 2;
  if (PAUSE.test(before) || OPENING.test(after)) return 0;
  if (before === '关于') return 1.5;
  // Short words beside one another are often one name that the dictionary does not have.
  return before.length === 1 || after.length === 1 ? 1.5 : 1;
}

/** Whether a place lies inside a book title, a quotation or brackets. */
function isQuoted(title: string, at: number): boolean {
  const before = title.slice(0, at);
  return [...before.matchAll(/[《“（]/g)].length > [...before.matchAll(/[》”）]/g)].length;
}
