import { dayOf } from '../../core/calendar/day';
import type { Clock } from '../../core/clock';
import { err } from '../../core/result';
import { type Reader, type Store, whileUnwritten } from '../../db/open';
import type { Messenger } from '../../delivery';
import type { Directory, Person } from '../directory';
import { isDue, type Phase, phaseOf, reaches, sendsByItself } from './launch';
import { findPlan } from './launch-store';

export interface GateNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  /** The local sample starts live. */
  readonly local: boolean;
  /** Whether the required desks are confirmed now. */
  readonly isReady: (reader: Reader) => Promise<boolean>;
}

/** Why the last door lets a message not out. */
export const NOT_LIVE = 'not live';

/** Who may be answered and written to, as long as the bot is not live for everybody. */
export function createLaunchGate({ store, clock, directory, local, isReady }: GateNeeds) {
  const planNow = whileUnwritten(store, findPlan);

  async function phase(reader: Reader = store.db): Promise<Phase> {
    const today = dayOf(clock.now());
    const plan = await planNow(reader);
    const ready = plan !== null && isDue(plan, today) && (await isReady(reader));
    return phaseOf(plan, today, local, ready);
  }

  /** The directory without those who are not written to yet: what is planned with it is planned for the rest. */
  const within: Directory = {
    ...directory,
    everybody: async (reader, today) =>
      reached(await phase(reader), await directory.everybody(reader, today)),
    withRole: async (reader, role, today) =>
      reached(await phase(reader), await directory.withRole(reader, role, today)),
  };

  /**
   * The last door: whatever has come into the outbox, before the publish date nothing gets to anybody but those who try the bot,
   * and to no channel. Such a message ends as failed (`not live`).
   */
  const guard = (messenger: Messenger): Messenger => ({
    ...messenger,
    async send(outgoing) {
      const now = await phase();
      if (now.kind === 'preparing') {
        const person = await directory.byAadObjectId(store.db, outgoing.recipient, dayOf(clock.now()));
        if (person === null || !reaches(now, person)) return err({ kind: 'permanent', reason: NOT_LIVE });
      }
      return messenger.send(outgoing);
    },
  });

  return {
    phase,
    within,
    guard,
    /** Whether everybody is reached. */
    isLive: async (): Promise<boolean> => (await phase()).kind !== 'preparing',
    answers: async (person: Person): Promise<boolean> => reaches(await phase(), person),
    sendsByItself: async (): Promise<boolean> => sendsByItself(await phase()),
  };
}

export type LaunchGate = ReturnType<typeof createLaunchGate>;

const reached = (phase: Phase, people: readonly Person[]): readonly Person[] =>
  phase.kind === 'preparing' ? people.filter((person) => reaches(phase, person)) : people;
