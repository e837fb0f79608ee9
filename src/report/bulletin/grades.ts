/**
 * Whom the measures grade, or propose to: each with the rules that decided and the figures on which they rest, set
 * against the number that the measures draw the line at.
 */
import type { Atom } from '../../model/condition.js';
import type { Grade } from '../../model/grading.js';
import { gradeText } from '../../words/grade.js';
import { bracketed, labelled, listed, phrases } from '../../words/phrase.js';
import { factWithUnit, parameterText } from '../../words/value.js';
import type { Lookup } from '../lookup.js';
import { factTitle, gradeHeading, ruleText } from '../titles.js';
import { mayGrow, nothingListed } from './open.js';
import type { SectionWriter } from './section.js';
import { tableOf } from './table.js';

export const writeGrades: SectionWriter<'grades'> = ({ ladder, none }, lookup) => {
  const { result, lang, name, subject } = lookup;
  const all = result.grades.filter((each) => each.ladder === ladder);
  const graded = all.filter(({ grade }) => grade !== undefined);
  const [first] = graded;
  const open = awaited(all, lookup);
  if (!first) return [nothingListed(none, open, lookup)];
  const group = graded.map((each) => subject(each.subject)?.within).find((within) => within !== undefined);
  const headings = [
    { title: lookup.kind(subject(first.subject)?.kind ?? '') },
    ...(group === undefined ? [] : [{ title: lookup.kind(subject(group)?.kind ?? '') }]),
    { title: gradeHeading(ladder, lookup), align: 'center' as const },
    { title: { zh: '依据', en: 'Ground' }[lang] },
    { title: { zh: '认定的情况', en: 'Figures' }[lang] },
  ];
  const rows = graded.map((grade) => {
    const within = subject(grade.subject)?.within;
    return [
      name(grade.subject),
      ...(group === undefined ? [] : [within === undefined ? '' : name(within)]),
      gradeText(grade, result, lang),
      phrases(
        grade.decidedBy.map((rule) => ruleText(ladder, rule, lookup)),
        lang,
      ),
      phrases(figures(grade, lookup), lang),
    ];
  });
  return [tableOf(headings, rows), ...mayGrow(open, lookup)];
};

function awaited(grades: readonly Grade[], { lang, kind, subject }: Lookup): string | undefined {
  const awaiting = grades.filter(({ state }) => state === 'awaiting');
  const [first] = awaiting;
  if (!first) return undefined;
  const of = kind(subject(first.subject)?.kind ?? '');
  return { zh: `另有${awaiting.length}个${of}待评定`, en: `grade awaited: ${awaiting.length}` }[lang];
}

/** The facts of every part of the deciding rules that holds, each once. */
function figures({ subject, decidedBy, considered }: Grade, lookup: Lookup): string[] {
  const atoms = considered.filter(({ rule }) => decidedBy.includes(rule)).flatMap((each) => each.atoms);
  const texts = atoms.filter(({ outcome }) => outcome === 'true').flatMap((atom) => figuresOf(atom, subject, lookup));
  return [...new Set(texts)];
}

/** 本年旷工：5个工作日（办法规定：超过4个工作日） */
function figuresOf({ names }: Atom, subject: string, lookup: Lookup): string[] {
  const { words, lang } = lookup;
  const bounds = names.filter((name) => words.parameters[name]).map((name) => parameterText(name, words, lang));
  return names.flatMap((name) => {
    const fact = lookup.fact(subject, name);
    if (!fact) return [];
    const figure = labelled(factTitle(name, lookup), factWithUnit(fact, words, lang), lang);
    if (bounds.length === 0) return [figure];
    return [
      bracketed(figure, labelled({ zh: '办法规定', en: 'the measures say' }[lang], listed(bounds, lang), lang), lang),
    ];
  });
}
