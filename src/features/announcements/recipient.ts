import type { Day } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { DeliveryId } from '../../delivery';

/**
 * What became of one person of the audience. All but the first two are ends, and each person has exactly one:
 *
 * - `waiting`, `sending`: in the outbox.
 * - `sent`: in the person's chat; nothing says that it was read.
 * - `failed`, `unreachable`: as the outbox says.
 * - `cancelled`: withdrawn before it went out.
 * - `left`: gone from the roster before it went out.
 * - `not-in-teams`: no account in the roster. `on-leave`: away when it went out, or would have; told nothing.
 */
export const RECIPIENT_STATES = [
  'waiting',
  'sending',
  'sent',
  'failed',
  'unreachable',
  'cancelled',
  'left',
  'not-in-teams',
  'on-leave',
] as const;
export type RecipientState = (typeof RECIPIENT_STATES)[number];

export interface Recipient {
  readonly employee: EmployeeId;
  /** Of the day on which it went out. */
  readonly section: string;
  readonly state: RecipientState;
  readonly delivery: DeliveryId | null;
  /** Code of the outbox, in English; null where nothing is to be said. */
  readonly error: string | null;
  readonly possiblyDoubled: boolean;
  /** When the message ended; null while it has not. */
  readonly endedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly reactedAt: Date | null;
  readonly leftOn: Day | null;
}

export type StateCounts = Readonly<Record<RecipientState, number>>;

export function countStates(recipients: readonly Pick<Recipient, 'state'>[]): StateCounts {
  const counts: Record<RecipientState, number> = {
    waiting: 0,
    sending: 0,
    sent: 0,
    failed: 0,
    unreachable: 0,
    cancelled: 0,
    left: 0,
    'not-in-teams': 0,
    'on-leave': 0,
  };
  for (const { state } of recipients) counts[state] += 1;
  return counts;
}

export const openIn = (counts: StateCounts): number => counts.waiting + counts.sending;

/** What one section's people have done. */
export interface SectionStanding {
  readonly section: string;
  readonly all: number;
  readonly sent: number;
  readonly confirmed: number;
}

/** The biggest first, then by name. */
export const bySection = (recipients: readonly Recipient[]): readonly SectionStanding[] =>
  [...Map.groupBy(recipients, ({ section }) => section)]
    .map(([section, of]) => ({
      section,
      all: of.length,
      sent: of.filter(({ state }) => state === 'sent').length,
      confirmed: of.filter(({ confirmedAt }) => confirmedAt !== null).length,
    }))
    .toSorted((a, b) => b.all - a.all || (a.section < b.section ? -1 : 1));
