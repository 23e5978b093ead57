import { addDays, dayOf } from '../../core/calendar/day';
import { type CampaignId, campaignId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import { audienceOf, type Campaign, findCampaign, ownMember } from '../campaigns';
import {
  BARE_ITEM,
  type DueReminder,
  type Look,
  NOTHING_SAID,
  partsOf,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
} from '../reminders';
import { protocolOf } from './protocol';
import { type Notice, notices } from './stress-check-store';
import { stressCheckTexts } from './stress-check-texts';

const NAME = 'stress-check-notice';
const thingOf = (campaign: CampaignId): ThingKey => thingKey.parse(`${NAME}:${campaign}`);

/** Days for which the message can still go out, for those who are on leave or over their budget. */
const LASTS = 21;

/**
 * 結果通知後の案内: after the results everybody in the audience is told once how to ask for an interview with a physician, and
 * that asking may pass the result to the city (労働安全衛生規則 第52条の16, 指針 8・11). It goes to all of them alike, whether
 * they took it or not: never to a subset chosen by a result (受検勧奨・面接指導の勧奨 are the implementer's business).
 */
export function createNoticeSource(): ReminderSource {
  const live = async (reader: Reader, now: Date): Promise<readonly Notice[]> =>
    (await notices(reader)).filter(({ at }) => dayOf(now) <= addDays(dayOf(at), LASTS));

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const all: DueReminder[] = [];
    for (const { campaign } of await live(reader, now)) {
      const thing = thingOf(campaign);
      for (const recipient of await audienceOf(reader, campaign))
        all.push({ recipient, thing, step: 'after-results', urgency: 'normal', dueOn: null });
    }
    return all;
  }

  async function item(reader: Reader, { person, thing, now, locale }: Look): Promise<ReminderItem | null> {
    const id = campaignId.safeParse(partsOf(thing).join(':'));
    if (!id.success) return null;
    const campaign = await findCampaign(reader, id.data);
    const own = await ownMember(reader, id.data, person);
    if (campaign === null || own === null || own.status.kind === 'left') return null;
    const isLive = (await live(reader, now)).some((one) => one.campaign === id.data);
    return noticeItem(campaign, isLive, locale);
  }

  return {
    name: NAME,
    due,
    item,
    openFor: async () => [],
    act: async () => NOTHING_SAID,
  };
}

export function noticeItem(campaign: Campaign, open: boolean, locale: Locale): ReminderItem {
  const t = stressCheckTexts(locale);
  return {
    ...BARE_ITEM,
    title: t.notice.title,
    lines: [t.notice.how(protocolOf(campaign)?.interviewContact ?? ''), t.notice.passes],
    open,
    dialogs: [{ label: t.about.open, data: { verb: 'stressCheck.about', id: campaign.id } }],
  };
}
