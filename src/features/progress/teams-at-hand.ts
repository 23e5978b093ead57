import type { AadObjectId } from '../../core/ids';
import type { Person } from '../directory';

/**
 * Why a message may not come to a person's eyes:
 *
 * - `no-account`: the roster has no account for them.
 * - `unreached`: their last message did not arrive.
 * - `few-hours`: by 任用区分 and hours they have no Teams at hand where they work.
 */
export type TeamsGap = 'no-account' | 'unreached' | 'few-hours';

/** 会計年度任用職員 below so many hours a week have no Teams at hand, as a rule: no desk of their own. The city's own rule. */
export const FEWEST_HOURS = 30;

/** Null where messages come to a person's eyes, as far as is known. */
export function teamsGapOf(person: Person, unreached: ReadonlySet<AadObjectId>): TeamsGap | null {
  const { aadObjectId, employment, weeklyHours } = person;
  if (aadObjectId === null) return 'no-account';
  if (unreached.has(aadObjectId)) return 'unreached';
  const isPartTime = employment === 'fiscal_year' && weeklyHours !== null && weeklyHours < FEWEST_HOURS;
  return isPartTime ? 'few-hours' : null;
}
