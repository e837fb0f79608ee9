// @ts-check
/** The forms of a bureau as they should be: filled in and handed in on time. */

/** @typedef {import('./office.js').Bureau} Bureau */
/** @typedef {import('./office.js').Unit} Unit */
/** @typedef {import('./office.js').Task} Task */
/** @typedef {import('./office.js').Cell} Cell */
/** @typedef {import('./office.js').Cells} Cells */
/** @typedef {import('./office.js').Sheet} Sheet */

/** Days on which a careful unit hands in, well before anything falls due. */
const ON_TIME = {
  'annual-targets': 22,
  'monthly-plan': 26,
  'monthly-completion': 4,
  attendance: 4,
  'quarterly-appraisal': 3,
  'self-inspection': 18,
  'year-end': 4,
};

/** What the leading group says of a unit at year end: the stricter list for excellent, then the milder one. */
const QUALITIES = [
  'high_quality',
  'exemplary_conduct',
  'full_study',
  'strong_service',
  'full_security',
  'sound_rules',
  'earnest_work',
  'basic_study',
  'fair_service',
  'basic_reports',
  'basic_security',
  'basic_rules',
];

/** @param {number} year @param {number} month */
const monthId = (year, month) =>
  `${month < 1 ? year - 1 : month > 12 ? year + 1 : year}-${String(((month + 11) % 12) + 1).padStart(2, '0')}`;
/** @param {string} month @param {number} day */
const dayId = (month, day) => `${month}-${String(day).padStart(2, '0')}`;

/** @param {Bureau} spec @param {Unit} unit @param {any} lib @returns {Sheet[]} */
export function unitSheets(spec, unit, lib) {
  const year = String(spec.year);
  const filler = unit.staff.at(-1)?.name ?? '';
  const head = unit.staff[0]?.name ?? '';
  /** @type {(form: string, title: string, period: string, received: string, fields: Cells, rows: Cells[]) => Sheet} */
  const sheet = (form, title, period, received, fields, rows) => {
    const file = `submissions/${unit.name}/${title}-${unit.name}-${lib.periodText(period).zh}.xlsx`;
    return { form, unit, period, received, fields: { ...fields, filed_on: received }, rows, file };
  };
  const signed = { signed_by: unit.leader };
  const targets = unit.targets.map(({ no, target, metric, quantity, measure, items, by }) => ({
    target_no: no,
    target,
    nature: metric ? '量化' : '非量化',
    metric: metric ?? null,
    quantity: quantity ?? null,
    measure: measure ?? null,
    items: items ?? null,
    responsible: by,
    finish_by: `${year}-12-20`,
  }));
  const made = [
    sheet(
      'annual-targets',
      '年度工作目标',
      year,
      dayId(`${spec.year - 1}-12`, ON_TIME['annual-targets']),
      signed,
      targets,
    ),
  ];
  spec.months.forEach((month, index) => {
    const period = monthId(spec.year, month);
    const next = monthId(spec.year, month + 1);
    const filled = { filled_by: filler };
    const quantityOf = (/** @type {Task} */ { quantity }) => quantity?.[index % quantity.length] ?? null;
    const plan = unit.tasks.map((task) => ({
      plan_no: task.no,
      task: task.task,
      nature: task.metric ? '量化' : '非量化',
      metric: task.metric ?? null,
      quantity: quantityOf(task),
      measure: task.measure ?? null,
      items: task.items ?? null,
      responsible: task.by,
      annual_no: task.annual ?? null,
    }));
    const completion = unit.tasks.map((task) => ({
      plan_no: task.no,
      task: task.task,
      planned: quantityOf(task),
      done: quantityOf(task),
      status: '完成',
      cause: null,
      reason: null,
      improvement: null,
    }));
    const workdays = lib.workdaysWithin(lib.firstDay(period), lib.lastDay(period));
    const attendance = unit.staff.map(({ name }) => ({ person: name, workdays_due: workdays }));
    made.push(
      sheet(
        'monthly-plan',
        '月工作目标计划表',
        period,
        dayId(monthId(spec.year, month - 1), ON_TIME['monthly-plan']),
        signed,
        plan,
      ),
    );
    made.push(
      sheet(
        'monthly-completion',
        '完成月工作目标情况表',
        period,
        dayId(next, ON_TIME['monthly-completion']),
        filled,
        completion,
      ),
    );
    made.push(sheet('attendance', '出勤和纪律情况月报表', period, dayId(next, ON_TIME.attendance), filled, attendance));
  });
  for (const quarter of [spec.quarter ?? []].flat()) {
    const rows = unit.staff.map(({ name }) => ({
      person: name,
      self_records: 3,
      head_checks: 3,
      appraisal: '较好',
      comment: '能够完成本职工作',
    }));
    const after = monthId(spec.year, quarter * 3 + 1);
    made.push(
      sheet(
        'quarterly-appraisal',
        '季度平时考核汇总表',
        `${year}-Q${quarter}`,
        dayId(after, ON_TIME['quarterly-appraisal']),
        { head },
        rows,
      ),
    );
  }
  if (spec.months.includes(6)) {
    const rows = unit.targets.map(({ no }) => ({ target_no: no, progress: '按计划推进' }));
    made.push(
      sheet('self-inspection', '目标管理自检报告', year, dayId(`${year}-06`, ON_TIME['self-inspection']), {}, rows),
    );
  }
  if (spec.months.includes(12)) {
    const received = dayId(monthId(spec.year, 13), ON_TIME['year-end']);
    const done = unit.targets.map(({ no, target, quantity }) => ({
      target_no: no,
      target,
      planned: quantity ?? null,
      done: quantity ?? null,
      status: '完成',
      cause: null,
      reason: null,
      improvement: null,
    }));
    const judged = unit.staff.map(({ name }) => ({
      person: name,
      unfit: '否',
      tasks_undone: '否',
      proposed: '称职',
      comment: '能够较好地完成年度工作目标',
    }));
    made.push(sheet('annual-completion', '年度工作目标完成情况表', year, received, {}, done));
    made.push(sheet('staff-judgements', '年度考核评语和初定等次表', year, received, { head }, judged));
  }
  return made;
}

