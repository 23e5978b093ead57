import { asMessage, inPlace } from '../../cards/replies';
import { longDay } from '../../core/calendar/written-days';
import type { Message, Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Person, Scene } from '../directory';
import { after, type Campaign, type CampaignState, may } from './campaign';
import {
  findCampaign,
  insertCampaign,
  listCampaigns,
  lockCampaign,
  removeDraft,
  saveStatus,
} from './campaign-store';
import { listCard } from './campaigns-cards';
import { byPerson, type CampaignsNeeds, noteStep } from './campaigns-needs';
import { campaignsTexts } from './campaigns-texts';
import type { createCardFlow } from './card-flow';
import { settingsForNextYear } from './default-settings';
import { listView } from './list-view';
import { campaignAccess } from './member-access';
import { syncMembers } from './refresh';
import { TEMPLATE_IDS, TEMPLATES, type TemplateId } from './templates';

const ALL: readonly CampaignState[] = ['running', 'paused', 'scheduled', 'draft', 'ended'];

type Step = 'start' | 'unschedule' | 'pause' | 'resume' | 'end';

/** The list, and a campaign's life from start to end and on to the next 年度. Each step is decided by the locked campaign. */
export function createLifeFlow(needs: CampaignsNeeds, cards: ReturnType<typeof createCardFlow>) {
  const { store, directory } = needs;

  async function listOf(scene: Scene, page: number) {
    const all = await listCampaigns(store.db, ALL);
    const seen = all
      .filter((campaign) => {
        const access = campaignAccess(scene.person, campaign);
        // What a stress_admin prepares is theirs alone until people hear of it.
        return access === 'run' || (access === 'glimpse' && campaign.status.kind !== 'draft');
      })
      .toSorted((a, b) => ALL.indexOf(a.status.kind) - ALL.indexOf(b.status.kind));
    return listView(seen, templatesFor(scene.person), page, scene.locale);
  }

  const list = async (scene: Scene, page: number): Promise<Reply> =>
    inPlace(listCard, await listOf(scene, page));

  const listMessage = async (scene: Scene): Promise<Message> => asMessage(listCard, await listOf(scene, 0));

  async function step(scene: Scene, campaign: Campaign, event: Step): Promise<Reply> {
    const people = await directory.everybody(store.db, scene.today);
    const done = await store.write(async (tx) => {
      const locked = await lockCampaign(tx, campaign.id);
      if (locked === null || !may(event, locked)) return null;
      if (event === 'start' && (await cards.problemsOf(tx, locked, people, scene)).length > 0) return null;
      const moment = { by: scene.person.id, at: scene.now, today: scene.today };
      const status = after(event, locked, moment);
      if (!status.ok) return null;
      await saveStatus(tx, locked.id, status.value);
      const now = { ...locked, status: status.value };
      if (status.value.kind === 'running') await syncMembers(tx, now, people, scene.today);
      await noteStep(needs, tx, byPerson(scene), locked, event);
      return now;
    });
    if (done === null) return cards.shown(scene, campaign.id, await repeated(scene, campaign, event));
    const rules = needs.rules[done.specific.template];
    const messages = event === 'end' ? ((await rules?.afterEnd?.(scene, done)) ?? []) : [];
    return cards.shown(scene, campaign.id, noteOf(event, done, scene.locale), ...messages);
  }

  /** A tap sent twice finds its own effect, which needs no explanation. */
  async function repeated(scene: Scene, { id }: Campaign, event: Step): Promise<string | null> {
    const t = campaignsTexts(scene.locale);
    const now = await findCampaign(store.db, id);
    const wanted: Readonly<Record<Step, readonly CampaignState[]>> = {
      start: ['running', 'scheduled'],
      unschedule: ['draft'],
      pause: ['paused'],
      resume: ['running'],
      end: ['ended'],
    };
    return now !== null && wanted[event].includes(now.status.kind) ? null : t.notNow;
  }

  /** The id of the copy comes from the original and the 年度, so that a double tap makes one. */
  async function copy(scene: Scene, campaign: Campaign): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    const settings = settingsForNextYear(campaign, needs.calendar());
    const id = await store.write(async (tx) => {
      await lockCampaign(tx, campaign.id);
      const before = await copyOf(tx, campaign, settings.fiscalYear);
      if (before !== null) return before.id;
      const made = { ...settings, id: needs.newId(), createdBy: scene.person.id, copiedFrom: campaign.id };
      await insertCampaign(tx, made, scene.now);
      await noteStep(needs, tx, byPerson(scene), made, 'copy');
      return made.id;
    });
    return cards.shown(scene, campaign.id, null, await cards.message(scene, id, t.copied));
  }

  /** A copy that is still being prepared: who copies once more wants that one. */
  async function copyOf(tx: Writer, { id }: Campaign, fiscalYear: number): Promise<Campaign | null> {
    const drafts = await listCampaigns(tx, ['draft', 'scheduled']);
    return drafts.find((one) => one.copiedFrom === id && one.fiscalYear === fiscalYear) ?? null;
  }

  async function discard(scene: Scene, campaign: Campaign): Promise<Reply> {
    const t = campaignsTexts(scene.locale);
    const removed = await store.write(async (tx) => {
      const locked = await lockCampaign(tx, campaign.id);
      if (locked?.status.kind !== 'draft') return false;
      await removeDraft(tx, locked.id);
      await noteStep(needs, tx, byPerson(scene), locked, 'discard');
      return true;
    });
    if (!removed) return cards.shown(scene, campaign.id, t.notNow);
    return inPlace(listCard, await listOf(scene, 0), { kind: 'text', text: t.discarded });
  }

  return { list, listMessage, step, copy, discard };
}

function noteOf(event: Step, { status, opensOn }: Campaign, locale: Scene['locale']): string {
  const t = campaignsTexts(locale);
  switch (event) {
    case 'start':
      return status.kind === 'scheduled' ? t.scheduled(longDay(opensOn, locale)) : t.started;
    case 'unschedule':
      return t.unscheduled;
    case 'pause':
      return t.paused;
    case 'resume':
      return t.resumed;
    case 'end':
      return t.ended;
    default:
      return event satisfies never;
  }
}

/** What this person can make campaigns of. */
export const templatesFor = (person: Person): readonly TemplateId[] =>
  TEMPLATE_IDS.filter((id) => mayMake(person, id));

export const mayMake = (person: Person, template: TemplateId): boolean => {
  const { runBy } = TEMPLATES[template].policy;
  const isHrPerson = person.roles.has('hr_editor') || person.roles.has('hr_admin');
  return runBy === 'hr' ? isHrPerson : person.roles.has('stress_admin') && !isHrPerson;
};
