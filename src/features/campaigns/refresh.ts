import { type Day, dayOf } from '../../core/calendar/day';
import type { Writer } from '../../db/open';
import { inAudience } from '../audience';
import type { Person } from '../directory';
import { after, type Campaign } from './campaign';
import { listCampaigns, lockCampaign, saveStatus } from './campaign-store';
import { type CampaignsNeeds, noteStep } from './campaigns-needs';
import { addMembers, everyMember, leave, rejoin } from './member-store';

/**
 * Brings campaigns up to the day: scheduled ones open, who newly fits joins with an opening of their own, who left the roster
 * or the audience hears nothing more. Asked before every sweep; may be late or twice. Answers how many campaigns changed.
 */
export function createRefresh(needs: CampaignsNeeds) {
  const { store, directory } = needs;

  return async function refresh(now: Date): Promise<number> {
    const today = dayOf(now);
    const going = await listCampaigns(store.db, ['scheduled', 'running', 'paused']);
    const due = going.filter(({ status, opensOn }) => status.kind !== 'scheduled' || opensOn <= today);
    if (due.length === 0) return 0;
    const people = await directory.everybody(store.db, today);
    let changed = 0;
    for (const campaign of due) {
      const hasNews =
        campaign.status.kind === 'scheduled' || isNews(await changesOf(store.db, campaign, people, today));
      if (!hasNews) continue;
      await store.write(async (tx) => {
        const locked = await lockCampaign(tx, campaign.id);
        if (locked !== null && (await bringUp(tx, locked, people, now, today))) changed += 1;
      });
    }
    return changed;
  };

  async function bringUp(
    tx: Writer,
    campaign: Campaign,
    people: readonly Person[],
    now: Date,
    today: Day,
  ): Promise<boolean> {
    if (campaign.status.kind === 'scheduled') {
      const opened = after('open', campaign, { by: campaign.status.startedBy, at: now, today });
      if (!opened.ok) return false;
      await saveStatus(tx, campaign.id, opened.value);
      await noteStep(needs, tx, { at: now, actor: 'system' }, campaign, 'open');
    } else if (campaign.status.kind !== 'running' && campaign.status.kind !== 'paused') return false;
    await syncMembers(tx, campaign, people, today);
    return true;
  }
}

interface Changes {
  readonly joining: Person['id'][];
  readonly leaving: Person['id'][];
  readonly returning: Person['id'][];
}

/** Takes the audience as it is today. At the start everybody joins: the snapshot. */
export async function syncMembers(
  tx: Writer,
  campaign: Campaign,
  people: readonly Person[],
  today: Day,
): Promise<void> {
  const { joining, leaving, returning } = await changesOf(tx, campaign, people, today);
  await addMembers(tx, campaign.id, joining, today);
  await leave(tx, campaign.id, leaving);
  await rejoin(tx, campaign.id, returning);
}

/** Nobody joins when the due day is past: nothing is asked that cannot be met. HR extends, and they join then. */
async function changesOf(
  reader: Parameters<typeof everyMember>[0],
  campaign: Campaign,
  people: readonly Person[],
  today: Day,
): Promise<Changes> {
  const fit = new Set(
    people.filter((person) => inAudience(person, campaign.audience, campaign.fiscalYear)).map(({ id }) => id),
  );
  const members = await everyMember(reader, campaign.id);
  const known = new Set(members.map(({ employee }) => employee));
  const inState = (kind: 'open' | 'left', fits: boolean) =>
    members
      .filter(({ employee, status }) => status.kind === kind && fit.has(employee) === fits)
      .map(({ employee }) => employee);
  return {
    joining: today > campaign.dueOn ? [] : [...fit].filter((id) => !known.has(id)),
    leaving: inState('open', false),
    returning: inState('left', true),
  };
}

const isNews = (changes: Changes): boolean => Object.values(changes).some(({ length }) => length > 0);
