import { z } from 'zod';
import { type Day, day } from '../../core/calendar/day';
import { isHr, type Person } from '../directory';

/** What HR has decided: the day from which everybody is answered and written to, and who tries it before. */
export const launchPlan = z.object({
  publishOn: day.nullable(),
  /** Since when it has been; null until then, also where the day has come and a required desk is missing. */
  liveSince: day.nullable().default(null),
  /** 試行する所属, by name. */
  pilot: z.array(z.string().min(1).max(60)).max(200).readonly(),
});
export type LaunchPlan = z.infer<typeof launchPlan>;

export const NO_PLAN: LaunchPlan = { publishOn: null, liveSince: null, pilot: [] };

/** Whether the publish date has come and the launch has not: the required desks are looked at once more. */
export const isDue = ({ publishOn, liveSince }: LaunchPlan, today: Day): boolean =>
  liveSince === null && publishOn !== null && publishOn <= today;

/**
 * - `sample`: the local sample as it starts: everybody is answered, nobody is welcomed.
 * - `preparing`: only the pilot and HR are.
 * - `live`: everybody, from the publish date on; once live, it stays so until HR stops it.
 */
export type Phase =
  | { readonly kind: 'sample' }
  | { readonly kind: 'preparing'; readonly plan: LaunchPlan }
  | { readonly kind: 'live'; readonly plan: LaunchPlan; readonly since: Day };

/** `plan` null: nothing has been decided yet. `ready`: the required desks are there now; of account on the publish date only. */
export function phaseOf(plan: LaunchPlan | null, today: Day, local: boolean, ready: boolean): Phase {
  if (plan === null) return local ? { kind: 'sample' } : { kind: 'preparing', plan: NO_PLAN };
  const since = plan.liveSince ?? (ready && isDue(plan, today) ? today : null);
  return since === null ? { kind: 'preparing', plan } : { kind: 'live', plan, since };
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
