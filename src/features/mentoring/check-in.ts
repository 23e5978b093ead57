import { z } from 'zod';
import { type Day, day, dayOf, earlier } from '../../core/calendar/day';
import type { PairId } from '../../core/ids';
import type { Side } from './pair';
import { lastDayOf, type Period } from './periods';

/** One text of an answer, in characters. */
export const MOST_CHARACTERS = 500;
const text = z.string().max(MOST_CHARACTERS).default('');

export const MOODS = ['good', 'fair', 'hard'] as const;
export const TOPICS = ['work', 'people', 'hours', 'learning', 'career', 'life', 'other'] as const;
export const topic = z.enum(TOPICS);
export type Topic = z.infer<typeof topic>;

/** `memo` is the mentee's alone; everything else is for the mentor once both have submitted. */
export const menteeAnswer = z.object({
  mood: z.enum(MOODS).nullable().default(null),
  wentWell: text,
  hard: text,
  learn: text,
  wishToTalk: z.boolean().default(false),
  memo: text,
});
export type MenteeAnswer = z.infer<typeof menteeAnswer>;

/** `support` is the mentor's alone; everything else is for the mentee once both have submitted. */
export const mentorAnswer = z.object({
  metOn: day.nullable().default(null),
  topics: z.array(topic).default([]),
  talked: text,
  nextStep: text,
  nextOn: day.nullable().default(null),
  support: text,
});
export type MentorAnswer = z.infer<typeof mentorAnswer>;

export type Answer =
  | { readonly side: 'mentee'; readonly given: MenteeAnswer }
  | { readonly side: 'mentor'; readonly given: MentorAnswer };

/** Which check-in of a pair: there may be more than one in a period. */
export interface CheckInKey {
  readonly pair: PairId;
  /** First day of the period. */
  readonly from: Day;
  readonly number: number;
}
export const MOST_A_PERIOD = 9;

export interface CheckIn {
  readonly id: string;
  readonly pair: PairId;
  readonly period: Period;
  readonly number: number;
  readonly metOn: Day | null;
  /** When each side submitted first; null before. */
  readonly submitted: Readonly<Record<Side, Date | null>>;
}

/** The two read each other once both have submitted, and not before. */
export const isShared = ({ submitted }: Pick<CheckIn, 'submitted'>): boolean =>
  submitted.mentee !== null && submitted.mentor !== null;

/** The day on which they talked as far as anybody said: the mentor's, else of the first answer; null while nobody has. */
export function heldOn({ metOn, submitted }: Pick<CheckIn, 'metOn' | 'submitted'>): Day | null {
  if (metOn !== null) return metOn;
  const days = [submitted.mentee, submitted.mentor].flatMap((at) => (at === null ? [] : [dayOf(at)]));
  const [first, second = first] = days;
  return first === undefined || second === undefined ? null : earlier(first, second);
}

/** A first answer is taken a little longer than a correction, which ends with the period. */
export const isWritable = (period: Period, submitted: Date | null, today: Day): boolean =>
  period.from <= today && today <= (submitted === null ? lastDayOf(period) : period.to);

/** What the other one may read of an answer. */
export function withoutPrivate(answer: Answer): Answer {
  switch (answer.side) {
    case 'mentee':
      return { side: 'mentee', given: { ...answer.given, memo: '' } };
    case 'mentor':
      return { side: 'mentor', given: { ...answer.given, support: '' } };
    default:
      return answer satisfies never;
  }
}

/** Every text of an answer, for what reads them before they are kept. */
export function textsOf(answer: Answer): readonly string[] {
  const { given } = answer;
  return Object.values(given).filter((value): value is string => typeof value === 'string' && value !== '');
}

/** As it is stored. */
export const readAnswer = (side: Side, json: string): Answer =>
  side === 'mentee'
    ? { side, given: menteeAnswer.parse(JSON.parse(json)) }
    : { side, given: mentorAnswer.parse(JSON.parse(json)) };
