import { type Authority as AuthorityInRoster, authorityOverStaff, type Employee } from '../records';

/**
 * What makes somebody one with 人事権. Narrower in the law: 解雇、昇進又は異動に関して直接の権限を持つ監督的地位にある者 must not work on the
 * stress check (労働安全衛生規則 第52条の10第2項). That deputies, evaluators and the whole HR section count as well is the city's
 * own rule.
 */
export type Authority = AuthorityInRoster | 'evaluator';

/** Everybody who appraises somebody (一次・二次評定者). */
export const evaluatorsIn = (roster: readonly Employee[]): ReadonlySet<string> =>
  new Set(
    roster.flatMap(({ firstEvaluator, secondEvaluator }) => [firstEvaluator ?? '', secondEvaluator ?? '']),
  );

export function authorityOf(employee: Employee, evaluators: ReadonlySet<string>): Authority | null {
  return authorityOverStaff(employee) ?? (evaluators.has(employee.id) ? 'evaluator' : null);
}
