import type { Day } from '../../../core/calendar/day';
import type { Keyed, RecordProblem } from '../dataset';
import { brokenRules, isAfter, type Rule } from './shared';

/** The section with 人事権, in whatever way the roster writes it (総務部人事課). */
const HR_SECTION = '人事課';

/** The columns of the roster that its rules look at. */
interface Rostered {
  readonly id: string;
  readonly aadObjectId: string | null;
  readonly mail: string | null;
  readonly section: string;
  readonly concurrentSection: string | null;
  readonly manages: readonly string[];
  readonly roles: readonly string[];
  readonly firstEvaluator: string | null;
  readonly secondEvaluator: string | null;
  readonly deputyOf: string | null;
  readonly deputyFrom: Day | null;
  readonly deputyTo: Day | null;
  readonly leaveFrom: Day | null;
  readonly leaveTo: Day | null;
}

export const employeeProblems = (records: readonly Keyed<Rostered>[]): readonly RecordProblem[] => [
  ...shared(records, 'aad_object_id', ({ aadObjectId }) => aadObjectId),
  ...shared(records, 'mail', ({ mail }) => mail),
  ...brokenRules(RULES, records),
];

/** Whoever comes second with a value that only one may have. */
function shared(
  records: readonly Keyed<Rostered>[],
  column: string,
  read: (row: Rostered) => string | null,
): readonly RecordProblem[] {
  const holders = new Map<string, string>();
  const problems: RecordProblem[] = [];
  for (const { id, row } of records) {
    const value = read(row);
    if (value === null) continue;
    const holder = holders.get(value);
    if (holder === undefined) holders.set(value, id);
    else {
      problems.push({
        id,
        column,
        reason: { ja: `職員「${holder}」と同じです`, en: `is the same as that of employee “${holder}”` },
      });
    }
  }
  return problems;
}

const RULES: readonly Rule<Rostered>[] = [
  {
    column: 'first_evaluator',
    isBrokenBy: (row) => row.firstEvaluator === row.id,
    reason: { ja: '自分で自分を評定することはできません', en: 'nobody can evaluate themself' },
  },
  {
    column: 'second_evaluator',
    isBrokenBy: (row) => row.secondEvaluator === row.id,
    reason: { ja: '自分で自分を評定することはできません', en: 'nobody can evaluate themself' },
  },
  {
    column: 'deputy_of',
    isBrokenBy: (row) => row.deputyOf === row.id,
    reason: { ja: '自分の代決者になることはできません', en: 'nobody can be their own deputy' },
  },
  {
    column: 'deputy_to',
    isBrokenBy: (row) => isAfter(row.deputyFrom, row.deputyTo),
    reason: { ja: '代決の終了日が開始日より前です', en: 'is before the first day as deputy' },
  },
  {
    column: 'leave_to',
    isBrokenBy: (row) => isAfter(row.leaveFrom, row.leaveTo),
    reason: { ja: '休業の終了日が開始日より前です', en: 'is before the first day of leave' },
  },
  // 労働安全衛生規則 第52条の10第2項: whoever has 人事権 must not work on the stress check.
  {
    column: 'roles',
    isBrokenBy: (row) => row.roles.includes('stress_admin') && authorityOverStaff(row) !== null,
    reason: {
      ja: 'ストレスチェック実施事務従事者は、人事課の役割を持つ職員、所属長とその代決者、人事課の職員には任せられません',
      en: 'a stress-check administrator must not hold an HR role, manage a section or stand in for its manager, or belong to the HR section',
    },
  },
];

/** Why a row of the roster alone shows 人事権: whoever evaluates somebody shows in the rows of others. */
export type Authority = 'hr-role' | 'manager' | 'deputy' | 'hr-section';

export function authorityOverStaff(
  row: Pick<Rostered, 'roles' | 'manages' | 'deputyOf' | 'section' | 'concurrentSection'>,
): Authority | null {
  if (row.roles.includes('hr_editor') || row.roles.includes('hr_admin')) return 'hr-role';
  if (row.manages.length > 0) return 'manager';
  if (row.deputyOf !== null) return 'deputy';
  const sections = [row.section, row.concurrentSection ?? ''];
  return sections.some((section) => section.includes(HR_SECTION)) ? 'hr-section' : null;
}
