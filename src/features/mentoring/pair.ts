import { z } from 'zod';
import { addMonths, type Day, daysBetween } from '../../core/calendar/day';
import { fiscalYearEnd, fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { EmployeeId, PairId } from '../../core/ids';
import type { Person } from '../directory';
import { type Pace, type Period, periodsOf, type Term } from './periods';

export const SUSPENSIONS = ['leave', 'moved', 'by-hr'] as const;
export const suspension = z.enum(SUSPENSIONS);
export type Suspension = z.infer<typeof suspension>;

/** `completed` is the regular end; all others came before it. */
export const ENDINGS = ['completed', 'left', 'evaluator', 'changed', 'by-hr'] as const;
export const ending = z.enum(ENDINGS);
export type Ending = z.infer<typeof ending>;

export type PairStatus =
  | { readonly kind: 'active' }
  | { readonly kind: 'suspended'; readonly why: Suspension }
  | { readonly kind: 'ended'; readonly why: Ending; readonly on: Day };

/** A mentee (メンティ) and their mentor. Who takes over from a mentor is a new pair: nothing of the old one is theirs. */
export interface Pair extends Term {
  readonly id: PairId;
  readonly mentee: EmployeeId;
  readonly mentor: EmployeeId;
  readonly early: Pace;
  readonly status: PairStatus;
  /** Sections as HR knew them when it last decided: by which a transfer is noticed. */
  readonly sections: { readonly mentee: string; readonly mentor: string };
  readonly sample: boolean;
  /** When the status last changed. */
  readonly changedAt: Date;
  /** The program changed it, and nobody of HR has confirmed to know. */
  readonly isNews: boolean;
}

export type Side = 'mentee' | 'mentor';

export const sideOf = (
  { mentee, mentor }: Pick<Pair, 'mentee' | 'mentor'>,
  person: EmployeeId,
): Side | null => (person === mentee ? 'mentee' : person === mentor ? 'mentor' : null);

export const otherSide = (side: Side): Side => (side === 'mentee' ? 'mentor' : 'mentee');

/** The last day that counts: an early end comes before `until`. */
export const lastDay = ({ until, status }: Pick<Pair, 'until' | 'status'>): Day =>
  status.kind === 'ended' ? status.on : until;

/** Nothing can be written any more; after a regular end the last period is still taken for a few days. */
export const hasEndedEarly = ({ status }: Pick<Pair, 'status'>): boolean =>
  status.kind === 'ended' && status.why !== 'completed';

export const periodsOfPair = (pair: Pair): readonly Period[] => periodsOf(pair, pair.early);

const MONTHS_TO_LOOK_BACK = 3;

/**
 * Which side of the pair somebody may read as, on a day. A mentee keeps what is theirs. A mentor reads while the pair lasts
 * and three months after its regular end, so that both can look back; after any other end nothing.
 */
export function readerSide(pair: Pair, person: EmployeeId, today: Day): Side | null {
  const side = sideOf(pair, person);
  if (side !== 'mentor' || pair.status.kind !== 'ended') return side;
  const isOpen = pair.status.why === 'completed' && today <= addMonths(pair.status.on, MONTHS_TO_LOOK_BACK);
  return isOpen ? side : null;
}

type Known = Pick<Person, 'id' | 'section' | 'leads' | 'firstEvaluator' | 'secondEvaluator' | 'leave'>;

/** Whether `person` appraises or leads the mentee: such a one is no mentor. */
export const isSuperior = (
  mentee: Pick<Known, 'section' | 'firstEvaluator' | 'secondEvaluator'>,
  person: Pick<Known, 'id' | 'leads'>,
): boolean =>
  person.id === mentee.firstEvaluator ||
  person.id === mentee.secondEvaluator ||
  person.leads.includes(mentee.section);

/**
 * Where a pair stands by the roster of a day: over, ended since one is gone or appraises the other, suspended while one is
 * away for long or has moved and HR has not decided, otherwise active. What HR decided stays.
 */
export function judge(pair: Pair, mentee: Known | null, mentor: Known | null, today: Day): PairStatus {
  const { status, until, sections } = pair;
  if (status.kind === 'ended') return status;
  if (today > until) return { kind: 'ended', why: 'completed', on: until };
  if (mentee === null || mentor === null) return { kind: 'ended', why: 'left', on: today };
  if (isSuperior(mentee, mentor)) return { kind: 'ended', why: 'evaluator', on: today };
  if (status.kind === 'suspended' && status.why === 'by-hr') return status;
  if (mentee.leave !== null || mentor.leave !== null) return { kind: 'suspended', why: 'leave' };
  const hasMoved = mentee.section !== sections.mentee || mentor.section !== sections.mentor;
  if (hasMoved && mentee.section !== mentor.section) return { kind: 'suspended', why: 'moved' };
  return { kind: 'active' };
}

export const isSameStatus = (a: PairStatus, b: PairStatus): boolean =>
  a.kind === b.kind && (a.kind === 'active' || b.kind === 'active' || a.why === b.why);

/** From hiring, or from today for who is here longer, to the end of that 年度. */
export function usualTerm({ hiredOn }: Pick<Person, 'hiredOn'>, today: Day): Term {
  const isRecent = hiredOn !== null && daysBetween(hiredOn, today) <= 365;
  const from = isRecent ? hiredOn : today;
  const until = fiscalYearEnd(fiscalYearOf(from));
  return until < today ? { from: today, until: fiscalYearEnd(fiscalYearOf(today)) } : { from, until };
}

export const MOST_MENTEES = 2;
const MOST_MONTHS = 24;

/** Why two people cannot be a pair. */
export type PairProblem =
  | 'same-person'
  | 'superior'
  | 'mentor-full'
  | 'has-mentor'
  | 'order'
  | 'too-long'
  | 'over';

/** What there has to be known of another pair. */
export type Taken = Pick<Pair, 'mentee' | 'mentor' | 'from' | 'until' | 'status'>;

/** `others`: the pairs that have not ended, without the one in question. */
export function pairProblems(
  { mentee, mentor, term }: { readonly mentee: Known; readonly mentor: Known; readonly term: Term },
  others: readonly Taken[],
  today: Day,
): readonly PairProblem[] {
  const problems: PairProblem[] = [];
  const meets = (pair: Taken): boolean => pair.from <= term.until && term.from <= lastDay(pair);
  const live = others.filter((pair) => pair.status.kind !== 'ended' && meets(pair));
  if (mentee.id === mentor.id) problems.push('same-person');
  else if (isSuperior(mentee, mentor)) problems.push('superior');
  if (live.some((pair) => pair.mentee === mentee.id)) problems.push('has-mentor');
  if (live.filter((pair) => pair.mentor === mentor.id).length >= MOST_MENTEES) problems.push('mentor-full');
  if (term.until < term.from) problems.push('order');
  else if (term.until > addMonths(term.from, MOST_MONTHS)) problems.push('too-long');
  if (term.until < today) problems.push('over');
  return problems;
}
