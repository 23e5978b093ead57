import { asMessage, inPlace, notice } from '../../cards/replies';
import { longDay } from '../../core/calendar/written-days';
import type { CampaignId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import { jobId } from '../../delivery';
import { countAudience, inAudience } from '../audience';
import type { Person, Scene } from '../directory';
import { type Campaign, policyOf } from './campaign';
import { findCampaign } from './campaign-store';
import { campaignView, countLines, type Progress } from './campaign-views';
import { askCard, campaignCard, previewCard } from './campaigns-cards';
import { byPerson, type CampaignsNeeds, noteStep } from './campaigns-needs';
import { campaignsTexts } from './campaigns-texts';
import { itemTexts } from './item-texts';
import { addedByRules, itemView } from './item-view';
import { memberAccess } from './member-access';
import { membersOf } from './member-store';
import { askView, previewView } from './preview-views';

const MOST_NAMES = 5;

/** A campaign's own card, its questions before a start or an end, and the preview of what people get. */
export function createCardFlow(needs: CampaignsNeeds) {
  const { store, directory, calendar } = needs;

  async function viewOf(scene: Scene, campaign: Campaign, note: string | null) {
    const people = await directory.everybody(store.db, scene.today);
    const rules = needs.rules[campaign.specific.template];
    const isBefore = campaign.status.kind === 'draft' || campaign.status.kind === 'scheduled';
    const { audience, fiscalYear } = campaign;
    return campaignView(
      {
        campaign,
        count: isBefore ? countAudience(people, audience, fiscalYear) : null,
        progress: isBefore ? null : await progressOf(scene, campaign, people),
        problems: isBefore ? await problemsOf(store.db, campaign, people, scene) : [],
        facts: rules?.facts?.(campaign, scene.locale) ?? [],
        dialogs: isBefore ? (rules?.dialogs?.(campaign, scene.locale) ?? []) : [],
        lines: withoutEvaluator(campaign, people, scene),
        note,
      },
      scene.locale,
    );
  }

  /** Without those on leave who have not handed in, as the progress by section counts. */
  async function progressOf(
    scene: Scene,
    campaign: Campaign,
    people: readonly Person[],
  ): Promise<Progress | null> {
    const access = memberAccess(scene.person, campaign);
    if (access === null) return null;
    const away = new Set(people.flatMap(({ id, leave }) => (leave === null ? [] : [id])));
    const kinds = (await membersOf(store.db, access, people)).flatMap(({ employee, status: { kind } }) =>
      kind === 'done' || (kind === 'open' && !away.has(employee)) ? [kind] : [],
    );
    return { done: kinds.filter((kind) => kind === 'done').length, all: kinds.length };
  }

  /** What is missing before a start, asked again by the start itself. */
  async function problemsOf(
    reader: Reader,
    campaign: Campaign,
    people: readonly Person[],
    scene: Scene,
  ): Promise<readonly string[]> {
    const t = campaignsTexts(scene.locale);
    const { link } = policyOf(campaign);
    const { total } = countAudience(people, campaign.audience, campaign.fiscalYear);
    const own = needs.rules[campaign.specific.template]?.startProblems;
    return [
      ...(link === 'required' && campaign.link === null ? [t.problemLink] : []),
      ...(total === 0 ? [t.problemNobody] : []),
      ...(campaign.dueOn < scene.today ? [t.problemDue] : []),
      ...(own === undefined ? [] : await own(reader, campaign, scene.locale)),
    ];
  }

  /** Nobody can be asked about an interview of theirs. */
  function withoutEvaluator(campaign: Campaign, people: readonly Person[], scene: Scene): readonly string[] {
    if (policyOf(campaign).completion !== 'meeting') return [];
    const t = campaignsTexts(scene.locale);
    const known = new Set(people.map(({ id }) => id));
    const without = people.filter(
      (person) =>
        inAudience(person, campaign.audience, campaign.fiscalYear) &&
        (person.firstEvaluator === null || !known.has(person.firstEvaluator)),
    );
    if (without.length === 0) return [];
    const names = without
      .slice(0, MOST_NAMES)
      .map(({ name }) => name)
      .join(t.and);
    const rest = without.length - MOST_NAMES;
    return [t.withoutEvaluator(without.length, rest > 0 ? t.more(names, rest) : names)];
  }

  async function message(scene: Scene, id: CampaignId, note: string | null): Promise<Message> {
    const campaign = await findCampaign(store.db, id);
    if (campaign === null) return { kind: 'text', text: campaignsTexts(scene.locale).gone };
    return asMessage(campaignCard, await viewOf(scene, campaign, note));
  }

  async function shown(
    scene: Scene,
    id: CampaignId,
    note: string | null,
    ...messages: Message[]
  ): Promise<Reply> {
    const campaign = await findCampaign(store.db, id);
    if (campaign === null) return notice(campaignsTexts(scene.locale).gone);
    return inPlace(campaignCard, await viewOf(scene, campaign, note), ...messages);
  }

  async function ask(scene: Scene, campaign: Campaign, which: 'start' | 'end' | 'discard'): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const count = countAudience(people, campaign.audience, campaign.fiscalYear);
    const asked = (view: Parameters<typeof askView>[2]): Reply =>
      inPlace(askCard, askView(campaign, which, view, scene.locale));
    switch (which) {
      case 'start': {
        if ((await problemsOf(store.db, campaign, people, scene)).length > 0)
          return shown(scene, campaign.id, null);
        const text =
          campaign.opensOn > scene.today
            ? t.askStartLater(longDay(campaign.opensOn, scene.locale), count.total)
            : t.askStartNow(count.total);
        const lines = countLines(count, scene.locale);
        return asked({ text, lines, preview: itemOf(scene, campaign) });
      }
      case 'end':
        return asked({ text: t.askEndText, lines: [], preview: null });
      case 'discard':
        return asked({ text: t.askDiscardText, lines: [], preview: null });
      default:
        return which satisfies never;
    }
  }

  /** As people see it on its first day, or today when that has passed. */
  function itemOf(scene: Scene, campaign: Campaign) {
    const { locale, today, now, person } = scene;
    const on = campaign.opensOn > today ? campaign.opensOn : today;
    const running = { kind: 'running' as const, startedBy: person.id, startedAt: now, openedAt: now };
    const item = itemView({
      campaign: { ...campaign, status: running },
      member: { kind: 'open' },
      ...addedByRules(needs.rules, campaign, locale),
      today: on,
      calendar: calendar(),
      locale,
    });
    if (policyOf(campaign).completion !== 'meeting') return item;
    return { ...item, dialogs: [{ label: itemTexts(locale).meetRecord, data: { verb: '' } }] };
  }

  async function preview(scene: Scene, campaign: Campaign): Promise<Reply> {
    const view = previewView(itemOf(scene, campaign), 'preview', scene.locale);
    return shown(scene, campaign.id, null, asMessage(previewCard, view));
  }

  /** To the one who asks, by the way that everything goes. A double tap sends one. */
  async function test(scene: Scene, campaign: Campaign): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    const { aadObjectId, id: person } = scene.person;
    if (aadObjectId === null) return shown(scene, campaign.id, t.notInTeamsSelf);
    const view = previewView(itemOf(scene, campaign), 'test', scene.locale);
    const minute = scene.now.toISOString().slice(0, 16);
    await store.write(async (tx) => {
      const job = {
        id: jobId.parse(`campaign-test:${campaign.id}`),
        kind: 'campaign-test' as const,
        createdBy: person,
      };
      const { added } = await needs.outbox.enqueue(tx, job, [
        {
          kind: 'send',
          recipient: aadObjectId,
          dedupeKey: `campaign-test:${campaign.id}:${person}:${minute}`,
          priority: 'high',
          payload: { kind: 'card', card: previewCard.name, view },
        },
      ]);
      if (added.length > 0) await noteStep(needs, tx, byPerson(scene), campaign, 'test');
    });
    return shown(scene, campaign.id, t.tested);
  }

  return { message, shown, ask, preview, test, problemsOf };
}
