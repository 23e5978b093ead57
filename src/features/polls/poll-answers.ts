import { asMessage, closeDialog, inPlace, notice } from '../../cards/replies';
import type { PollId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import { deskName } from '../answers';
import type { Scene } from '../directory';
import type { Typed } from '../forms';
import type { QuestionView } from './card-views';
import { type Alert, type Commenting, readCommenting, showCommenting } from './comment-form';
import { ledIn } from './led';
import { findMember, recordAnswer, removeAnswer } from './member-store';
import { isEmergency, isSafety, type Poll } from './poll';
import { pollSettings } from './poll-settings';
import { findPoll, lockPoll } from './poll-store';
import { pollsCards } from './polls-cards';
import type { PollsNeeds } from './polls-needs';
import { questionTexts } from './question-texts';
import { questionView } from './question-view';

/** What those who are asked do: one tap, a comment, another tap when things change. */
export function createPollAnswers(needs: Pick<PollsNeeds, 'store' | 'directory' | 'recognise' | 'desks'>) {
  const { store, directory } = needs;

  /** A text where there is nothing to answer for this person. */
  async function viewFor(scene: Scene, id: PollId): Promise<QuestionView | string> {
    const t = questionTexts(scene.locale);
    const poll = await findPoll(store.db, id);
    if (poll === null || poll.state === 'draft') return t.gone;
    const member = await findMember(store.db, id, scene.person.id);
    if (member === null) return t.notAsked;
    const led = await ledIn(store.db, directory, scene.person, id, scene.today);
    const asked = { answer: member.answer, leads: led.length > 0 };
    return questionView(poll, asked, (await pollSettings(store.db)).officialUrl, scene.locale);
  }

  async function own(scene: Scene, id: PollId): Promise<Reply> {
    const view = await viewFor(scene, id);
    return typeof view === 'string' ? notice(view) : inPlace(pollsCards.question, view);
  }

  /** A tap leaves the comment that was given before. */
  async function answer(scene: Scene, id: PollId, choice: number, comment?: string | null): Promise<void> {
    await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'open' || poll.choices[choice] === undefined) return;
      const before = (await findMember(tx, id, scene.person.id))?.answer ?? null;
      const given = { choice, comment: comment === undefined ? (before?.comment ?? null) : comment };
      await recordAnswer(tx, id, scene.person.id, given, scene.now);
    });
  }

  async function tap(scene: Scene, id: PollId, choice: number): Promise<Reply> {
    await answer(scene, id, choice);
    return own(scene, id);
  }

  const takeBack = (scene: Scene, id: PollId): Promise<void> =>
    store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state === 'open') await removeAnswer(tx, id, scene.person.id);
    });

  async function undo(scene: Scene, id: PollId): Promise<Reply> {
    await takeBack(scene, id);
    return own(scene, id);
  }

  const commentingOn = (poll: Poll, locale: Locale): Commenting => {
    const t = questionTexts(locale);
    return {
      verb: 'polls.comment',
      id: poll.id,
      choices: poll.choices,
      commentLabel: t.commentLabel,
      notes: [poll.question, ...(isSafety(poll) ? [t.aid] : []), t.readers],
    };
  };

  async function openForm(scene: Scene, id: PollId): Promise<Reply> {
    const t = questionTexts(scene.locale);
    const poll = await findPoll(store.db, id);
    const member = await findMember(store.db, id, scene.person.id);
    if (poll === null || member === null) return notice(t.notAsked);
    if (poll.state !== 'open') return notice(t.closedForAll);
    const { answer } = member;
    const typed: Typed =
      answer === null ? {} : { choice: String(answer.choice), comment: answer.comment ?? '' };
    return showCommenting(scene, commentingOn(poll, scene.locale), typed);
  }

  /** `sure`: the desks were shown, and it is to be sent all the same. */
  async function submit(scene: Scene, id: PollId, sure: boolean, data: unknown): Promise<Reply> {
    const poll = await findPoll(store.db, id);
    if (poll === null) return notice(questionTexts(scene.locale).gone);
    const commenting = commentingOn(poll, scene.locale);
    const read = readCommenting(scene, commenting, data);
    if (read.given === null) return read.reply;
    const { choice, comment } = read.given;
    const alert = sure || isEmergency(poll) || comment === null ? null : await alertFor(scene, comment);
    if (alert !== null) return showCommenting(scene, commenting, read.typed, { alert });
    await answer(scene, id, choice, comment);
    const view = await viewFor(scene, id);
    return typeof view === 'string'
      ? closeDialog({ kind: 'text', text: view })
      : closeDialog(asMessage(pollsCards.question, view));
  }

  /**
   * The desks, before anything is kept of a comment that sounds like distress or harassment. Who is hurt or cannot get
   * through writes in the same words, and has to be heard: they may send it as it is. In an emergency every comment is.
   */
  async function alertFor(scene: Scene, comment: string): Promise<Alert | null> {
    const topic = needs.recognise(comment);
    if (topic === null) return null;
    const t = questionTexts(scene.locale);
    const desks = (await needs.desks(topic)).map((desk) =>
      t.alertDesk(deskName(desk, scene.locale), desk.phone ?? desk.url ?? ''),
    );
    return { heading: t.alert, lines: [t.alertText, ...desks, t.alertGoOn] };
  }

  return { viewFor, own, answer, tap, takeBack, undo, openForm, submit };
}

export type PollAnswers = ReturnType<typeof createPollAnswers>;
