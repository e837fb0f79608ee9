/** The wording of a small pack of its own, whose ids no pack of ours has. */
import type { Text } from '../../../src/base/text.js';
import type { Words } from '../../../src/model/result.js';

export const said = (zh: string, en: string): Text => ({ zh, en });
const times = said('次', 'times');
const pieces = said('件', 'pieces');

export const WORDS: Words = {
  clauses: {
    c1: { at: '甲(一)', ...said('完成任务的次序', 'The order by tasks done') },
    c2: { at: '甲(二)', ...said('迟报两次给予批评', 'Late twice: criticism') },
    c3: { at: '乙(一)', ...said('离岗超过两次', 'Left the post more than twice') },
    c4: { at: '乙(二)', ...said('优秀名额', 'Places for the best') },
  },
  subjects: { team: said('班组', 'team'), member: said('组员', 'member') },
  keepers: {},
  forms: {
    report: said('月报', 'Monthly report'),
    log: said('离岗登记', 'Log'),
    plan: said('年度计划', 'Annual plan'),
  },
  facts: {
    given: { title: said('任务', 'Tasks given'), clause: 'c1', unit: pieces, show: 'number' },
    done: { title: said('完成任务', 'Tasks done'), clause: 'c1', unit: pieces, show: 'number' },
    rate: { title: said('完成率', 'Completion'), clause: 'c1', show: 'share' },
    tardy: { title: said('迟报', 'Late reports'), clause: 'c2', unit: times, show: 'number' },
    founded: { title: said('成立日期', 'Founded on'), clause: 'c1', show: 'text' },
    away: { title: said('离岗', 'Left the post'), clause: 'c3', unit: times, show: 'number' },
    opinion: {
      title: said('组长意见', 'Opinion of the head'),
      clause: 'c3',
      show: 'text',
      choices: { fine: said('好', 'good'), poor: said('差', 'poor') },
    },
    orphan: { title: said('旧事项', 'Old fact'), clause: 'gone', show: 'number' },
  },
  parameters: {
    tardy_at: {
      title: said('迟报批评次数', 'Late reports that draw criticism'),
      clause: 'c2',
      origin: 'source',
      byOffice: true,
      value: { type: 'number', value: '2' },
      inclusive: true,
      unit: times,
    },
    away_over: {
      title: said('离岗上限', 'Times away, more than'),
      clause: 'c3',
      origin: 'assumed',
      byOffice: false,
      value: { type: 'number', value: '2' },
      inclusive: false,
      unit: times,
    },
    quota: { title: said('优秀比例', 'Share of the best'), clause: 'c4', origin: 'required', byOffice: false },
    bar: {
      title: said('达标线', 'Bar'),
      clause: 'c1',
      origin: 'source',
      byOffice: false,
      value: { type: 'number', value: '1' },
    },
    unused: { title: said('备用天数', 'Spare days'), clause: 'gone', origin: 'required', byOffice: false },
  },
  scales: {},
  scores: {},
  ladders: {
    team: {
      title: said('班组等次', 'Grade of the team'),
      subject: 'team',
      grades: [
        { id: 'fine', title: said('先进', 'fine') },
        { id: 'fair', title: said('合格', 'fair') },
        { id: 'poor', title: said('不合格', 'poor') },
      ],
      rules: {
        tardy: {
          title: said('多次迟报', 'Late too often'),
          clause: 'c2',
          grade: 'poor',
          effect: 'decides',
          condition: 'reaches(tardy, tardy_at)',
        },
        best: {
          title: said('名额之内', 'Within the places'),
          clause: 'c4',
          grade: 'fine',
          effect: 'decides',
          condition: 'rate >= quota',
        },
      },
    },
    member: {
      title: said('组员等次', 'Grade of the member'),
      subject: 'member',
      grades: [
        { id: 'able', title: said('称职', 'able') },
        { id: 'unable', title: said('不称职', 'unable') },
      ],
      rules: {
        away: {
          title: said('多次离岗', 'Away too often'),
          clause: 'c3',
          grade: 'unable',
          effect: 'proposes',
          condition: 'reaches(away, away_over)',
        },
        opinion: {
          title: said('组长意见为差', 'Head says poor'),
          clause: 'c3',
          grade: 'unable',
          effect: 'proposes',
          condition: 'opinion == "poor"',
        },
      },
    },
  },
  rankings: { tasks: { title: said('按完成率排序', 'Order by completion'), clause: 'c1' } },
  limits: { best: { title: said('先进名额', 'Places for fine'), ladder: 'team', grade: 'fine' } },
  consequences: {
    praised: { title: said('全部完成', 'All done'), tone: 'commend' },
    scolded: { title: said('迟报批评', 'Criticised'), tone: 'criticise' },
  },
  bulletin: {
    title: said('关于{period}任务完成情况的通报', 'Bulletin on {period}'),
    opening: said('根据《{measures}》，现将{period}情况通报如下。', 'Under the {measures}, {period} is made known.'),
    sections: [
      { kind: 'overview', title: said('总体情况', 'Overall') },
      {
        kind: 'order',
        title: said('班组次序', 'Order of the teams'),
        ranking: 'tasks',
        facts: ['given', 'done', 'rate', 'tardy'],
      },
      {
        kind: 'consequences',
        title: said('表扬和批评', 'Commended and criticised'),
        tones: ['commend', 'criticise'],
        none: said('无表扬和批评。', 'Nobody.'),
      },
      { kind: 'rows', title: said('未完成的任务', 'Tasks undone'), none: said('均已完成。', 'All were done.') },
      { kind: 'submissions', title: said('材料报送', 'Reports'), none: said('均按时上报。', 'All came on time.') },
      { kind: 'grades', title: said('组员提示', 'Members'), ladder: 'member', none: said('无人。', 'No member.') },
      { kind: 'due', title: said('下一步', 'Next'), none: said('近期无材料。', 'Nothing is due.') },
      { kind: 'text', title: said('要求', 'What is asked'), text: said('请各班组改进。', 'Teams are to improve.') },
    ],
  },
};
