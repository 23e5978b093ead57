import type { EmployeeId, PairId } from '../../core/ids';
import { lockRows } from '../../db/lock';
import type { Reader, Writer } from '../../db/open';

export const MOST_GOALS = 3;
export const MOST_STEPS = 6;
/** Of a goal or a step, in characters. */
export const MOST_GOAL_CHARACTERS = 100;

/** A small step towards a goal; it stands on every card until it is done. */
export interface GoalStep {
  readonly id: string;
  readonly text: string;
  readonly doneAt: Date | null;
}

export interface Goal {
  readonly id: string;
  readonly text: string;
  /** In the order in which they were added. */
  readonly steps: readonly GoalStep[];
}

/** The goals that a pair has set and not removed, in the order in which they were added. */
export async function goalsOf(reader: Reader, pair: PairId): Promise<readonly Goal[]> {
  const goals = await reader
    .selectFrom('mentoring_goals')
    .select(['id', 'text'])
    .where('pair_id', '=', pair)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  if (goals.length === 0) return [];
  const steps = await reader
    .selectFrom('mentoring_steps')
    .selectAll()
    .where(
      'goal_id',
      'in',
      goals.map(({ id }) => id),
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return goals.map(({ id, text }) => ({
    id,
    text,
    steps: steps
      .filter(({ goal_id }) => goal_id === id)
      .map((step) => ({
        id: step.id,
        text: step.text,
        doneAt: step.done_at === null ? null : new Date(step.done_at),
      })),
  }));
}

/** Goals are counted and changed by one transaction at a time. */
export const lockGoals = (tx: Writer, pair: PairId): Promise<void> =>
  lockRows(tx, 'mentoring_pairs', { id: pair });

export async function insertGoal(
  tx: Writer,
  goal: { readonly id: string; readonly pair: PairId; readonly text: string },
  by: EmployeeId,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('mentoring_goals')
    .values({
      id: goal.id,
      pair_id: goal.pair,
      text: goal.text,
      created_by: by,
      created_at: at.toISOString(),
      removed_at: null,
    })
    .execute();
}

export async function saveGoalText(tx: Writer, id: string, text: string): Promise<void> {
  await tx.updateTable('mentoring_goals').set({ text }).where('id', '=', id).execute();
}

export async function removeGoal(tx: Writer, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('mentoring_goals')
    .set({ removed_at: at.toISOString() })
    .where('id', '=', id)
    .execute();
}

export async function insertStep(
  tx: Writer,
  step: { readonly id: string; readonly goal: string; readonly text: string },
  by: EmployeeId,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('mentoring_steps')
    .values({
      id: step.id,
      goal_id: step.goal,
      text: step.text,
      created_by: by,
      created_at: at.toISOString(),
      done_at: null,
    })
    .execute();
}

export async function saveStepDone(tx: Writer, id: string, doneAt: Date | null): Promise<void> {
  await tx
    .updateTable('mentoring_steps')
    .set({ done_at: doneAt?.toISOString() ?? null })
    .where('id', '=', id)
    .execute();
}
