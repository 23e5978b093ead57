import { day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { type DueReminder, type ReminderItem, thingKey } from '../reminders';
import { type Own, otherNameOf } from './access';
import { type CheckIn, isShared } from './check-in';
import { mentoringTexts } from './mentoring-texts';
import { otherSide, type Pair, type Side } from './pair';

/** That the other one has sent theirs as well is news for so long. */
const NEWS_FOR_MS = 7 * 86_400_000;

/** Who sent theirs first is told once that both can read now; it rides along with other reminders. */
export const newsOfSharing = (pair: Pair, checkIns: readonly CheckIn[], now: Date): readonly DueReminder[] =>
  checkIns.flatMap((checkIn): readonly DueReminder[] => {
    const { mentee, mentor } = checkIn.submitted;
    if (mentee === null || mentor === null) return [];
    const first: Side = mentee <= mentor ? 'mentee' : 'mentor';
    const at = checkIn.submitted[otherSide(first)] ?? now;
    if (now.getTime() - at.getTime() > NEWS_FOR_MS) return [];
    const thing = thingKey.parse(`mentoring:shared:${pair.id}:${checkIn.period.from}.${checkIn.number}`);
    return [{ recipient: pair[first], thing, step: 'shared', urgency: 'low', dueOn: null }];
  });

/** `which`: first day of the period and number, as the thing names them. Not a word of what was written. */
export function sharedItem(
  own: Own,
  checkIns: readonly CheckIn[],
  which: string,
  locale: Locale,
): ReminderItem | null {
  const t = mentoringTexts(locale);
  const [from, number] = which.split('.');
  const checkIn = checkIns.find(
    (one) => one.period.from === day.safeParse(from).data && String(one.number) === number,
  );
  if (checkIn === undefined || !isShared(checkIn)) return null;
  const { pair, period } = checkIn;
  const data = { verb: 'mentoring.records', pair, from: period.from, number: checkIn.number };
  return {
    title: t.sharedTitle(otherNameOf(own, locale)),
    lines: [t.sharedLine(shortDay(period.from, locale), shortDay(period.to, locale))],
    badge: { text: t.newBadge, colour: 'good' },
    open: true,
    choices: [],
    links: [],
    dialogs: [{ label: t.read, data }],
    mayBeSnoozed: false,
    mayBeMuted: false,
  };
}
