import type { Locale } from '../../core/turn';
import { button, opener, type QuestionView } from './card-views';
import { isEmergency, isSafety, type Poll, type PollAnswer } from './poll';
import { questionTexts } from './question-texts';

/** How a poll stands for one of those who are asked. */
export interface Asked {
  readonly answer: PollAnswer | null;
  /** Whether they lead others who are asked too. */
  readonly leads: boolean;
}

export const NOT_ASKED_YET: Asked = { answer: null, leads: false };

export const kindOf = (poll: Pick<Poll, 'urgency'>, locale: Locale): string =>
  isSafety(poll) ? questionTexts(locale).safety : questionTexts(locale).poll;

export const answerText = ({ choices }: Pick<Poll, 'choices'>, { choice }: PollAnswer): string =>
  choices[choice] ?? '';

/** The card that those who are asked get, as it stands for one of them. */
export function questionView(
  poll: Poll,
  { answer, leads }: Asked,
  officialUrl: string | null,
  locale: Locale,
): QuestionView {
  const t = questionTexts(locale);
  const isOpen = poll.state !== 'closed';
  const kicker = kindOf(poll, locale);
  const stands = isOpen ? (answer === null ? t.tapToAnswer : t.changeable) : t.closedForAll;
  const more = [...(isSafety(poll) ? [t.aid] : []), ...(isOpen ? [t.readers] : [])];
  return {
    lang: locale,
    fallback: `${kicker}\n${poll.question}`,
    refreshes: true,
    refreshVerb: 'polls.own',
    refreshLabel: t.refresh,
    id: poll.id,
    kicker,
    kickerColour: isEmergency(poll) ? 'attention' : 'accent',
    heading: poll.question,
    notes: [{ text: stands }],
    moreNotes: more.map((text) => ({ text })),
    hasAnswer: answer !== null,
    answer:
      answer === null
        ? ''
        : [
            t.answered(answerText(poll, answer)),
            ...(answer.comment === null ? [] : [t.comment(answer.comment)]),
          ].join('\n\n'),
    choices: isOpen
      ? poll.choices.map((label, choice) => button(label, 'polls.answer', poll.id, { choice }))
      : [],
    dialogs: isOpen ? [opener(t.addComment, 'polls.commentForm', poll.id)] : [],
    buttons: [
      ...(isOpen && answer !== null ? [button(t.undo, 'polls.undo', poll.id)] : []),
      ...(isOpen && leads ? [button(t.mySection, 'polls.section', poll.id)] : []),
    ],
    links: officialUrl === null || !isSafety(poll) ? [] : [{ label: t.official, url: officialUrl }],
  };
}
