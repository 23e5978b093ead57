import { asMessage, closeDialog, notice } from '../../cards/replies';
import type { PollId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { asPreview } from './card-views';
import { defaultSettings, readCompose, showCompose } from './compose-form';
import type { ListFlow } from './list-flow';
import { mayRun, type PollAccess } from './poll-access';
import type { PollReport } from './poll-report-flow';
import { pollSettings } from './poll-settings';
import { findPoll, lockPoll, removePoll, savePoll } from './poll-store';
import { pollsCards } from './polls-cards';
import { noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { NOT_ASKED_YET, questionView } from './question-view';

/** A poll as long as nobody has got it. */
export function createPollDrafts(needs: PollsNeeds, access: PollAccess, report: PollReport, list: ListFlow) {
  const { store } = needs;

  async function openForm(scene: Scene, id: PollId | null): Promise<Reply> {
    if (!(await access.mayPoll(scene))) return notice(pollsTexts(scene.locale).startHrOnly);
    const poll = id === null ? null : await access.find(scene, id);
    if (id !== null && poll?.state !== 'draft') return notice(questionTexts(scene.locale).gone);
    return showCompose(scene, {
      kind: 'poll',
      id: id ?? needs.newPollId(),
      settings: { ...defaultSettings('poll', scene), ...poll },
      people: await access.peopleFor(scene),
    });
  }

  async function save(scene: Scene, id: PollId, data: unknown): Promise<Reply> {
    if (!(await access.mayPoll(scene))) return notice(pollsTexts(scene.locale).startHrOnly);
    const found = await findPoll(store.db, id);
    if (found !== null && (!mayRun(scene.person, found) || found.state !== 'draft'))
      return notice(questionTexts(scene.locale).gone);
    const settings = { ...defaultSettings('poll', scene), ...found };
    const people = await access.peopleFor(scene);
    const read = readCompose(scene, { kind: 'poll', id, settings, people }, data);
    if (!read.ok) return read.reply;
    await store.write(async (tx) => {
      const locked = await lockPoll(tx, id);
      if (locked !== null && (!mayRun(scene.person, locked) || locked.state !== 'draft')) return;
      await savePoll(tx, { ...read.value, id, createdBy: scene.person.id }, scene.now);
      await noteStep(needs, tx, scene, 'poll-changed', id, locked === null ? 'create' : 'edit');
    });
    return closeDialog(asMessage(pollsCards.manage, await report.viewOf(scene, id, {})));
  }

  async function preview(scene: Scene, id: PollId): Promise<Reply> {
    const poll = await access.find(scene, id);
    if (poll === null) return notice(questionTexts(scene.locale).gone);
    const { officialUrl } = await pollSettings(store.db);
    const t = pollsTexts(scene.locale);
    const view = questionView(poll, NOT_ASKED_YET, officialUrl, scene.locale);
    return notice(t.preview, asMessage(pollsCards.question, asPreview(view, t.previewNote)));
  }

  async function discard(scene: Scene, id: PollId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const found = await access.find(scene, id);
    if (found === null) return list.show(scene, null);
    if (found.state !== 'draft') return report.show(scene, id);
    await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'draft') return;
      await removePoll(tx, id);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'discard');
    });
    return list.show(scene, t.discarded);
  }

  return { openForm, save, preview, discard };
}
