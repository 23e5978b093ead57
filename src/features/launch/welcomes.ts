import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { type Day, dayOf } from '../../core/calendar/day';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import type { Log } from '../../core/log';
import type { Locale } from '../../core/turn';
import type { Reader, Store } from '../../db/open';
import { jobId, type Outbox } from '../../delivery';
import type { Person } from '../directory';
import { giveBackToBudget, localesOf, takeFromBudget } from '../reminders';
import type { LaunchGate } from './gate';
import { reaches, sendsByItself } from './launch';
import { type WelcomeRole, welcomeRoleOf } from './welcome';
import { welcomeCard, welcomeView } from './welcome-card';
import { isDueAgain, saveWelcome, type Welcome, welcomesOf } from './welcome-store';

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
interface Due {
  readonly person: Reachable;
  /** The one that was lost; null for who has had none. */
  readonly before: Welcome | null;
}

/**
 * The one welcome: at the launch for everybody, later for who is new. In open hours only. Whose budget has no room today gets it
 * on another day, who is away on return, a new hire on arrival; one that did not arrive is sent again. Each is decided in a
 * transaction of their own, so that a crash leaves the rest to the next call and welcomes nobody twice.
 */
export function createWelcomes({ store, outbox, calendar, gate, paired, log }: WelcomeNeeds) {
  /** Puts a welcome into the outbox for everybody who is due one; answers how many. May be called at any time. */
  async function sweep(now: Date): Promise<number> {
    const phase = await gate.phase();
    if (phase.kind === 'sample' || !sendsByItself(phase)) return 0;
    const today = dayOf(now);
    return welcomeAll(await dueAmong(await gate.within.everybody(store.db, today), today), now);
  }

  /**
   * Somebody has just got the bot: their welcome need not wait for the next sweep. Whether there is one for them, now or when the
   * hours, or their budget, allow it.
   */
  async function arrived(person: Person, now: Date): Promise<boolean> {
    const phase = await gate.phase();
    if (phase.kind === 'sample' || !sendsByItself(phase) || !reaches(phase, person)) return false;
    const due = await dueAmong([person], dayOf(now));
    await welcomeAll(due, now);
    return due.length > 0;
  }

  async function dueAmong(people: readonly Person[], today: Day): Promise<readonly Due[]> {
    const welcomes = await welcomesOf(store.db);
    return people
      .filter((person): person is Reachable => mayBeWelcomed(person, today))
      .map((person) => ({ person, before: welcomes.get(person.id) ?? null }))
      .filter(({ before }) => before === null || isDueAgain(before, today));
  }

  async function welcomeAll(due: readonly Due[], now: Date): Promise<number> {
    if (due.length === 0 || !calendar().isOpenMoment(now)) return 0;
    const pairs = await paired(store.db);
    const locales = await localesOf(
      store.db,
      due.map(({ person }) => person.aadObjectId),
    );
    let count = 0;
    for (const one of due) {
      const { id, aadObjectId } = one.person;
      try {
        const locale = locales.get(aadObjectId) ?? 'ja';
        if (await welcome(one, welcomeRoleOf(one.person, pairs), locale, now)) count += 1;
      } catch (error) {
        log.error('launch.welcome_failed', error, { person: id });
      }
    }
    return count;
  }

  function welcome({ person, before }: Due, role: WelcomeRole, locale: Locale, now: Date): Promise<boolean> {
    const today = dayOf(now);
    const first = `launch-welcome:${person.id}`;
    const message = before === null ? first : `${first}:${today}`;
    return store.write(async (tx) => {
      // What did not arrive has cost nothing.
      if (before !== null) await giveBackToBudget(tx, [before.message]);
      if (!(await takeFromBudget(tx, { person: person.id, now, message }))) return false;
      const saved = { person: person.id, role, at: now, message };
      if (!(await saveWelcome(tx, saved, before?.message ?? null))) return false;
      const job = {
        id: jobId.parse(`launch-welcome:${today}`),
        kind: 'launch-welcome' as const,
        createdBy: 'system',
      };
      await outbox.enqueue(tx, job, [
        {
          kind: 'send',
          recipient: person.aadObjectId,
          dedupeKey: message,
          priority: 'normal',
          hours: 'open',
          payload: { kind: 'card', card: welcomeCard.name, view: welcomeView(role, locale) },
        },
      ]);
      return true;
    });
  }

  return { sweep, arrived };
}

export type Welcomes = ReturnType<typeof createWelcomes>;

const mayBeWelcomed = ({ aadObjectId, leave, hiredOn }: Person, today: Day): boolean =>
  aadObjectId !== null && leave === null && (hiredOn === null || hiredOn <= today);
