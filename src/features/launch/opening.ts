import { dayOf } from '../../core/calendar/day';
import type { Writer } from '../../db/open';
import { jobId } from '../../delivery';
import { isDue } from './launch';
import type { LaunchNeeds } from './launch-needs';
import type { LaunchStatus } from './launch-status';
import { findPlan, lockPlan, savePlan } from './launch-store';
import { launchTexts } from './launch-texts';
import { launchCard } from './launch-view';
import { mayPublish } from './readiness';

/**
 * Notes on the publish date that the bot is live, if the required desks are still confirmed by then; else tells the administrators
 * of HR each open day what keeps it back. May be called at any time, any number of times.
 */
export function createOpening(needs: LaunchNeeds, status: LaunchStatus) {
  const { store, audit, directory, outbox } = needs;

  async function open(now: Date): Promise<void> {
    const today = dayOf(now);
    const plan = await findPlan(store.db);
    if (plan === null || !isDue(plan, today)) return;
    const isHeld = await store.write(async (tx) => {
      await lockPlan(tx);
      const locked = await findPlan(tx);
      if (locked === null || !isDue(locked, today)) return false;
      if (!mayPublish(await needs.readiness(tx))) return true;
      await savePlan(tx, { ...locked, liveSince: today });
      await note(tx, now);
      return false;
    });
    if (isHeld && needs.calendar().isOpenMoment(now)) await tellAdmins(now);
  }

  const note = (tx: Writer, now: Date): Promise<void> =>
    audit.record(tx, {
      at: now,
      actor: 'system',
      action: 'launch-changed',
      subject: 'bot',
      detail: { liveSince: dayOf(now) },
    });

  async function tellAdmins(now: Date): Promise<void> {
    const today = dayOf(now);
    const said = launchTexts('ja').held;
    for (const person of await directory.withRole(store.db, 'hr_admin', today)) {
      const { aadObjectId, id, leave } = person;
      if (aadObjectId === null || leave !== null) continue;
      const view = await status({ person, today, locale: 'ja' }, said);
      await store.write((tx) =>
        outbox.enqueue(tx, { id: jobId.parse('launch-held'), kind: 'launch', createdBy: 'system' }, [
          {
            kind: 'send',
            recipient: aadObjectId,
            dedupeKey: `launch-held:${today}:${id}`,
            priority: 'high',
            hours: 'open',
            payload: { kind: 'card', card: launchCard.name, view },
          },
        ]),
      );
    }
  }

  return open;
}