/** What the office itself keeps. @param {Bureau} spec @param {Sheet[]} sheets @param {any} lib @returns {Sheet[]} */
export function keptSheets(spec, sheets, lib) {
  /** @type {(form: string, title: string, rows: Cells[]) => Sheet} */
  const kept = (form, title, rows) => ({ form, fields: {}, rows, file: `office/${title}.xlsx` });
  const takesPart = (/** @type {{ takes_part?: boolean }} */ { takes_part }) => (takes_part === false ? '否' : '是');
  const registers = [
    kept(
      'units',
      '科室名册',
      spec.units.map((unit) => ({
        unit_no: unit.no,
        unit_name: unit.name,
        unit_aliases: unit.aliases ?? null,
        leader: unit.leader,
        takes_part: takesPart(unit),
      })),
    ),
    kept(
      'staff',
      '人员名册',
      spec.units.flatMap(({ name: unit, staff }) =>
        staff.map((person) => ({
          staff_no: person.no,
          staff_name: person.name,
          unit,
          post: person.post ?? null,
          worker: person.worker ? '是' : null,
          takes_part: takesPart(person),
        })),
      ),
    ),
    kept('receipts', '材料收文登记表', receiptRows(sheets, lib)),
    kept('incidents', '问题和事件登记表', []),
    kept('sanctions', '处分登记表', []),
    kept('inspections', '目标完成情况抽查记录', []),
  ];
  if (!spec.months.includes(12)) return registers;
  const units = spec.units.filter(({ takes_part }) => takes_part !== false);
  const judged = units.map(({ name }) => ({ unit: name, ...Object.fromEntries(QUALITIES.map((id) => [id, '是'])) }));
  const leader = spec.units[0]?.leader ?? '';
  return [
    ...registers,
    { ...kept('unit-judgements', '科室考评认定表', judged), period: String(spec.year), fields: { signed_by: leader } },
  ];
}

/** @param {Sheet[]} sheets @param {any} lib @returns {Cells[]} */
function receiptRows(sheets, lib) {
  return sheets
    .filter(({ received, unit }) => received !== undefined && unit)
    .map(({ form, unit, period, received }) => ({
      unit: unit?.name ?? '',
      form,
      period: lib.periodText(period).zh,
      received: received ?? '',
      clerk: '收发室',
    }))
    .toSorted((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0));
}
