/**
 * Reads one XML part forwards over its bytes, once: no tree, no event object, no recursion, linear time. Every part is
 * checked to its end (tags match, references exist, nothing follows the root); a DOCTYPE is refused wherever it stands.
 * Names are compared without their prefix, so any prefix will do.
 *
 * Walk: `child()` steps into the next child element, or out of the current one when none is left. Every child stepped
 * into is left again by `child()` answering false, by `skip()` or by `content()`.
 */
import { equal, readNumber } from './lexical.js';
import { MAX_DEPTH, MAX_TEXT_LENGTH } from './limits.js';
import { PlainText } from './plain-text.js';
import { damaged, tooLarge, Unreadable } from './unreadable.js';
import { endOfBlanks, endOfName, XmlAttributes } from './xml-attributes.js';
import {
  BRACKET,
  characters,
  endOfUsualDeclaration,
  FORBIDDEN,
  MARKS,
  marksOf,
  REFERENCE,
  RETURN,
  utf8Part,
  WIDE,
} from './xml-text.js';

const BANG = 0x21;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const COMMENT = '<!--';
const COMMENT_END = '--';
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
const INSTRUCTION_END = '?>';
const DOCTYPE = '<!DOCTYPE';

export class XmlScanner {
  /** Attributes of the element stepped into last. */
  readonly attributes: XmlAttributes;
  /** The part in UTF-8. */
  readonly bytes: Buffer;
  private at = 0;
  private depth = 0;
  /** Start and end of the full names of the open elements. */
  private readonly open: number[] = [];
  private readonly plain = new PlainText();
  /** Whether the element stepped into last was closed by its own tag. */
  private closed = false;
  private nameStart = 0;
  private nameEnd = 0;
  /** The content read last: a run of bytes with its marks, or the text put together from several. */
  private start = 0;
  private end = 0;
  private marks = 0;
  private joined: string | undefined;

  /** Steps into the root element of a part. */
  constructor(part: Buffer) {
    this.bytes = utf8Part(part);
    this.attributes = new XmlAttributes(this.bytes);
    this.at = endOfUsualDeclaration(this.bytes);
    this.outside();
    if (this.at === this.bytes.length) throw damaged('XML part without an element');
    this.enter(this.at + 1);
  }

  /** Steps into the next child (true) or out of the element (false). Text in between is checked and passed over. */
  child(): boolean {
    if (this.closed) {
      this.closed = false;
      this.leave();
      return false;
    }
    for (let at = this.at; ; ) {
      const text = at;
      at = this.run(text);
      if ((this.marks & REFERENCE) !== 0) characters(this.bytes, text, at, this.marks);
      const next = this.bytes[at + 1];
      if (next === SLASH) {
        this.exit(at + 2);
        return false;
      }
      if (next !== BANG && next !== QUESTION) {
        this.enter(at + 1);
        return true;
      }
      at = this.aside(at);
    }
  }

  /** Where the next child would begin; -1 when the element has no content. For reading well-known children directly. */
  position(): number {
    return this.closed ? -1 : this.at;
  }

  /** The name of the element stepped into last, prefix aside. */
  name(): string {
    return this.bytes.toString('utf8', this.nameStart, this.nameEnd);
  }

  /** Where the tag of the innermost open element begins. */
  begins(): number {
    return (this.open[2 * this.depth - 2] as number) - 1;
  }

  /** Goes on behind a child that was read whole from `position()`. */
  resume(at: number): void {
    this.at = at;
  }

  /** Steps into a child whose tag repeats that of the child left last; `at` is where its content begins. */
  enterAgain(at: number): void {
    this.depth += 1;
    this.at = at;
  }

  /** Passes over the rest of the element stepped into last, checking it all the same. */
  skip(): void {
    for (const outer = this.depth - 1; this.depth > outer; ) this.child();
  }

  /** Reads the element as text alone and leaves it; a child element in it is a fault. */
  content(): void {
    this.joined = undefined;
    this.marks = 0;
    this.start = this.at;
    this.end = this.at;
    if (this.closed) {
      this.child();
      return;
    }
    this.end = this.run(this.start);
    if (this.bytes[this.end + 1] !== SLASH) {
      this.join();
      return;
    }
    if ((this.marks & REFERENCE) !== 0) this.joined = characters(this.bytes, this.start, this.end, this.marks);
    this.exit(this.end + 2);
  }

  /** Reads the element as text alone, leaves it and answers the text. */
  readText(): string {
    const { bytes, plain } = this;
    const text = this.closed ? undefined : plain.read(bytes, this.at);
    if (text === undefined || bytes[plain.end + 1] !== SLASH) {
      this.content();
      return this.text();
    }
    this.exit(plain.end + 2);
    return text;
  }

  /** Whether the content read last is empty. */
  isEmpty(): boolean {
    return this.joined === undefined ? this.start === this.end : this.joined === '';
  }

  /** The content read last, as text. */
  text(): string {
    const text = this.joined ?? characters(this.bytes, this.start, this.end, this.marks);
    if (text.length > MAX_TEXT_LENGTH) throw tooLarge(`a text of ${text.length} characters`);
    return text;
  }

  /** The content read last, as a number; NaN when it is none. */
  number(): number {
    if (this.joined === undefined && this.marks === 0) return readNumber(this.bytes, this.start, this.end);
    const text = Buffer.from(this.text());
    return readNumber(text, 0, text.length);
  }

