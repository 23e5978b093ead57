import { closeDialog, dialog, notice } from '../../cards/replies';
import { type Day, day } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import { longDay } from '../../core/calendar/written-days';
import type { CampaignId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import { audienceFormTexts, countAudience } from '../audience';
import type { Scene } from '../directory';
import { dayField, formCard, type Typed, typedIn } from '../forms';
import { type Campaign, type CampaignSettings, extendedTo, may, policyOf } from './campaign';
import { findCampaign, insertCampaign, lockCampaign, saveDueDay, saveSettings } from './campaign-store';
import { byPerson, type CampaignsNeeds, noteStep } from './campaigns-needs';
import { campaignsTexts } from './campaigns-texts';
import type { createCardFlow } from './card-flow';
import { afterFirstPage, asNextInterview, defaultSettings } from './default-settings';
import { FORM_PAGES, type FormPage, fieldsOf, typedFrom } from './form-fields';
import { readPage, termAhead } from './form-reading';
import { formTexts } from './form-texts';
import { campaignFormView, singleFormView } from './form-view';
import { campaignAccess } from './member-access';
import { syncMembers } from './refresh';
import { templateTexts } from './template-texts';
import type { TemplateId } from './templates';

interface Submitted {
  readonly id: CampaignId;
  readonly template: TemplateId;
  readonly page: FormPage;
  readonly turn: 'next' | 'previous' | 'close';
}

/** The dialogs in which a campaign is made, changed and extended. Each page saves by itself, so that nothing typed is lost. */
export function createFormFlow(needs: CampaignsNeeds, cards: ReturnType<typeof createCardFlow>) {
  const { store, directory, calendar } = needs;

  /** A new campaign exists from its first saved page on. */
  async function openNew(scene: Scene, template: TemplateId): Promise<Reply> {
    const settings = newSettings(scene, template);
    const form = { id: needs.newId(), settings, isNew: true };
    return show(scene, form, 'basics', typedFrom(settings), []);
  }

  function newSettings({ today }: Scene, template: TemplateId): CampaignSettings {
    const settings = defaultSettings(template, fiscalYearOf(today), calendar());
    const next = template === 'appraisal' ? asNextInterview(settings, today, calendar()) : settings;
    return { ...next, ...termAhead(next, today, calendar()) };
  }

  const open = (scene: Scene, campaign: Campaign, page: FormPage): Promise<Reply> =>
    isEditable(campaign, page)
      ? show(
          scene,
          { id: campaign.id, settings: campaign, isNew: false },
          page,
          typedFrom(campaign),
          [],
          !isWhole(campaign),
        )
      : Promise.resolve(notice(formTexts(scene.locale).notEditable));

  async function show(
    scene: Scene,
    form: { readonly id: CampaignId; readonly settings: CampaignSettings; readonly isNew: boolean },
    page: FormPage,
    typed: Typed,
    problems: readonly string[],
    alone = false,
  ): Promise<Reply> {
    const { settings } = form;
    const t = formTexts(scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const { template } = settings.specific;
    const count = countAudience(people, settings.audience, settings.fiscalYear).total;
    const view = campaignFormView(
      {
        id: form.id,
        template,
        page,
        alone,
        fields: fieldsOf(page, settings, people, scene.locale),
        typed,
        problems,
        notes:
          page === 'audience'
            ? [audienceFormTexts(scene.locale).note, audienceFormTexts(scene.locale).now(count)]
            : [],
      },
      scene.locale,
    );
    const title = form.isNew
      ? t.titleNew(templateTexts(scene.locale)[template].label)
      : t.titleEdit(settings.title);
    return dialog(title, formCard, view);
  }

  async function save(scene: Scene, submitted: Submitted, data: unknown): Promise<Reply> {
    const { id, template, page } = submitted;
    const found = await findCampaign(store.db, id);
    const base = found ?? newSettings(scene, template);
    if (campaignAccess(scene.person, base) !== 'run') return notice(campaignsTexts(scene.locale).forbidden);
    if (found === null && page !== 'basics') return notice(campaignsTexts(scene.locale).gone);
    if (found !== null && !isEditable(found, page)) return notice(formTexts(scene.locale).notEditable);
    const people = await directory.everybody(store.db, scene.today);
    const fields = fieldsOf(page, base, people, scene.locale);
    const typed = typedIn(data, fields);
    const alone = found !== null && !isWhole(found);
    const read = readPage(page, typed, base, { fields, people, locale: scene.locale });
    if (!read.ok)
      return show(scene, { id, settings: base, isNew: found === null }, page, typed, read.error, alone);
    const settings = found === null ? afterFirstPage(base, read.value, calendar()) : read.value;
    const saved = await store.write(async (tx) => {
      if (found === null) {
        const made = { ...settings, id, createdBy: scene.person.id, copiedFrom: null };
        const { inserted } = await insertCampaign(tx, made, scene.now);
        if (inserted) await noteStep(needs, tx, byPerson(scene), made, 'create');
        return true;
      }
      const locked = await lockCampaign(tx, id);
      if (locked === null || !isEditable(locked, page)) return false;
      // Only this page's part: what somebody else saved on another page meanwhile stays.
      const merged = readPage(page, typed, locked, { fields, people, locale: scene.locale });
      await saveSettings(tx, id, merged.ok ? merged.value : settings);
      await noteStep(needs, tx, byPerson(scene), locked, 'edit');
      return true;
    });
    if (!saved) return notice(formTexts(scene.locale).notEditable);
    const next = alone ? null : pageAfter(page, submitted.turn);
    if (next === null) return closeDialog(await cards.message(scene, id, campaignsTexts(scene.locale).saved));
    const now = await findCampaign(store.db, id);
    if (now === null) return notice(campaignsTexts(scene.locale).gone);
    return open(scene, now, next);
  }

  const openExtend = (scene: Scene, campaign: Campaign): Reply => askExtend(scene, campaign, '', []);

  function askExtend(scene: Scene, campaign: Campaign, typed: string, problems: readonly string[]): Reply {
    const t = formTexts(scene.locale);
    const field = dayField('dueOn', t.newDue);
    const notes = [
      t.extendText(longDay(campaign.dueOn, scene.locale)),
      ...(policyOf(campaign).mostAfterOpening === null ? [] : [t.extendFixed]),
    ];
    const form = { id: campaign.id, fields: [field], typed: { dueOn: typed }, problems, notes };
    const view = singleFormView(form, { label: t.extend, verb: 'campaigns.extend' }, scene.locale);
    return dialog(campaign.title, formCard, view);
  }

  async function extend(scene: Scene, campaign: Campaign, data: unknown): Promise<Reply> {
    const t = formTexts(scene.locale);
    const field = dayField('dueOn', t.newDue);
    const typed = typedIn(data, [field]).dueOn ?? '';
    const read = readDay(typed);
    if (read === null) return askExtend(scene, campaign, typed, [t.notADay(t.newDue)]);
    const people = await directory.everybody(store.db, scene.today);
    const result = await store.write(async (tx) => {
      const locked = await lockCampaign(tx, campaign.id);
      if (locked === null) return 'gone' as const;
      // The same dialog sent twice.
      if (locked.dueOn === read && may('extend', locked)) return 'done' as const;
      const extended = extendedTo(locked, read, scene.today);
      if (!extended.ok) return extended.error;
      await saveDueDay(tx, campaign.id, extended.value);
      await syncMembers(tx, { ...locked, dueOn: extended.value }, people, scene.today);
      await noteStep(needs, tx, byPerson(scene), locked, 'extend');
      return 'done' as const;
    });
    switch (result) {
      case 'gone':
        return notice(campaignsTexts(scene.locale).gone);
      case 'not-now':
        return closeDialog(await cards.message(scene, campaign.id, campaignsTexts(scene.locale).notNow));
      case 'not-later':
        return askExtend(scene, campaign, typed, [t.dueNotLater]);
      case 'done': {
        const note = campaignsTexts(scene.locale).extended(longDay(read, scene.locale));
        return closeDialog(await cards.message(scene, campaign.id, note));
      }
      default:
        return result satisfies never;
    }
  }

  return { openNew, open, save, openExtend, extend };
}

const isWhole = ({ status }: Campaign): boolean => status.kind === 'draft' || status.kind === 'scheduled';

/** What is asked of people, and of whom, does not change once they have heard of it; how it is put may. */
const isEditable = (campaign: Campaign, page: FormPage): boolean =>
  isWhole(campaign) || (page === 'card' && campaign.status.kind !== 'ended');

function pageAfter(page: FormPage, turn: Submitted['turn']): FormPage | null {
  if (turn === 'close') return null;
  return FORM_PAGES[FORM_PAGES.indexOf(page) + (turn === 'next' ? 1 : -1)] ?? null;
}

const readDay = (typed: string): Day | null => day.safeParse(typed).data ?? null;
