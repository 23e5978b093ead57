import type { EmployeeId, PollId } from '../../core/ids';
import type { AudienceRule } from '../audience';

export type PollState = 'draft' | 'open' | 'closed';

/** A question to be answered with one tap, under one's name: 安否・参集の確認 and the like. */
export interface Poll {
  readonly id: PollId;
  readonly state: PollState;
  readonly question: string;
  /** Labels of the buttons; an answer is a place among them. */
  readonly choices: readonly string[];
  readonly urgency: PollUrgency;
  readonly audience: AudienceRule;
  /** How often those who had not answered were sent it again. */
  readonly rounds: number;
  readonly createdBy: EmployeeId;
  readonly startedAt: Date | null;
}

/**
 * - `emergency`: 安否・参集 at once at any hour, outside everybody's budget (災害時の参集). HR administrators only.
 * - `safety`: 安否・参集 in open hours: a drill, or the days after.
 * - `other`: anything else; nothing is said of the official system.
 */
export const POLL_URGENCIES = ['emergency', 'safety', 'other'] as const;
export type PollUrgency = (typeof POLL_URGENCIES)[number];

export const isEmergency = ({ urgency }: Pick<Poll, 'urgency'>): boolean => urgency === 'emergency';
/** 安否・参集: an additional means beside the official system. */
export const isSafety = ({ urgency }: Pick<Poll, 'urgency'>): boolean => urgency !== 'other';

/** What of a poll HR types. */
export type PollSettings = Pick<Poll, 'question' | 'choices' | 'urgency' | 'audience'>;

export interface PollAnswer {
  readonly choice: number;
  readonly comment: string | null;
}

/** One person of the audience as it was at the start. */
export interface PollMember {
  readonly employee: EmployeeId;
  readonly section: string;
  /** Why the poll did not reach them by Teams. */
  readonly gap: 'not-in-teams' | 'on-leave' | null;
  readonly answer: PollAnswer | null;
}

/** Whose names are shown: of those who have not answered, of all, or of those who gave one answer. */
export type PeopleFilter = 'missing' | 'all' | number;

export const isIn = ({ answer }: PollMember, filter: PeopleFilter): boolean =>
  filter === 'all' || (filter === 'missing' ? answer === null : answer?.choice === filter);

export const MOST_CHOICES = 6;
export const LONGEST_CHOICE = 30;
export const LONGEST_QUESTION = 300;
export const LONGEST_COMMENT = 300;

/** Those who were asked, in the order of the roster, by section. */
export interface SectionCount {
  readonly section: string;
  readonly answered: number;
  readonly asked: number;
}

/** Where most are missing comes first. */
export const bySection = (members: readonly PollMember[]): readonly SectionCount[] =>
  [...Map.groupBy(members, ({ section }) => section)]
    .map(([section, own]) => ({
      section,
      asked: own.length,
      answered: own.filter(({ answer }) => answer !== null).length,
    }))
    .toSorted((a, b) => b.asked - b.answered - (a.asked - a.answered));

/** How many gave each answer, in the order of the choices. */
export const byChoice = (poll: Pick<Poll, 'choices'>, members: readonly PollMember[]): readonly number[] =>
  poll.choices.map((_, choice) => members.filter(({ answer }) => answer?.choice === choice).length);

/** Names the job of a round's messages in the outbox; the first is round 0. */
export const roundName = (id: PollId, round: number): string => `poll:${id}:${round}`;
