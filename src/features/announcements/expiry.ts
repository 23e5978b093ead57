import { addMonths, type Day, dayOf, instantAt } from '../../core/calendar/day';
import { fiscalYearOf, fiscalYearStart } from '../../core/calendar/fiscal-year';
import type { Writer } from '../../db/open';
import { removedIn } from '../../db/removed';
import { ALL_STATES, type AnnouncementState } from './announcement';
import { listAnnouncements } from './announcement-store';
import type { AnnouncementsNeeds } from './announcements-needs';

const YEARS_OF_ANNOUNCEMENTS = 3;
/** One that is paused is still to go on: nothing of it goes until somebody ends it. */
const OVER: readonly AnnouncementState[] = ['finished', 'cancelled', 'withdrawn'];
const NEVER_SENT: readonly AnnouncementState[] = ['draft', 'requested'];

/** Of what ended before this day nobody is known any more: until the end of the 年度 after. */
export const knownSince = (today: Day): Day => fiscalYearStart(fiscalYearOf(today) - 1);

/**
 * Removes what its retention period has passed for, once a day, launched or not: who was to get an announcement, confirmed it and
 * reacted to it at the end of the 年度 after it ended; the announcement with its posts three years after it went out; a draft that
 * was never sent at the end of the 年度 after its last change; a channel once the bot is gone from it and no announcement names
 * it. The audit log gets counts. May be called any number of times.
 */
export function createExpiry({ store, audit }: Pick<AnnouncementsNeeds, 'store' | 'audit'>) {
  let doneOn: Day | null = null;

  return async function expire(now: Date): Promise<void> {
    const today = dayOf(now);
    if (doneOn === today) return;
    const lastYear = startOf(knownSince(today));
    const longAgo = startOf(addMonths(today, -12 * YEARS_OF_ANNOUNCEMENTS));
    await store.write(async (tx) => {
      const removed = {
        recipients: await removeRecipients(tx, lastYear),
        announcements: await removeAnnouncements(tx, longAgo, lastYear),
        drafts: await removeDrafts(tx, lastYear),
        channels: await removeUnnamedChannels(tx),
      };
      const counts = Object.fromEntries(Object.entries(removed).filter(([, count]) => count > 0));
      if (Object.keys(counts).length === 0) return;
      await audit.record(tx, {
        at: now,
        actor: 'system',
        action: 'announcement-changed',
        subject: 'announcements',
        detail: { step: 'expired', ...counts },
      });
    });
    doneOn = today;
  };
}

const startOf = (day: Day): string => instantAt(day, '00:00').toISOString();

const removeRecipients = async (tx: Writer, endedBefore: string): Promise<number> =>
  removedIn(
    await tx
      .deleteFrom('announcement_recipients')
      .where('announcement_id', 'in', (over) =>
        over
          .selectFrom('announcements')
          .select('id')
          .where('state', 'in', [...OVER])
          .where('ended_at', '<', endedBefore),
      )
      .execute(),
  );

async function removeAnnouncements(tx: Writer, startedBefore: string, endedBefore: string): Promise<number> {
  const old = await tx
    .selectFrom('announcements')
    .select('id')
    .where('state', 'in', [...OVER])
    .where('started_at', '<', startedBefore)
    .where('ended_at', '<', endedBefore)
    .execute();
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.deleteFrom('announcement_posts').where('announcement_id', 'in', ids).execute();
  return removedIn(await tx.deleteFrom('announcements').where('id', 'in', ids).execute());
}

const removeDrafts = async (tx: Writer, editedBefore: string): Promise<number> =>
  removedIn(
    await tx
      .deleteFrom('announcements')
      .where('state', 'in', [...NEVER_SENT])
      .where('edited_at', '<', editedBefore)
      .execute(),
  );

/** With the address at which it could be posted to. */
async function removeUnnamedChannels(tx: Writer): Promise<number> {
  const gone = await tx
    .selectFrom('team_channels')
    .select('id')
    .where('removed_at', 'is not', null)
    .execute();
  if (gone.length === 0) return 0;
  const named = new Set<string>(
    (await listAnnouncements(tx, ALL_STATES)).flatMap(({ plan }) => plan.channels),
  );
  const posted = await tx.selectFrom('announcement_posts').select('channel_id').distinct().execute();
  for (const { channel_id } of posted) named.add(channel_id);
  const ids = gone.map(({ id }) => id).filter((id) => !named.has(id));
  if (ids.length === 0) return 0;
  await tx.deleteFrom('conversations').where('aad_object_id', 'in', ids).execute();
  return removedIn(await tx.deleteFrom('team_channels').where('id', 'in', ids).execute());
}
