import type { Locale } from '../../core/turn';
import type { ReminderItem } from '../reminders';
import { type LedMember, unanswered } from './led';
import { isEmergency, isSafety, type Poll, type PollAnswer } from './poll';
import { questionTexts } from './question-texts';
import { answerText } from './question-view';

/** The choice of an item that shows the card itself. Any other but these is a place among the answers. */
export const OPEN = 'open';
/** The choice that takes the answer back. */
export const UNDO = 'undo';
/** So many answers have a button each on a digest. */
const MOST_ANSWERS = 3;
const MOST_NAMES = 10;

/** A poll on a digest, for somebody who was asked. */
export function ownItem(
  poll: Poll,
  answer: PollAnswer | null,
  officialUrl: string | null,
  locale: Locale,
): ReminderItem {
  const t = questionTexts(locale);
  const waits = poll.state === 'open' && answer === null;
  return {
    title: poll.question,
    lines: [
      ...(answer === null ? [] : [t.answered(answerText(poll, answer))]),
      ...(isSafety(poll) ? [t.aid] : []),
    ],
    badge: badgeOf(poll, answer, locale),
    open: waits,
    choices: choicesOf(poll, waits, locale),
    links: waits && isSafety(poll) && officialUrl !== null ? [{ label: t.official, url: officialUrl }] : [],
    dialogs: waits ? [{ label: t.addComment, data: { verb: 'polls.commentForm', id: poll.id } }] : [],
    mayBeSnoozed: !isEmergency(poll),
    mayBeMuted: false,
  };
}

function badgeOf(poll: Poll, answer: PollAnswer | null, locale: Locale): ReminderItem['badge'] {
  const t = questionTexts(locale);
  if (answer !== null) return { text: t.done, colour: 'good' };
  if (poll.state !== 'open') return { text: t.closed, colour: 'default' };
  return { text: t.waiting, colour: isEmergency(poll) ? 'attention' : 'warning' };
}

function choicesOf(poll: Poll, waits: boolean, locale: Locale): ReminderItem['choices'] {
  const t = questionTexts(locale);
  if (poll.state !== 'open') return [];
  if (!waits)
    return [
      { label: t.change, choice: OPEN, primary: false },
      { label: t.undo, choice: UNDO, primary: false },
    ];
  return poll.choices.length > MOST_ANSWERS
    ? [{ label: t.answer, choice: OPEN, primary: true }]
    : poll.choices.map((label, choice) => ({ label, choice: String(choice), primary: false }));
}

/** A poll on a digest, for who leads some of those who were asked. */
export function sectionItem(poll: Poll, led: readonly LedMember[], locale: Locale): ReminderItem | null {
  const t = questionTexts(locale);
  if (led.length === 0) return null;
  const names = unanswered(led).map(({ person }) => person.name);
  const open = poll.state === 'open' && names.length > 0;
  const shown = names.slice(0, MOST_NAMES).join(t.and);
  const more = names.length - MOST_NAMES;
  return {
    title: t.sectionTitle(poll.question),
    lines: open
      ? [t.sectionLine(more > 0 ? t.andMore(shown, more) : shown, names.length), t.sectionHint]
      : [],
    badge: open ? null : { text: names.length > 0 ? t.closed : t.done, colour: 'default' },
    open,
    choices: open ? [{ label: t.show, choice: OPEN, primary: false }] : [],
    links: [],
    dialogs: [],
    mayBeSnoozed: true,
    mayBeMuted: false,
  };
}
