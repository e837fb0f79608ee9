/** A page taken apart again, as a parser of HTML would: its policy, script, style, data, tags and texts. */

export function between(page: string, start: string, end: string): string {
  const from = page.indexOf(start);
  if (from < 0) throw new Error(`no ${start}`);
  return page.slice(from + start.length, page.indexOf(end, from + start.length));
}

export const policyOf = (page: string): string =>
  between(page, '<meta http-equiv="Content-Security-Policy" content="', '">');
export const scriptOf = (page: string): string => between(page, '<script>', '</script>');
export const styleOf = (page: string): string => between(page, '<style>', '</style>');
export const bodyOf = (page: string): string => between(page, '<body>', '</body>');

export interface Tagged {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every start tag, with its attributes as they are written. */
export function tagsOf(page: string): Tagged[] {
  return [...page.matchAll(/<([a-z][a-z0-9]*)((?: [a-z][a-z0-9A-Z-]*(?:="[^"]*")?)*)>/g)].map(
    ([, tag = '', rest = '']) => ({
      tag,
      attributes: Object.fromEntries(
        [...rest.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      ),
    }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const TOKEN = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|([^<]+)/g;
const LINES = ['p', 'li', 'td', 'th', 'tr', 'h2', 'h3', 'h4', 'dt', 'dd', 'caption', 'option', 'summary', 'desc'];

/** What a reader of one language sees, line by line. Throws where an element is not closed by its own end. */
export function textOf(page: string, lang: 'zh' | 'en'): string {
  const open: string[] = [];
  let text = '';
  /** How deep the element of the other language lies in which we are. */
  let hidden = Number.POSITIVE_INFINITY;
  for (const [token, end, tag = '', rest = '', said] of bodyOf(page).matchAll(TOKEN)) {
    if (said !== undefined) {
      if (open.length < hidden && open.at(-1) !== 'script') text += said;
    } else if (end) {
      if (open.pop() !== tag) throw new Error(`${token} closes nothing`);
      if (open.length < hidden) hidden = Number.POSITIVE_INFINITY;
    } else if (tag !== 'input') {
      open.push(tag);
      const other = / lang="(zh|en)"/.exec(rest)?.[1];
      if (hidden === Number.POSITIVE_INFINITY && other !== undefined && other !== lang) hidden = open.length;
      if (open.length < hidden && LINES.includes(tag)) text += '\n';
    }
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join()}`);
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
