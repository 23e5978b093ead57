import { z } from 'zod';
import { type Day, day } from '../../core/calendar/day';
import { isHr, type Person } from '../directory';

/** What HR has decided: the day from which everybody is answered and written to, and who tries it before. */
export const launchPlan = z.object({
  publishOn: day.nullable(),
  /** 試行する所属, by name. */
  pilot: z.array(z.string().min(1).max(60)).max(200).readonly(),
});
export type LaunchPlan = z.infer<typeof launchPlan>;

export const NO_PLAN: LaunchPlan = { publishOn: null, pilot: [] };

/**
 * - `sample`: the local sample as it starts: everybody is answered, nobody is welcomed.
 * - `preparing`: only the pilot and HR are.
 * - `live`: everybody, from the publish date on.
 */
export type Phase =
  | { readonly kind: 'sample' }
  | { readonly kind: 'preparing'; readonly plan: LaunchPlan }
  | { readonly kind: 'live'; readonly plan: LaunchPlan; readonly since: Day };

/** `plan` null: nothing has been decided yet. */
export function phaseOf(plan: LaunchPlan | null, today: Day, local: boolean): Phase {
  if (plan === null) return local ? { kind: 'sample' } : { kind: 'preparing', plan: NO_PLAN };
  const { publishOn } = plan;
  return publishOn !== null && publishOn <= today
    ? { kind: 'live', plan, since: publishOn }
    : { kind: 'preparing', plan };
}

type Placed = Pick<Person, 'section' | 'concurrentSection'>;

const isPiloting = ({ section, concurrentSection }: Placed, { pilot }: LaunchPlan): boolean =>
  pilot.includes(section) || (concurrentSection !== null && pilot.includes(concurrentSection));

/** Whether the bot answers this person, and may write to them. HR always belongs to those who try it. */
export const reaches = (phase: Phase, person: Person): boolean =>
  phase.kind !== 'preparing' || isHr(person) || isPiloting(person, phase.plan);

/** Whether anything is sent by itself: not before there is anybody who tries it. */
export const sendsByItself = (phase: Phase): boolean =>
  phase.kind !== 'preparing' || phase.plan.pilot.length > 0;
