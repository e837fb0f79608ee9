/** Words of findings about whole files and sheets: what they are instead of forms. */

import { FAULTS } from './faults.js';
import type { FindingTable } from './findings.js';
import { said } from './said.js';

export const FILE_FINDINGS = {
  'file-unreadable': {
    code: 'A001',
    severity: 'error',
    title: said('文件无法读取', 'file cannot be read'),
    says: ({ fault, detail }) => {
      const { is } = FAULTS[fault];
      // The system's own word tells those who keep the machine what to look for.
      return fault === 'inaccessible' && detail !== '' ? said(`${is.zh}（${detail}）`, `${is.en} (${detail})`) : is;
    },
    remedy: ({ fault }) => FAULTS[fault].remedy,
  },
  'file-skipped': {
    code: 'A002',
    severity: 'note',
    title: said('文件未读', 'file passed over'),
    says: ({ reason }) => reason,
    remedy: ({ unsaved }) =>
      unsaved === undefined
        ? said(
            '要交的如果就是它，请另存为普通文件；否则无须处理',
            'if this is what was meant, save it as a plain file; else nothing to do',
          )
        : said('保存并关闭后重新运行', 'save and close it, and run again'),
  },
  'form-unrecognised': {
    code: 'A003',
    severity: 'error',
    title: said('认不出是什么表', 'no known form'),
    says: ({ nearest, missing }) =>
      nearest
        ? said(
            `认不出是什么表；最接近“${nearest.zh}”，缺少列：${missing.map(({ zh }) => zh).join('、') || '无'}`,
            `no known form; nearest is "${nearest.en}", which also needs: ${missing.map(({ en }) => en).join(', ') || 'nothing'}`,
          )
        : said('认不出是什么表', 'no known form'),
    remedy: () => said('使用下发的模板，不要删改表头', 'use the template and leave its headings as they are'),
  },
  'form-empty': {
    code: 'A004',
    severity: 'error',
    title: said('表内没有内容', 'form without rows'),
    says: ({ form }) => said(`“${form.zh}”没有填写任何一行`, `no row of "${form.en}" is filled in`),
    remedy: () => said('填写后重新上报', 'fill it in and send it again'),
  },
  'measures-other': {
    code: 'A005',
    severity: 'warning',
    title: said('模板属于另一套办法或旧版本', 'template of other measures'),
    says: ({ found, expected }) =>
      said(`模板出自 ${found}，现用 ${expected}`, `the template was made for ${found}; in force is ${expected}`),
    remedy: () => said('核对内容，今后使用新模板', 'check the content, and use the new template from now on'),
  },
  'sheet-unused': {
    code: 'A006',
    severity: 'warning',
    title: said('工作表未采用', 'sheet not used'),
    says: ({ isHidden }) =>
      isHidden
        ? said('隐藏的工作表中有内容，未采用', 'a hidden sheet holds something; it is not used')
        : said(
            '这张工作表有内容，但没有可以识别的表头，未采用',
            'this sheet holds something but no headings that are known; it is not used',
          ),
    remedy: ({ isHidden }) =>
      isHidden
        ? said('应当采用的，取消隐藏；否则删去', 'unhide it if it counts, else delete it')
        : said(
            '是续表的，补上表头；否则无须处理或删去',
            'if it goes on with the table, give it the headings; else leave or delete it',
          ),
  },
  'file-copied': {
    code: 'A007',
    severity: 'note',
    title: said('同一文件的副本', 'copy of a file'),
    says: ({ other }) =>
      said(`与 ${other} 的内容完全相同，只采用那一份`, `byte for byte the same as ${other}; only that one is read`),
    remedy: () => said('无须处理；可删去一份', 'nothing to do; one of them may be deleted'),
  },
} satisfies Partial<FindingTable>;
