import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { dayOf } from '../../core/calendar/day';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Log } from '../../core/log';
import type { Reader, Store } from '../../db/open';
import { jobId, type Outbox } from '../../delivery';
import type { Person } from '../directory';
import { localesOf, takeFromBudget } from '../reminders';
import type { LaunchGate } from './gate';
import { sendsByItself } from './launch';
import { insertWelcome, welcomedPeople } from './launch-store';
import { welcomeRoleOf } from './welcome';
import { welcomeCard, welcomeView } from './welcome-card';

export interface WelcomeNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly calendar: () => BusinessCalendar;
  readonly gate: LaunchGate;
  /** Who has a mentor or a mentee now. */
  readonly paired: (reader: Reader) => Promise<ReadonlySet<EmployeeId>>;
  readonly log: Log;
}

type Reachable = Person & { readonly aadObjectId: AadObjectId };

/**
 * Puts a welcome into the outbox for everybody who is reached and has had none: at the launch everybody, later who is new. In
 * open hours only. Whose budget has no room today gets it on another day, who is away on return, a new hire on arrival. Each
 * is decided in a transaction of their own, so that a crash leaves the rest to the next call and welcomes nobody twice.
 */
export const createWelcomes =
  ({ store, outbox, calendar, gate, paired, log }: WelcomeNeeds) =>
  async (now: Date): Promise<number> => {
    const phase = await gate.phase();
    if (phase.kind === 'sample' || !sendsByItself(phase) || !calendar().isOpenMoment(now)) return 0;
    const today = dayOf(now);
    const welcomed = await welcomedPeople(store.db);
    const due = (await gate.within.everybody(store.db, today)).filter(
      (person): person is Reachable =>
        person.aadObjectId !== null &&
        person.leave === null &&
        (person.hiredOn === null || person.hiredOn <= today) &&
        !welcomed.has(person.id),
    );
    if (due.length === 0) return 0;
    const pairs = await paired(store.db);
    const locales = await localesOf(
      store.db,
      due.map(({ aadObjectId }) => aadObjectId),
    );
    let count = 0;
    for (const person of due) {
      try {
        if (await welcome(person)) count += 1;
      } catch (error) {
        log.error('launch.welcome_failed', error, { person: person.id });
      }
    }
    return count;

    function welcome(person: Reachable): Promise<boolean> {
      const message = `launch-welcome:${person.id}`;
      const role = welcomeRoleOf(person, pairs);
      return store.write(async (tx) => {
        if (!(await takeFromBudget(tx, { person: person.id, now, message }))) return false;
        if (!(await insertWelcome(tx, { person: person.id, role, at: now }))) return false;
        const view = welcomeView(role, locales.get(person.aadObjectId) ?? 'ja');
        const job = {
          id: jobId.parse(`launch-welcome:${today}`),
          kind: 'launch-welcome',
          createdBy: 'system',
        };
        await outbox.enqueue(tx, job, [
          {
            kind: 'send',
            recipient: person.aadObjectId,
            dedupeKey: message,
            priority: 'normal',
            payload: { kind: 'card', card: welcomeCard.name, view },
          },
        ]);
        return true;
      });
    }
  };
