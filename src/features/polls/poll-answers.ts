import { asMessage, closeDialog, dialog, inPlace, notice } from '../../cards/replies';
import type { PollId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { choiceField, createFieldReader, formCard, formView, linesField, typedIn } from '../forms';
import { LONGEST_COMMENT, type Poll, type PollAnswer } from './poll';
import { pollSettings } from './poll-settings';
import { findMember, findPoll, lockPoll, recordAnswer } from './poll-store';
import { opener, pollsCards, type QuestionView } from './polls-cards';
import type { PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';

/** The card that those who are asked get, as it stands for one of them. */
export function questionView(
  poll: Poll,
  answer: PollAnswer | null,
  officialUrl: string | null,
  locale: Locale,
): QuestionView {
  const t = pollsTexts(locale);
  const isOpen = poll.state !== 'closed';
  const chosen = answer === null ? null : (poll.choices[answer.choice] ?? '');
  const kicker = poll.emergency ? t.safety : t.poll;
  return {
    lang: locale,
    fallback: `${kicker}\n${poll.question}`,
    refreshVerb: 'polls.own',
    refreshLabel: t.refresh,
    id: poll.id,
    kicker,
    kickerColour: poll.emergency ? 'attention' : 'accent',
    heading: poll.question,
    notes: [t.aid, isOpen ? (answer === null ? t.tapToAnswer : t.changeable) : t.closedForAll].map(
      (text) => ({
        text,
      }),
    ),
    hasAnswer: chosen !== null,
    answer:
      chosen === null
        ? ''
        : [t.answered(chosen), ...(answer?.comment ? [t.comment(answer.comment)] : [])].join('\n\n'),
    choices: isOpen
      ? poll.choices.map((label, choice) => ({ label, verb: 'polls.answer', data: { id: poll.id, choice } }))
      : [],
    dialogs: isOpen ? [opener(t.addComment, 'polls.commentForm', poll.id)] : [],
    links: officialUrl === null ? [] : [{ label: t.official, url: officialUrl }],
  };
}

/** What those who are asked do: one tap, a comment, another tap when things change. */
export function createPollAnswers(needs: Pick<PollsNeeds, 'store' | 'sensitiveCard'>) {
  const { store } = needs;

  async function viewFor(scene: Scene, id: PollId): Promise<QuestionView | string> {
    const t = pollsTexts(scene.locale);
    const poll = await findPoll(store.db, id);
    if (poll === null || poll.state === 'draft') return t.gone;
    const member = await findMember(store.db, id, scene.person.id);
    if (member === null) return t.notAsked;
    return questionView(poll, member.answer, (await pollSettings(store.db)).officialUrl, scene.locale);
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

  const fieldsOf = (poll: Poll, locale: Locale) => {
    const t = pollsTexts(locale);
    const choices = poll.choices.map((title, index) => ({ title, value: String(index) }));
    return [
      choiceField('choice', t.choiceLabel, choices),
      linesField('comment', t.commentLabel, LONGEST_COMMENT),
    ];
  };

  async function openForm(scene: Scene, id: PollId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const poll = await findPoll(store.db, id);
    const member = await findMember(store.db, id, scene.person.id);
    if (poll === null || member === null) return notice(t.notAsked);
    if (poll.state !== 'open') return notice(t.closedForAll);
    const typed = {
      choice: String(member.answer?.choice ?? 0),
      comment: member.answer?.comment ?? '',
    };
    return showForm(scene, poll, typed, []);
  }

  function showForm(
    scene: Scene,
    poll: Poll,
    typed: Readonly<Record<string, string>>,
    problems: readonly string[],
  ): Reply {
    const t = pollsTexts(scene.locale);
    const view = formView(
      {
        fields: fieldsOf(poll, scene.locale),
        typed,
        problems,
        notes: [poll.question, t.aid],
        page: null,
        moreLabel: '',
        fallback: t.commentTitle,
        buttons: [{ label: t.send, data: { verb: 'polls.comment', id: poll.id } }],
      },
      scene.locale,
    );
    return dialog(t.commentTitle, formCard, view);
  }

  async function submit(scene: Scene, id: PollId, data: unknown): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const poll = await findPoll(store.db, id);
    if (poll === null) return notice(t.gone);
    const fields = fieldsOf(poll, scene.locale);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const [choice] = reader.chosen('choice');
    const comment = reader.text('comment');
    if (choice === undefined) reader.problems.push(t.tapToChoose);
    if (reader.problems.length > 0) return showForm(scene, poll, typed, reader.problems);
    // Where life is at stake, HR is told what was written to it; anything else that is sensitive is not kept.
    const desks = poll.emergency || comment === '' ? null : await needs.sensitiveCard(comment, scene);
    if (desks !== null) return closeDialog({ kind: 'text', text: t.notStored }, desks);
    await answer(scene, id, Number(choice), comment === '' ? null : comment);
    const view = await viewFor(scene, id);
    return typeof view === 'string'
      ? closeDialog({ kind: 'text', text: view })
      : closeDialog(asMessage(pollsCards.question, view));
  }

  return { own, tap, openForm, submit };
}
