import type { Day } from '../../core/calendar/day';
import type { Locale, Turn } from '../../core/turn';
import type { Person } from './person';

/** What every use case starts from: who acts (as the channel verified it), when, and in which language. */
export interface Scene {
  readonly person: Person;
  readonly now: Date;
  readonly today: Day;
  readonly locale: Locale;
  readonly turn: Pick<Turn, 'activityId' | 'conversationId' | 'personal'>;
}
