/** Why a file goes back as a list of its findings and not as a marked copy, in words. */
import type { Text } from '../../base/text.js';
import type { Unmarkable } from '../../model/returned.js';

export const REASONS: Readonly<Record<Unmarkable, Text>> = {
  'no-package': { zh: '不是能加标记的 .xlsx 文件', en: 'it is no .xlsx file that marks could be put into' },
  strict: {
    zh: '以“严格 Open XML”格式保存，无法可靠地加标记',
    en: 'it is saved as Strict Open XML, which is not marked',
  },
  macros: { zh: '含有宏，不予复制', en: 'it holds macros, which are not copied' },
  links: {
    zh: '引用了其他文件或外部数据，不予复制',
    en: 'it fetches from other files or data sources, which is not copied',
  },
  embedded: {
    zh: '嵌有其他程序的对象或控件，不予复制',
    en: "it holds other programs' objects or controls, which are not copied",
  },
  signed: { zh: '带有数字签名，加标记会使签名失效', en: 'it is signed, and marks would break the signature' },
  shared: { zh: '是共享工作簿，带有修订记录', en: 'it is a shared workbook with a log of changes' },
  changed: { zh: '读取之后文件又被改动', en: 'it has changed since it was read' },
  unusual: { zh: '内部结构不寻常，无法可靠地加标记', en: 'its inner structure is unusual and cannot be marked safely' },
};