  /** Whether the element stepped into last has this name, prefix aside. */
  is(name: string): boolean {
    return equal(this.bytes, this.nameStart, this.nameEnd, name);
  }

  /** Goes over text to the next tag, joins the marks of its bytes and answers where the tag begins. */
  private run(from: number): number {
    const { bytes } = this;
    let at = from;
    let marks = 0;
    for (let byte = bytes[at]; byte !== LESS; byte = bytes[at]) {
      if (byte === undefined) throw damaged('XML part is cut short');
      marks |= MARKS[byte] as number;
      at += 1;
    }
    if ((marks & FORBIDDEN) !== 0) throw damaged('control character in XML');
    if ((marks & BRACKET) !== 0 && bytes.subarray(from, at).includes(CDATA_END))
      throw damaged('CDATA without a beginning');
    this.marks = marks;
    return at;
  }

  /** Joins the runs, CDATA sections and references of an element's content, comments left out. */
  private join(): void {
    const { bytes } = this;
    let text = characters(bytes, this.start, this.end, this.marks);
    let at = this.end;
    while (bytes[at + 1] !== SLASH) {
      const after = this.aside(at);
      const start = at + CDATA.length;
      if (equal(bytes, at, start, CDATA)) {
        const end = after - CDATA_END.length;
        // In CDATA nothing but a line end is anything else than itself.
        text += characters(bytes, start, end, marksOf(bytes, start, end) & (WIDE | RETURN));
      }
      at = this.run(after);
      text += characters(bytes, after, at, this.marks);
      if (text.length > MAX_TEXT_LENGTH) throw tooLarge('a text of many pieces');
    }
    this.joined = text;
    this.exit(at + 2);
  }

  /** Reads an opening tag from its name on. */
  private enter(from: number): void {
    const { bytes, attributes, depth } = this;
    const nameEnd = endOfName(bytes, from);
    let local = from;
    for (let at = from; at < nameEnd; at += 1) if (bytes[at] === COLON) local = at + 1;
    if (depth === MAX_DEPTH) throw new Unreadable('unsafe', `XML deeper than ${MAX_DEPTH}`);
    this.open[2 * depth] = from;
    this.open[2 * depth + 1] = nameEnd;
    this.depth = depth + 1;
    const end = attributes.read(nameEnd);
    this.closed = bytes[end] === SLASH;
    if (this.closed && bytes[end + 1] !== GREATER) throw damaged('malformed XML tag');
    this.nameStart = local;
    this.nameEnd = nameEnd;
    this.at = this.closed ? end + 2 : end + 1;
  }

  /** Reads a closing tag from its name on; it must be that of the innermost open element. */
  private exit(from: number): void {
    const { bytes } = this;
    const start = this.open[2 * this.depth - 2] as number;
    const length = (this.open[2 * this.depth - 1] as number) - start;
    for (let index = 0; index < length; index += 1) {
      if (bytes[from + index] !== bytes[start + index]) throw damaged('XML tags do not match');
    }
    const end = endOfBlanks(bytes, from + length);
    if (bytes[end] !== GREATER) throw damaged('XML tags do not match');
    this.at = end + 1;
    this.leave();
  }

  private leave(): void {
    this.depth -= 1;
    if (this.depth > 0) return;
    this.outside();
    if (this.at !== this.bytes.length) throw damaged('XML goes on after its root element');
  }

  /** Passes over what may stand before and after the root element. */
  private outside(): void {
    const { bytes } = this;
    let at = endOfBlanks(bytes, this.at);
    while (bytes[at] === LESS && (bytes[at + 1] === BANG || bytes[at + 1] === QUESTION)) {
      at = endOfBlanks(bytes, this.aside(at));
    }
    if (at < bytes.length && bytes[at] !== LESS) throw damaged('text outside the root element');
    this.at = at;
  }

  /** Where the comment, CDATA section or instruction that begins here ends. */
  private aside(at: number): number {
    const { bytes } = this;
    let end: number;
    if (bytes[at + 1] === QUESTION) {
      const nameEnd = endOfName(bytes, at + 2);
      if (at > 0 && bytes.toString('latin1', at + 2, nameEnd).toLowerCase() === 'xml')
        throw damaged('two declarations');
      end = this.after(INSTRUCTION_END, nameEnd);
      if (end > nameEnd + INSTRUCTION_END.length && endOfBlanks(bytes, nameEnd) === nameEnd) {
        throw damaged('malformed XML instruction');
      }
    } else if (equal(bytes, at, at + COMMENT.length, COMMENT)) {
      end = this.after(COMMENT_END, at + COMMENT.length) + 1;
      if (bytes[end - 1] !== GREATER) throw damaged('malformed XML comment');
    } else if (equal(bytes, at, at + CDATA.length, CDATA) && this.depth > 0) {
      end = this.after(CDATA_END, at + CDATA.length);
    } else if (bytes.toString('latin1', at, at + DOCTYPE.length).toUpperCase() === DOCTYPE) {
      throw new Unreadable('unsafe', 'XML part with a DOCTYPE');
    } else throw damaged('element or markup where text is wanted');
    marksOf(bytes, at, end);
    return end;
  }

  private after(mark: string, from: number): number {
    const at = this.bytes.indexOf(mark, from, 'latin1');
    if (at < 0) throw damaged('XML part is cut short');
    return at + mark.length;
  }
}
