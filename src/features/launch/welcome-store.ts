import { addDays, type Day, dayOf } from '../../core/calendar/day';
import { type EmployeeId, employeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { DeliveryState } from '../../db/schema';
import type { WelcomeRole } from './welcome';

/** Somebody's welcome, and what has become of it. */
export interface Welcome {
  /** Dedupe key of its last message. */
  readonly message: string;
  /** Null where the outbox no longer knows. */
  readonly state: DeliveryState | null;
  readonly endedAt: Date | null;
  /** When the person last opened, installed or wrote to the bot in another way than before. */
  readonly seenAt: Date | null;
}

export async function welcomesOf(reader: Reader): Promise<ReadonlyMap<EmployeeId, Welcome>> {
  const rows = await reader
    .selectFrom('launch_welcomes as welcome')
    .leftJoin('deliveries as delivery', 'delivery.dedupe_key', 'welcome.message')
    .leftJoin('conversations as conversation', 'conversation.aad_object_id', 'delivery.recipient')
    .select([
      'welcome.person',
      'welcome.message',
      'delivery.state',
      'delivery.ended_at',
      'conversation.updated_at',
    ])
    .execute();
  const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return new Map(
    rows.map(({ person, message, state, ended_at, updated_at }) => [
      employeeId.parse(person),
      { message, state, endedAt: instant(ended_at), seenAt: instant(updated_at) },
    ]),
  );
}

/** Whether it is known not to have arrived. */
export const isLost = ({ state }: Pick<Welcome, 'state'>): boolean =>
  state === 'failed' || state === 'unreachable';

/** Days before another attempt at somebody whom nothing reaches: the bot may have been installed unnoticed, while it was offline. */
const UNREACHABLE_FOR_DAYS = 7;

/**
 * Whether one that did not arrive is to be sent again: on another day where sending failed, as in an outage; where the person
 * could not be reached, once they have turned up, or after a week.
 */
export function isDueAgain(welcome: Welcome, today: Day): boolean {
  const { state, endedAt, seenAt } = welcome;
  if (!isLost(welcome) || endedAt === null) return false;
  const day = dayOf(endedAt);
  if (state === 'failed') return day < today;
  return (seenAt !== null && seenAt > endedAt) || addDays(day, UNREACHABLE_FOR_DAYS) <= today;
}

/** False where somebody else has welcomed them in the meantime. `before`: the message that was lost; null for the first. */
export async function saveWelcome(
  tx: Writer,
  welcome: {
    readonly person: EmployeeId;
    readonly role: WelcomeRole;
    readonly at: Date;
    readonly message: string;
  },
  before: string | null,
): Promise<boolean> {
  const { person, role, message } = welcome;
  const columns = { role, message, at: welcome.at.toISOString() };
  const saved =
    before === null
      ? tx
          .insertInto('launch_welcomes')
          .values({ person, ...columns })
          .onConflict((conflict) => conflict.column('person').doNothing())
          .returning('person')
      : tx
          .updateTable('launch_welcomes')
          .set(columns)
          .where('person', '=', person)
          .where('message', '=', before)
          .returning('person');
  return (await saved.executeTakeFirst()) !== undefined;
}
