/** Words of findings about names and the roster. */
import { differing } from '../base/look-alike.js';
import type { Text } from '../base/text.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

const named = (names: readonly string[], typed: string): Text =>
  names.length > 0
    ? said(
        `；相近的有：${names.map((name) => `${name}${apart(typed, name).zh}`).join('、')}`,
        `; similar: ${names.map((name) => `${name}${apart(typed, name).en}`).join(', ')}`,
      )
    : said('', '');

/** Which character was typed for which, where it is one alone: two that look alike are not seen to differ. */
function apart(typed: string, name: string): Text {
  const [here, there] = differing([...typed], [...name]);
  if (here.length !== 1 || there.length !== 1) return said('', '');
  return said(`（“${here[0]}”不是“${there[0]}”）`, ` ("${here[0]}" is not "${there[0]}")`);
}

export const NAME_FINDINGS = {
  'subject-unknown': {
    code: 'A303',
    severity: 'error',
    title: said('名册中没有', 'not on the roster'),
    says: ({ subject, candidates, raw }) =>
      said(
        `${subject.zh}“${raw ?? ''}”不在名册中${named(candidates, raw ?? '').zh}`,
        `${subject.en} "${raw ?? ''}" is not on the roster${named(candidates, raw ?? '').en}`,
      ),
    remedy: () => said('按名册更正，或先在名册中登记', 'write it as on the roster, or enter it there first'),
  },
  'subject-ambiguous': {
    code: 'A304',
    severity: 'error',
    title: said('名册中有同名', 'name not unique'),
    says: ({ subject, candidates, raw }) =>
      said(
        `${subject.zh}“${raw ?? ''}”在名册中不止一个：${candidates.join('、')}`,
        `${subject.en} "${raw ?? ''}" may be: ${candidates.join(', ')}`,
      ),
    remedy: () => said('改填编号，或在姓名后加括号写编号', 'write the number, or put it in brackets behind the name'),
  },
  'subject-elsewhere': {
    code: 'A305',
    severity: 'error',
    title: said('不属于本单位', 'belongs elsewhere'),
    says: ({ subject, belongs, raw }) =>
      said(
        `${subject.zh}“${raw ?? ''}”在名册中属于${belongs}`,
        `${subject.en} "${raw ?? ''}" belongs to ${belongs} on the roster`,
      ),
    remedy: () => said('更正姓名，或更新名册', 'correct the name, or update the roster'),
  },
  'subject-unlisted': {
    code: 'A306',
    severity: 'error',
    title: said('漏填人员', 'person left out'),
    says: ({ subject, name }) =>
      said(`名册中的${name}没有填在“${subject.zh}”列中`, `${name} of the roster is not listed under "${subject.en}"`),
    remedy: ({ name }) => said(`补填${name}一行`, `add a row for ${name}`),
  },
  'names-alike': {
    code: 'A308',
    severity: 'warning',
    title: said('名册中的名称相近', 'names on the roster are alike'),
    says: ({ subject, likeness, name, other, apart: [here, there], raw }) => {
      const at = other.cell ?? '';
      const [mine, theirs] = [`${subject.zh}“${raw ?? ''}”`, `${at} 的“${name}”`];
      const [ours, others] = [`${subject.en} "${raw ?? ''}"`, `"${name}" at ${at}`];
      if (likeness === 'same') return said(`${mine}与 ${at} 同名`, `${ours} has the same name as the one at ${at}`);
      if (likeness === 'slip')
        return said(`${mine}与 ${theirs}只有一字之差`, `${ours} is one character from ${others}`);
      return said(
        `${mine}与 ${theirs}字形相近（“${here}”与“${there}”）`,
        `${ours} looks like ${others} ("${here}" and "${there}")`,
      );
    },
    remedy: ({ likeness }) =>
      likeness === 'same'
        ? said(
            '如是同一个，删去一行；如不是，各表填写时加编号',
            'if they are one, remove a row; if not, write the number with the name in all forms',
          )
        : said(
            '如是同一个，改成一致并删去一行；如不是，无须处理',
            'if they are one, keep one spelling and one row; if not, nothing to do',
          ),
  },
} satisfies Partial<FindingTable>;
