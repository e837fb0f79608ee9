// @ts-check
/**
 * Invents names, texts and figures from a seed: the same seed gives the same office on every machine and every day, so
 * that figures of two runs are of one corpus.
 */

const SURNAMES = [...'赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕施张孔曹严金魏姜'];
const GIVEN = [...'国平丽华一航文娟雨桐根旺学明素珍思远慧敏婷晓燕志春梅衡建军海涛秀英'];
const VERBS = ['组织', '办理', '督办', '检查', '编报', '整理', '核定', '修订', '抽查', '汇总'];
const THINGS = [
  '业务培训',
  '来文来电',
  '计量器具',
  '干部档案',
  '政务信息',
  '特种设备',
  '产品质量',
  '管理制度',
  '投诉举报',
];
const ENDINGS = ['，按季报告进度', '；月底前完成', '（与各科室会签）', '，做好记录备查', ''];

/** @typedef {ReturnType<typeof inventor>} Inventor */

/** @param {number} seed */
export function inventor(seed) {
  let state = seed >>> 0;
  /** Mulberry32: a number from 0 up to 1, without it. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1));
  /** @template T @param {readonly T[]} list @returns {T} */
  const one = (list) => /** @type {T} */ (list[whole(0, list.length - 1)]);
  return {
    whole,
    one,
    /** True as often as the given share says. */
    happens: (/** @type {number} */ share) => next() < share,
    person: () => one(SURNAMES) + one(GIVEN) + one(GIVEN),
    task: () => `${one(VERBS)}${one(THINGS)}${whole(1, 400)}项${one(ENDINGS)}`,
    /** Noon in UTC of a day of 2026, so that it is that day wherever the bench runs. */
    day: () => new Date(Date.UTC(2026, whole(0, 11), whole(1, 28))),
  };
}
