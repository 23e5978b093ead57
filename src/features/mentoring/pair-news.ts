import { dayOf, daysBetween } from '../../core/calendar/day';
import { longDay, shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { BARE_ITEM, type DueReminder, type ReminderItem, thingKey } from '../reminders';
import { type Own, otherNameOf } from './access';
import { mentoringTexts } from './mentoring-texts';
import { hasEndedEarly, type Pair, type Side } from './pair';

/** That somebody has a new mentor, or has one no longer, is news for so long, in days. */
const NEWS_FOR_DAYS = 14;
export const SIDES = ['mentee', 'mentor'] as const satisfies readonly Side[];

const plain = { ...BARE_ITEM, mayBeSnoozed: true } as const;

/** What both of a pair are told once: that they are one, and that they are one no longer, unless its time was simply over. */
export const newsOfPair = (pair: Pair, now: Date): readonly DueReminder[] => {
  const news = isNew(pair, now) ? 'pair' : isJustOver(pair, now) ? 'end' : null;
  if (news === null) return [];
  return SIDES.map((side) => ({
    recipient: pair[side],
    thing: thingKey.parse(`mentoring:${news}:${pair.id}`),
    step: news === 'pair' ? 'made' : 'ended',
    urgency: 'normal',
    dueOn: null,
  }));
};

/** A pair made long ago is no news to whom a message reaches late. */
const isNew = ({ changedAt, from, until, status }: Pair, now: Date): boolean =>
  status.kind === 'active' &&
  now.getTime() - changedAt.getTime() <= NEWS_FOR_DAYS * 86_400_000 &&
  dayOf(now) <= until &&
  from <= until;

const isJustOver = (pair: Pair, now: Date): boolean =>
  pair.status.kind === 'ended' &&
  hasEndedEarly(pair) &&
  daysBetween(pair.status.on, dayOf(now)) <= NEWS_FOR_DAYS;

export function newPairItem(own: Own, locale: Locale): ReminderItem {
  const { pair, side, other } = own;
  const t = mentoringTexts(locale);
  const about = other === null ? '' : [other.section, other.position].filter(Boolean).join('　');
  return {
    ...plain,
    title: t.newTitle[side](otherNameOf(own, locale)),
    lines: t.newLines[side](about, longDay(pair.until, locale)).split('\n'),
    badge: { text: t.newBadge, colour: 'accent' },
    open: pair.status.kind !== 'ended',
    choices: [{ label: t.newSee, choice: 'mine', primary: false }],
  };
}

/** `otherName`: null for who is gone. A former mentor is told that and when, and nothing else of the pair. */
export function endedPairItem(
  pair: Pair,
  side: Side,
  otherName: string | null,
  locale: Locale,
): ReminderItem | null {
  if (pair.status.kind !== 'ended') return null;
  const t = mentoringTexts(locale);
  const next = side === 'mentee' && pair.status.why !== 'changed' ? [t.endNext] : [];
  const read = { label: t.read, data: { verb: 'mentoring.records', pair: pair.id, page: 0 } };
  return {
    ...plain,
    title: t.endTitle(shortDay(pair.status.on, locale)),
    lines: [...(otherName === null ? [] : [t.endWith[side](otherName)]), t.endLine[side], ...next],
    badge: { text: t.newBadge, colour: 'default' },
    open: true,
    dialogs: side === 'mentee' ? [read] : [],
  };
}
