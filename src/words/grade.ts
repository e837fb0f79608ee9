/** How grades are written, and what is still owed and by whom, in both languages. */
import { dayText } from '../base/day.js';
import { periodText } from '../base/period.js';
import type { Lang, Text } from '../base/text.js';
import type { Grade, Owed } from '../model/grading.js';
import type { Result } from '../model/result.js';
import { listed } from './phrase.js';
import { namesOf, placeText, senderOf } from './value.js';

const STATES: Record<'awaiting' | 'undetermined', Text> = {
  awaiting: { zh: '待评定', en: 'awaited' },
  undetermined: { zh: '无法认定', en: 'undetermined' },
};

/** 未达标; 不称职（建议）; 待评定; 无法认定. */
export function gradeText(grade: Grade | undefined, result: Result, lang: Lang): string {
  if (!grade) return '';
  if (grade.state === 'awaiting' || grade.state === 'undetermined') return STATES[grade.state][lang];
  const left = grade.notApplied.length > 0 ? { zh: '（另有条款未适用）', en: ' (some rules not applied)' }[lang] : '';
  const title = `${gradeTitle(grade.ladder, grade.grade ?? '', result)[lang]}${left}`;
  return grade.state === 'proposed' ? `${title}${{ zh: '（建议）', en: ' (proposed)' }[lang]}` : title;
}

export function gradeTitle(ladder: string, grade: string, { words }: Result): Text {
  return words.ladders[ladder]?.grades.find(({ id }) => id === grade)?.title ?? { zh: grade, en: grade };
}

/** What is missing before something is known, and who owes it; who it is about need not be named again. */
export function owedText(owed: Owed, result: Result, lang: Lang, about?: string): string {
  const { words } = result;
  const inForm = 'form' in owed ? owed.form : '';
  const who = (by: string): string => (by === about ? '' : senderOf(result, by, inForm)[lang]);
  const of = (by: string): string => (by === about ? '' : ` of ${who(by)}`);
  const form = (id: string): string => words.forms[id]?.[lang] ?? id;
  const zh = lang === 'zh';
  switch (owed.kind) {
    case 'submission':
      if (owed.received !== undefined)
        return zh
          ? `${who(owed.by)}${periodText(owed.period).zh}“${form(owed.form)}”${dayText(owed.received).zh}已收到，但没有能读取的文件`
          : `"${form(owed.form)}"${of(owed.by)} for ${periodText(owed.period).en} came on ${owed.received}, but no file of it can be read`;
      return zh
        ? `${who(owed.by)}未报${periodText(owed.period).zh}“${form(owed.form)}”（应于${dayText(owed.due).zh}前）`
        : `"${form(owed.form)}"${of(owed.by)} for ${periodText(owed.period).en} has not come (due ${owed.due})`;
    case 'later':
      return zh
        ? `${periodText(owed.period).zh}“${form(owed.form)}”${dayText(owed.due).zh}到期${owed.by === about ? '' : `，由${who(owed.by)}报送`}`
        : `"${form(owed.form)}" for ${periodText(owed.period).en} falls due on ${owed.due}${owed.by === about ? '' : `, from ${who(owed.by)}`}`;
    case 'register':
      return zh ? `缺少“${form(owed.form)}”` : `"${form(owed.form)}" is missing`;
    case 'choice':
      return zh
        ? `${who(owed.by)}${periodText(owed.period).zh}“${form(owed.form)}”有两个文件，尚未选定`
        : `"${form(owed.form)}"${of(owed.by)} for ${periodText(owed.period).en} came in two files; none is chosen`;
    case 'cell':
      return zh ? `${placeText(owed.place)} 无法读取` : `${placeText(owed.place)} could not be read`;
    case 'assessor':
      return zh
        ? `待评分人确定分值：${placeText(owed.place)}`
        : `an assessor is to set the points at ${placeText(owed.place)}`;
    case 'receipt':
      return owed.isDone
        ? zh
          ? `${who(owed.by)}${periodText(owed.period).zh}“${form(owed.form)}”所列事项完成日期不明`
          : `when what "${form(owed.form)}"${of(owed.by)} for ${periodText(owed.period).en} reports was done is unknown`
        : zh
          ? `${who(owed.by)}${periodText(owed.period).zh}“${form(owed.form)}”收到日期不明`
          : `when "${form(owed.form)}"${of(owed.by)} for ${periodText(owed.period).en} came is unknown`;
    case 'tie':
    case 'unplaced': {
      const names = listed(
        owed.subjects.map((each) => namesOf(result)(each, lang)),
        lang,
      );
      const order = words.rankings[owed.ranking]?.title[lang] ?? owed.ranking;
      if (owed.kind === 'tie') return zh ? `“${order}”中与${names}并列` : `tied in "${order}" with ${names}`;
      return zh ? `“${order}”中${names}名次未定` : `no rank yet in "${order}": ${names}`;
    }
    case 'answer':
      return zh
        ? `待${owed.by.zh}认定：${words.facts[owed.fact]?.title.zh ?? owed.fact}`
        : `${owed.by.en} is to say: ${words.facts[owed.fact]?.title.en ?? owed.fact}`;
    case 'conflict':
      return zh
        ? `“${words.facts[owed.fact]?.title.zh ?? owed.fact}”几处记载不一：${owed.places.map(placeText).join('；')}`
        : `"${words.facts[owed.fact]?.title.en ?? owed.fact}" is recorded differently: ${owed.places.map(placeText).join('; ')}`;
    case 'repeated':
      return zh
        ? `“${form(owed.form)}”中同一事项有几行，内容不同：${owed.places.map(placeText).join('；')}`
        : `"${form(owed.form)}" has rows on one matter that differ: ${owed.places.map(placeText).join('; ')}`;
    case 'unanswered':
      return zh
        ? `${placeText(owed.place)} 所列事项在“${form(owed.form)}”中没有填报`
        : `"${form(owed.form)}" does not answer for what stands at ${placeText(owed.place)}`;
    case 'unaccounted':
      return zh
        ? `“${form(owed.form)}”所登记的与“${words.facts[owed.fact]?.title.zh ?? owed.fact}”不符`
        : `"${form(owed.form)}" does not add up to "${words.facts[owed.fact]?.title.en ?? owed.fact}"`;
    case 'nothing-to-share':
      return zh
        ? `${words.facts[owed.fact]?.title.zh ?? owed.fact}为0，无从计算`
        : `${words.facts[owed.fact]?.title.en ?? owed.fact} is 0; there is nothing to divide by`;
    case 'parameter':
      return zh
        ? `参数“${words.parameters[owed.parameter]?.title.zh ?? owed.parameter}”未设定`
        : `parameter "${words.parameters[owed.parameter]?.title.en ?? owed.parameter}" is not set`;
  }
}
