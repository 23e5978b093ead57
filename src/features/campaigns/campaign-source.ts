import { type Day, dayOf } from '../../core/calendar/day';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import {
  type DoneThing,
  type DueReminder,
  type ItemOutcome,
  type Look,
  type OpenThing,
  type ReminderItem,
  type ReminderSource,
  said,
  type ThingKey,
} from '../reminders';
import { type Campaign, policyOf, templateOf } from './campaign';
import { findCampaign, listCampaigns, lockCampaign } from './campaign-store';
import type { CampaignsNeeds } from './campaigns-needs';
import { itemTexts } from './item-texts';
import { acceptsNow, addedByRules, itemView } from './item-view';
import { createMeetingDue } from './meeting-due';
import { createMeetingItems } from './meeting-items';
import { everyMember, findMember, finish, type Member, reopen } from './member-store';
import { campaignStepDue } from './steps';
import type { Policy } from './templates';
import { readThing, SOURCE_NAMES, thingOf } from './things';

/**
 * What running campaigns remind of: `hr` those of HR, `stress_admin` the stress check, apart from each other, since the one
 * may be seen by HR where messages did not arrive and the other may not.
 */
export function createCampaignSource(needs: CampaignsNeeds, runBy: Policy['runBy']): ReminderSource {
  const { store, calendar } = needs;
  const meetings = createMeetingItems(needs);
  const meetingsDue = createMeetingDue(needs);

  const running = async (reader: Reader): Promise<readonly Campaign[]> =>
    (await listCampaigns(reader, ['running'])).filter((campaign) => policyOf(campaign).runBy === runBy);

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const today = dayOf(now);
    const all: DueReminder[] = [];
    for (const campaign of await running(reader)) {
      const given =
        policyOf(campaign).completion === 'meeting'
          ? await meetingsDue(reader, campaign, today)
          : await ownDue(reader, campaign, today);
      for (const one of given) all.push(one);
    }
    return all;
  }

  async function ownDue(reader: Reader, campaign: Campaign, today: Day): Promise<readonly DueReminder[]> {
    if (!acceptsNow(campaign, today)) return [];
    const thing = thingOf(runBy, campaign.id);
    const { urgency } = templateOf(campaign);
    // Most joined on one day: the steps are worked out once for each.
    const stepOn = new Map<Day, string | null>();
    return (await everyMember(reader, campaign.id)).flatMap(({ employee, joinedOn, status }) => {
      if (status.kind !== 'open') return [];
      let step = stepOn.get(joinedOn);
      if (step === undefined) {
        step = campaignStepDue(campaign, joinedOn, today, calendar())?.id ?? null;
        stepOn.set(joinedOn, step);
      }
      return step === null ? [] : [{ recipient: employee, thing, step, urgency, dueOn: campaign.dueOn }];
    });
  }

  /** Null for another source's thing, a campaign that nobody has heard of yet, or a person who is not in it. */
  async function find(reader: Reader, thing: ThingKey) {
    const read = readThing(thing);
    if (read === null) return null;
    const campaign = await findCampaign(reader, read.id);
    if (campaign === null || policyOf(campaign).runBy !== runBy) return null;
    if (campaign.status.kind === 'draft' || campaign.status.kind === 'scheduled') return null;
    return { campaign, part: read.part };
  }

  async function item(reader: Reader, { person, thing, now, locale }: Look): Promise<ReminderItem | null> {
    const found = await find(reader, thing);
    if (found === null) return null;
    const { campaign, part } = found;
    const today = dayOf(now);
    if (policyOf(campaign).completion === 'meeting')
      return meetings.item(reader, campaign, part, person, today, locale);
    const member = part === 'own' ? await findMember(reader, campaign.id, person.id) : null;
    if (member === null || member.status.kind === 'left') return null;
    return itemView({
      campaign,
      member: member.status,
      recorder: await recorderOf(reader, member, today),
      ...addedByRules(needs.rules, campaign, locale),
      today,
      calendar: calendar(),
      locale,
    });
  }

  async function recorderOf(reader: Reader, { status }: Member, today: Day): Promise<string | null> {
    if (status.kind !== 'done' || status.recordedBy === null) return null;
    return (await needs.directory.byId(reader, status.recordedBy, today))?.name ?? null;
  }

  async function openFor(reader: Reader, person: Person, now: Date): Promise<readonly OpenThing[]> {
    const today = dayOf(now);
    const things: OpenThing[] = [];
    for (const campaign of await listCampaigns(reader, ['running', 'paused'])) {
      if (policyOf(campaign).runBy !== runBy) continue;
      const { dueOn } = campaign;
      if (policyOf(campaign).completion === 'meeting') {
        if (campaign.status.kind === 'paused') continue;
        for (const part of await meetings.openParts(reader, campaign, person, today))
          things.push({ thing: thingOf(runBy, campaign.id, part), dueOn });
        continue;
      }
      const member = await findMember(reader, campaign.id, person.id);
      // While it is paused nobody is reminded, but what is done can be said.
      const isAsked = campaign.status.kind === 'running' || policyOf(campaign).completion === 'self';
      if (
        isAsked &&
        member?.status.kind === 'open' &&
        acceptsNow(campaign, today) &&
        today >= campaign.opensOn
      )
        things.push({ thing: thingOf(runBy, campaign.id), dueOn });
    }
    return things;
  }

  async function doneFor(reader: Reader, person: Person, now: Date): Promise<readonly DoneThing[]> {
    const things: DoneThing[] = [];
    for (const campaign of await listCampaigns(reader, ['running', 'paused'])) {
      const policy = policyOf(campaign);
      if (policy.runBy !== runBy || !acceptsNow(campaign, dayOf(now))) continue;
      const { id, dueOn } = campaign;
      if (policy.completion === 'meeting') {
        for (const { part, at } of await meetings.doneParts(reader, campaign, person, dayOf(now)))
          things.push({ thing: thingOf(runBy, id, part), dueOn, at });
        continue;
      }
      const status = (await findMember(reader, id, person.id))?.status;
      if (status?.kind === 'done' && status.by === 'self')
        things.push({ thing: thingOf(runBy, id), dueOn, at: status.at });
    }
    return things;
  }

  async function act(scene: Scene, thing: ThingKey, choice: string): Promise<ItemOutcome> {
    const t = itemTexts(scene.locale);
    const found = await find(store.db, thing);
    if (found === null) return said(t.notNow);
    const { campaign, part } = found;
    const { completion } = policyOf(campaign);
    switch (completion) {
      case 'meeting':
        return part === 'own' ? meetings.act(scene, campaign.id, choice) : said(t.notNow);
      case 'self':
        return finishOwn(scene, campaign, choice);
      case 'none':
        return said(t.notNow);
      default:
        return completion satisfies never;
    }
  }

  async function finishOwn(scene: Scene, { id }: Campaign, choice: string): Promise<ItemOutcome> {
    const t = itemTexts(scene.locale);
    const { person, now, today } = scene;
    return store.write(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (campaign === null || !acceptsNow(campaign, today)) return said(t.notNow);
      if (choice === 'done') {
        const done = { by: 'self' as const, at: now, recordedBy: null, importId: null };
        return said((await finish(tx, id, person.id, done)) ? t.doneNotice : null);
      }
      if (choice !== 'undo') return said(t.notNow);
      if (await reopen(tx, id, person.id, 'self')) return said(t.undoneNotice);
      const member = await findMember(tx, id, person.id);
      const { recordedByOthers } = policyOf(campaign).runBy === 'stress_admin' ? t.stressCheck : t;
      return said(member?.status.kind === 'done' ? recordedByOthers : null);
    });
  }

  return {
    name: SOURCE_NAMES[runBy],
    confidential: runBy === 'stress_admin',
    due,
    item,
    openFor,
    doneFor,
    act,
  };
}
