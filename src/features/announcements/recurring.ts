import { type Day, dayOf, firstOfMonth, partsOf } from '../../core/calendar/day';
import { ALL_STATES, type Announcement, type AnnouncementSettings, seriesOf } from './announcement';
import { insertAnnouncement, listAnnouncements, lockAnnouncement, saveIssue } from './announcement-store';
import { type AnnouncementsNeeds, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { withOfferings } from './default-settings';
import type { WorkCards } from './work-cards';

/**
 * Makes the draft of the next issue of what is repeated, once a month and only after the last one went out: whether it is sent is
 * HR's to decide each time.
 */
export function createRecurring(needs: AnnouncementsNeeds, work: WorkCards) {
  const { store, directory, calendar } = needs;

  async function sweep(now: Date): Promise<void> {
    const today = dayOf(now);
    const all = await listAnnouncements(store.db, ALL_STATES);
    for (const last of lastOfSeries(all)) {
      if (last.plan.repeat !== 'never' && isDue(last, today)) await makeIssue(last, now);
    }
  }

  /** The last one went out in an earlier month, and this month's day has come. */
  function isDue({ status, plan }: Announcement, today: Day): boolean {
    if (!('startedAt' in status)) return false;
    const month = monthOf(today);
    if (monthOf(dayOf(status.startedAt)) >= month || (plan.skipped ?? '') >= month) return false;
    const { year, month: ofYear } = partsOf(today);
    const first = calendar().nextOpenDay(firstOfMonth(year, ofYear));
    return today >= calendar().addOpenDays(first, plan.repeatOn - 1);
  }

  function nextSettings({ content, audience, plan }: Announcement, now: Date): Promise<AnnouncementSettings> {
    const copied = { content, audience, plan: { ...plan, at: null, skipped: null } };
    return plan.repeat === 'monthly-offerings'
      ? withOfferings(copied, needs, store.db, now)
      : Promise.resolve(copied);
  }

  async function makeIssue(last: Announcement, now: Date): Promise<void> {
    const today = dayOf(now);
    const month = monthOf(today);
    const people = await directory.everybody(store.db, today);
    const settings = await nextSettings(last, now);
    await store.write(async (tx) => {
      const locked = await lockAnnouncement(tx, last.id);
      if (locked === null || locked.plan.repeat === 'never') return;
      const series = seriesOf(locked);
      // The first issue learns that it is one when the second is made.
      if (locked.issue === null && 'startedAt' in locked.status)
        await saveIssue(tx, locked.id, { series, month: monthOf(dayOf(locked.status.startedAt)) });
      const issue = { series, month };
      const made = { ...settings, id: needs.newId(), createdBy: locked.createdBy, issue };
      const { inserted } = await insertAnnouncement(tx, made, now);
      if (!inserted) return;
      await noteStep(needs, tx, { at: now, actor: 'system' }, made, 'repeat', { series });
      const owner = people.filter(({ id }) => id === made.createdBy);
      const editors = people.filter(({ roles }) => roles.has('hr_editor'));
      const draft = {
        ...made,
        status: { kind: 'draft' as const },
        editedBy: made.createdBy,
        corrections: 0,
        correctedAt: null,
        correction: null,
      };
      const t = announcementsTexts('ja');
      await work.tell(tx, { now, today }, owner.length > 0 ? owner : editors, draft, {
        note: t.issueReady(t.issueOf(today)),
        key: `issue-${month}`,
        looks: true,
      });
    });
  }

  return { sweep };
}

const monthOf = (day: Day): string => day.slice(0, 7);

/** `all`: the newest first. */
function lastOfSeries(all: readonly Announcement[]): readonly Announcement[] {
  const seen = new Set<string>();
  return all.filter((one) => {
    const series = seriesOf(one);
    if (seen.has(series)) return false;
    seen.add(series);
    return true;
  });
}
