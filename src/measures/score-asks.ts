/** Facts, columns and parameters that a score asks for by name: its rules one by one, and with the caps of its items. */
import {
  type Amount,
  type Basis,
  itemsOf,
  type Points,
  rulesOf,
  type Score,
  type ScoreRule,
  type Step,
} from '../model/score.js';

export function namesInScore(score: Score): string[] {
  return [...itemsOf(score).flatMap(({ cap }) => parameter(cap)), ...rulesOf(score).flatMap(namesInRule)];
}

export function namesInRule({ amount, basis, cap, applies }: ScoreRule): string[] {
  return [...inAmount(amount), ...inBasis(basis), ...parameter(cap), ...(applies?.names ?? [])];
}

function parameter(points: Points | undefined): string[] {
  return points && 'parameter' in points ? [points.parameter] : [];
}

function inAmount(amount: Amount): string[] {
  if (amount.kind === 'fixed') return parameter(amount.points);
  if (amount.kind === 'tiers') return amount.points.flatMap(([, points]) => parameter(points));
  return amount.kind === 'discretion' ? [amount.least, amount.most].flatMap(parameter) : [];
}

function inStep(step: Step | undefined): string[] {
  return [step?.size, step?.above, step?.below].flatMap(parameter);
}

function inBasis(basis: Basis): string[] {
  if (basis.kind === 'when') return [...basis.when.names];
  if (basis.kind === 'pro-rata') return [basis.fact, ...parameter(basis.of)];
  const counted = basis.per.kind === 'reaching' ? [basis.per.parameter] : [];
  if (basis.kind === 'log') {
    const shares = (basis.share?.of ?? []).flatMap(([, part]) => parameter(part));
    const asked = [...(basis.where?.names ?? []), ...(basis.exempt?.names ?? [])];
    return [...counted, ...asked, ...shares, ...inStep(basis.step)];
  }
  return [basis.fact, ...counted, ...inStep(basis.step)];
}
