import { closeDialog, dialog, notice } from '../../cards/replies';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { AnnouncementId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import { audienceFormTexts, countAudience } from '../audience';
import type { Scene } from '../directory';
import { type Field, formCard, formView, type Typed, typedIn } from '../forms';
import { type Announcement, type AnnouncementSettings, may, mayHandle } from './announcement';
import {
  findAnnouncement,
  insertAnnouncement,
  lockAnnouncement,
  saveCorrectionRequest,
  saveSettings,
} from './announcement-store';
import type { AnnouncementsSubmission } from './announcements-actions';
import { type AnnouncementsNeeds, byPerson, noteStep } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { type Changes, changedParts } from './changes';
import { listChannels } from './channel-store';
import {
  COMPOSE_PAGES,
  type ComposePage,
  composeFields,
  correctionFields,
  typedContent,
  typedFrom,
} from './compose-fields';
import { readCorrection, readPage } from './compose-reading';
import { composeTexts } from './compose-texts';
import { settingsOf } from './default-settings';
import type { HrCards } from './hr-card-flow';
import { titleOf } from './hr-views';
import type { Template } from './list-view';
import type { WorkCards } from './work-cards';

type Submitted = Extract<AnnouncementsSubmission, { verb: 'announcements.save' }>;

/** The dialogs in which an announcement is written and corrected. Each page saves by itself, so that nothing typed is lost. */
export function createComposeFlow(
  needs: AnnouncementsNeeds,
  cards: HrCards,
  work: WorkCards,
  changes: Changes,
) {
  const { store, directory } = needs;

  /** A new announcement exists from its first saved page on. */
  async function openNew(scene: Scene, template: Template): Promise<Reply> {
    const settings = await settingsOf(template, needs, store.db, scene.now);
    const form = { id: needs.newId(), template, title: composeTexts(scene.locale).titleNew };
    return show(scene, { ...form, settings }, 'text', typedFrom(settings), []);
  }

  async function open(scene: Scene, announcement: Announcement, page: ComposePage): Promise<Reply> {
    const t = composeTexts(scene.locale);
    if (!may('edit', announcement)) return notice(t.notEditable);
    const { id } = announcement;
    const form = { id, template: 'plain' as const, title: t.titleEdit(titleOf(announcement, scene.locale)) };
    return show(scene, { ...form, settings: announcement }, page, typedFrom(announcement), []);
  }

  async function show(
    scene: Scene,
    form: {
      readonly id: AnnouncementId;
      readonly template: Template;
      readonly title: string;
      readonly settings: AnnouncementSettings;
    },
    page: ComposePage,
    typed: Typed,
    problems: readonly string[],
  ): Promise<Reply> {
    const t = composeTexts(scene.locale);
    const { id, template, settings } = form;
    const { people, channels } = await around(scene);
    const at = COMPOSE_PAGES.indexOf(page);
    const button = (label: string, turn: Submitted['turn']) => ({
      label,
      data: { verb: 'announcements.save', id, template, page, turn },
    });
    const { total } = countAudience(people, settings.audience, fiscalYearOf(scene.today));
    const notes: Readonly<Record<ComposePage, readonly string[]>> = {
      text: [t.variables],
      buttons: [t.buttonsNote],
      audience: [audienceFormTexts(scene.locale).note, audienceFormTexts(scene.locale).now(total)],
      plan: [...t.planNotes, ...(channels.length === 0 ? [t.noChannels] : [])],
    };
    const view = formView(
      {
        fields: composeFields(page, { people, channels }, scene.locale),
        typed,
        problems,
        notes: notes[page],
        page: t.pages[page],
        moreLabel: {
          text: t.moreText,
          buttons: t.moreLabels,
          audience: audienceFormTexts(scene.locale).more,
          plan: '',
        }[page],
        fallback: t.save,
        buttons: [
          ...(at < COMPOSE_PAGES.length - 1 ? [button(t.next, 'next')] : []),
          button(t.save, 'close'),
          ...(at > 0 ? [button(t.previous, 'previous')] : []),
        ],
      },
      scene.locale,
    );
    return dialog(form.title, formCard, view);
  }

  const around = async ({ today }: Scene) => ({
    people: await directory.everybody(store.db, today),
    channels: await listChannels(store.db),
  });

  async function save(scene: Scene, submitted: Submitted, data: unknown): Promise<Reply> {
    const t = composeTexts(scene.locale);
    const { id, template, page } = submitted;
    const found = await findAnnouncement(store.db, id);
    if (found === null && page !== 'text') return notice(announcementsTexts(scene.locale).gone);
    if (found !== null && !may('edit', found)) return notice(t.notEditable);
    const base = found ?? (await settingsOf(template, needs, store.db, scene.now));
    const { people, channels } = await around(scene);
    const fields = composeFields(page, { people, channels }, scene.locale);
    const typed = typedIn(data, fields);
    const read = await readPage(page, typed, { scene, fields, people, targets: needs });
    const title = found === null ? t.titleNew : t.titleEdit(titleOf(found, scene.locale));
    if (!read.ok) return show(scene, { id, template, title, settings: base }, page, typed, read.error);
    const saved = await store.write(async (tx) => {
      const locked = await lockAnnouncement(tx, id);
      if (locked === null) {
        const made = { ...read.value(base), id, createdBy: scene.person.id, issue: null };
        const { inserted } = await insertAnnouncement(tx, made, scene.now);
        if (inserted) await noteStep(needs, tx, byPerson(scene), made, 'create');
        return true;
      }
      if (!may('edit', locked)) return false;
      // Only this page's part: what somebody else saved on another page meanwhile stays.
      const after = read.value(locked);
      await saveSettings(tx, id, after, { by: scene.person.id, at: scene.now });
      const changed = [
        changedParts(locked.content, after.content),
        changedParts(locked.audience, after.audience),
        changedParts(locked.plan, after.plan),
      ].filter((parts) => parts !== 'nothing');
      if (changed.length > 0)
        await noteStep(
          needs,
          tx,
          byPerson(scene),
          after === locked ? locked : { id, content: after.content },
          'edit',
          {
            changed: changed.join('+').slice(0, 100),
          },
        );
      return true;
    });
    if (!saved) return notice(t.notEditable);
    const next = pageAfter(page, submitted.turn);
    const now = next === null ? null : await findAnnouncement(store.db, id);
    if (next !== null && now !== null) return open(scene, now, next);
    return closeDialog(await cards.message(scene, id, announcementsTexts(scene.locale).saved));
  }

  function openCorrection(scene: Scene, announcement: Announcement): Reply {
    if (!mayHandle(announcement, scene.person))
      return notice(announcementsTexts(scene.locale).problemEmergency);
    return may('correct', announcement)
      ? askCorrection(scene, announcement, typedContent(announcement.content), [])
      : notice(announcementsTexts(scene.locale).notNow);
  }

  function askCorrection(
    scene: Scene,
    announcement: Announcement,
    typed: Typed,
    problems: readonly string[],
  ): Reply {
    const t = composeTexts(scene.locale);
    const fields: readonly Field[] = correctionFields(scene.locale);
    const view = formView(
      {
        fields,
        typed,
        problems,
        notes: [t.variables],
        page: null,
        moreLabel: t.moreCorrect,
        fallback: t.correct,
        buttons: [{ label: t.correct, data: { verb: 'announcements.saveCorrection', id: announcement.id } }],
      },
      scene.locale,
    );
    return dialog(t.titleCorrect(titleOf(announcement, scene.locale)), formCard, view);
  }

  /** At once where it needed no second person; else it waits for one. */
  async function saveCorrection(scene: Scene, announcement: Announcement, data: unknown): Promise<Reply> {
    const t = announcementsTexts(scene.locale);
    const { id } = announcement;
    if (!mayHandle(announcement, scene.person)) return notice(t.problemEmergency);
    if (!may('correct', announcement)) return notice(t.notNow);
    const fields = correctionFields(scene.locale);
    const typed = typedIn(data, fields);
    const { people } = await around(scene);
    const read = await readCorrection(typed, announcement.content, { scene, fields, people, targets: needs });
    if (!read.ok) return askCorrection(scene, announcement, typed, read.error);
    const approvers = await cards.approvers(store.db, announcement, people, scene);
    if (approvers === null) {
      const isNew = JSON.stringify(read.value) !== JSON.stringify(announcement.content);
      const count = isNew ? await changes.correct(scene, id, read.value, null) : 0;
      const note = count === null ? t.notNow : isNew ? t.corrected(count) : null;
      await work.follow(id, scene.now, { to: scene.person.id, note });
      return closeDialog(await cards.message(scene, id, note));
    }
    const asked = await store.write(async (tx) => {
      const locked = await lockAnnouncement(tx, id);
      if (locked === null || !may('correct', locked) || locked.correction !== null) return false;
      const correction = { content: read.value, by: scene.person.id };
      await saveCorrectionRequest(tx, id, correction);
      await noteStep(needs, tx, byPerson(scene), locked, 'request-correction', {
        changed: changedParts(locked.content, read.value),
      });
      await work.tell(
        tx,
        scene,
        approvers,
        { ...locked, correction },
        {
          note: announcementsTexts('ja').correctionAsked(scene.person.name),
          key: `correction-${scene.now.getTime()}`,
          looks: true,
        },
      );
      return true;
    });
    await work.follow(id, scene.now);
    return closeDialog(await cards.message(scene, id, asked ? t.correctionRequested : t.notNow));
  }

  return { openNew, open, save, openCorrection, saveCorrection };
}

function pageAfter(page: ComposePage, turn: Submitted['turn']): ComposePage | null {
  if (turn === 'close') return null;
  return COMPOSE_PAGES[COMPOSE_PAGES.indexOf(page) + (turn === 'next' ? 1 : -1)] ?? null;
}
