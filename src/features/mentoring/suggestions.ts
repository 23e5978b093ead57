import { addMonths, type Day } from '../../core/calendar/day';
import type { Person } from '../directory';
import { isSuperior, MOST_MENTEES, type Pair } from './pair';

/** Of somebody hired within this time who has no mentor. */
const NEW_FOR_MONTHS = 12;
/** 五年目以上: four years are over. */
const LEAST_YEARS = 4;
const OLDEST_PREFERRED = 15;

/** Why somebody is put forward as a mentor; all of them hold, and are shown. */
export interface Reasons {
  readonly section: string;
  /** 何年目: 1 in the first year. */
  readonly year: number;
  readonly sameJobType: boolean;
  /** HR's roster names them as a mentor. */
  readonly named: boolean;
  /** How many mentees they would have. */
  readonly mentees: number;
}

export interface Candidate {
  readonly mentor: Person;
  readonly reasons: Reasons;
}

export interface Suggestion extends Candidate {
  readonly mentee: Person;
}

/** In which year of service somebody is on a day; null where nobody knows when they were hired. */
export function yearOfService(hiredOn: Day | null, today: Day): number | null {
  if (hiredOn === null) return null;
  let year = 1;
  while (addMonths(hiredOn, year * 12) <= today) year += 1;
  return year;
}

const live = (pairs: readonly Pair[]): readonly Pair[] =>
  pairs.filter(({ status }) => status.kind !== 'ended');

/** Regular staff hired within a year, at work, without a mentor. */
export function withoutMentor(
  everybody: readonly Person[],
  pairs: readonly Pair[],
  today: Day,
): readonly Person[] {
  const has = new Set(live(pairs).map(({ mentee }) => mentee));
  return everybody.filter(
    ({ id, hiredOn, employment, level, leave }) =>
      !has.has(id) &&
      leave === null &&
      hiredOn !== null &&
      hiredOn <= today &&
      today < addMonths(hiredOn, NEW_FOR_MONTHS) &&
      (employment === 'regular' || level === 'new'),
  );
}

/**
 * Who could be the mentor, best first: of the same section, in the fifth year or later, neither evaluator nor leader of the
 * mentee or of any section, at work, with less than two mentees. Whom the roster names comes first, then who has fewer
 * mentees, then the same kind of job, then who is closer in years.
 */
export function candidatesFor(
  mentee: Person,
  everybody: readonly Person[],
  pairs: readonly Pair[],
  today: Day,
): readonly Candidate[] {
  const load = Map.groupBy(live(pairs), ({ mentor }) => mentor);
  return everybody
    .flatMap((mentor): Candidate[] => {
      const mentees = (load.get(mentor.id)?.length ?? 0) + 1;
      const fits =
        mentor.section === mentee.section &&
        mentor.id !== mentee.id &&
        (mentor.employment === 'regular' || mentor.employment === null) &&
        mentor.leads.length === 0 &&
        mentor.leave === null &&
        mentor.aadObjectId !== null &&
        mentees <= MOST_MENTEES &&
        !isSuperior(mentee, mentor);
      const year = fits ? yearOfService(mentor.hiredOn, today) : null;
      if (year === null || year <= LEAST_YEARS) return [];
      const sameJobType = mentor.jobType !== '' && mentor.jobType === mentee.jobType;
      const named = mentor.roles.has('mentor');
      return [{ mentor, reasons: { section: mentor.section, year, sameJobType, named, mentees } }];
    })
    .toSorted((a, b) => rank(a) - rank(b) || (a.mentor.id < b.mentor.id ? -1 : 1));
}

const rank = ({ reasons: { named, mentees, sameJobType, year } }: Candidate): number =>
  (named ? 0 : 1_000) +
  (mentees - 1) * 400 +
  (sameJobType ? 0 : 100) +
  (year > OLDEST_PREFERRED ? 50 : 0) +
  Math.min(year, 49);

/** One mentor for everybody who has none, each counting in who was given one before. */
export function suggestPairs(
  everybody: readonly Person[],
  pairs: readonly Pair[],
  today: Day,
): { readonly suggestions: readonly Suggestion[]; readonly nobodyFor: readonly Person[] } {
  const suggestions: Suggestion[] = [];
  const nobodyFor: Person[] = [];
  const given = new Map<string, number>();
  for (const mentee of withoutMentor(everybody, pairs, today)) {
    const best = candidatesFor(mentee, everybody, pairs, today)
      .map(({ mentor, reasons }) => ({
        mentor,
        reasons: { ...reasons, mentees: reasons.mentees + (given.get(mentor.id) ?? 0) },
      }))
      .filter(({ reasons }) => reasons.mentees <= MOST_MENTEES)
      .toSorted((a, b) => rank(a) - rank(b) || (a.mentor.id < b.mentor.id ? -1 : 1))[0];
    if (best === undefined) {
      nobodyFor.push(mentee);
      continue;
    }
    given.set(best.mentor.id, (given.get(best.mentor.id) ?? 0) + 1);
    suggestions.push({ mentee, ...best });
  }
  return { suggestions, nobodyFor };
}
