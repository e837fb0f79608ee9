/**
 * The file around a page's contents: it asks nothing of any network, and its policy lets run and apply the one script and
 * the one style that stand in it, by their hashes, and nothing else.
 */
import { createHash } from 'node:crypto';
import type { Lang, Text } from '../../base/text.js';
import build from './browser/build.js?raw';
import language from './browser/language.js?raw';
import listing from './browser/listing.js?raw';
import lists from './browser/lists.css?raw';
import ground from './browser/page.css?raw';
import paper from './browser/paper.css?raw';
import route from './browser/route.js?raw';
import start from './browser/start.js?raw';
import tables from './browser/tables.css?raw';
import type { Content } from './element.js';
import { escaped } from './escape.js';
import { htmlOf } from './html.js';

export interface PageDocument {
  readonly lang: Lang;
  readonly title: Text;
  readonly head: readonly Content[];
  /** What stands between head and foot, written down already. */
  readonly main: Iterable<string>;
  readonly foot: readonly Content[];
  /** What is built when it is asked for, as data that is written down already. */
  readonly packed: Iterable<string> | undefined;
}

const STYLE = `\n${[ground, lists, tables, paper].join('\n')}`;
const SCRIPT = `\n'use strict';\n(() => {\n${[build, language, listing, route, start].join('\n')}})();\n`;

/** The file in pieces, from its first character to its last, each made when it is asked for. */
export function* documentOf({ lang, title, head, main, foot, packed }: PageDocument): Generator<string> {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(SCRIPT)}'`,
    `style-src '${hashOf(STYLE)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  yield `<!doctype html>
<html lang="${LOCALES[lang]}" data-zh="${escaped(title.zh)}" data-en="${escaped(title.en)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title[lang])}</title>
<style>${STYLE}</style>
<script>${SCRIPT}</script>
</head>
<body>
${htmlOf(head)}
<main id="main" tabindex="-1">`;
  yield* main;
  yield `</main>
${htmlOf(foot)}
`;
  if (packed) {
    yield '<script type="application/json" id="packed">';
    yield* packed;
    yield '</script>\n';
  }
  yield '</body>\n</html>\n';
}

const LOCALES: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
