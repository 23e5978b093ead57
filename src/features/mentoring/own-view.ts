import type { Day } from '../../core/calendar/day';
import { longDay, shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { hasEnded, type Own, otherNameOf } from './access';
import { type CheckIn, heldOn } from './check-in';
import { exchangeTexts } from './exchange-texts';
import { button, type DialogView, type ItemView, item, type ListView, listView, opener } from './list-view';
import { mentoringTexts } from './mentoring-texts';
import { otherSide, type Side } from './pair';
import { periodNow, type Writable, writableNow } from './writable';

/** One pair of somebody, with when they talked and when they will: nothing of what. */
export interface OwnNow extends Own {
  readonly checkIns: readonly CheckIn[];
  /** The day on which they mean to meet next, where the mentor said so and the mentee may read it. */
  readonly nextOn: Day | null;
}

type State = NonNullable<Parameters<typeof item>[0]['state']>;

export const otherRole = (side: Side, locale: Locale): string => mentoringTexts(locale).role[side];

function stateOf({ pair, side }: Own, locale: Locale): State {
  const t = mentoringTexts(locale);
  const role = otherRole(side, locale);
  const { status } = pair;
  switch (status.kind) {
    case 'active':
      return { text: `${role}　${t.until(longDay(pair.until, locale))}`, colour: 'accent' };
    case 'suspended':
      return { text: `${role}　${t.suspended[status.why]}`, colour: 'warning' };
    case 'ended':
      return { text: `${role}　${t.ended(longDay(status.on, locale))}`, colour: 'default' };
    default:
      return status satisfies never;
  }
}

export function personLine({ other, side }: Own, locale: Locale): string {
  const t = mentoringTexts(locale);
  return other === null ? t.gonePerson[side] : t.person(other.name, other.section, other.position);
}

/** When they meet next, as far as anybody knows. */
function nextLine(own: OwnNow, today: Day, locale: Locale): string {
  const t = mentoringTexts(locale).next;
  const { pair, checkIns, nextOn } = own;
  if (hasEnded(own)) return t.none;
  if (nextOn !== null && nextOn >= today) return t.met(shortDay(nextOn, locale));
  const period = periodNow(pair, checkIns, today);
  if (period === null)
    return pair.from > today ? t.asked(shortDay(pair.from, locale), shortDay(pair.until, locale)) : t.none;
  const held = checkIns
    .filter((one) => one.period.from === period.from)
    .map(heldOn)
    .find((on) => on !== null);
  return held == null
    ? t.asked(shortDay(period.from, locale), shortDay(period.to, locale))
    : t.recorded(shortDay(held, locale));
}

/** That the other one has sent theirs, where one's own is what waits; otherwise when they meet next. */
export function waitingLine(own: OwnNow, today: Day, locale: Locale): string {
  const { pair, side, checkIns } = own;
  const asked = writableNow(pair, side, checkIns, today).find(({ why }) => why === 'asked');
  const begun = checkIns.find(
    ({ period, number }) => period.from === asked?.period.from && number === asked.number,
  );
  return (begun?.submitted[otherSide(side)] ?? null) === null
    ? nextLine(own, today, locale)
    : mentoringTexts(locale).askedOther(otherNameOf(own, locale));
}

function lastLine({ checkIns }: OwnNow, locale: Locale): string {
  const t = mentoringTexts(locale);
  const held = checkIns.flatMap((one) => heldOn(one) ?? []).toSorted();
  const last = held.at(-1);
  return last === undefined ? t.neverHeld : t.lastHeld(shortDay(last, locale));
}

/** Opens the dialog of each check-in that can be written now. */
export function recordDialogs(own: OwnNow, today: Day, locale: Locale): readonly DialogView[] {
  const t = mentoringTexts(locale);
  const { pair, side, checkIns } = own;
  const label = ({ why, period }: Writable): string =>
    why === 'asked'
      ? t.record
      : why === 'more'
        ? t.recordMore
        : t.recordLate(shortDay(period.from, locale), shortDay(period.to, locale));
  return writableNow(pair, side, checkIns, today).map((one) =>
    opener(
      label(one),
      'write',
      { pair: pair.id, from: one.period.from, number: one.number },
      one.why === 'more' ? 'default' : 'positive',
    ),
  );
}

export const readDialog = ({ pair }: Own, locale: Locale): DialogView =>
  opener(mentoringTexts(locale).read, 'records', { pair: pair.id, page: 0 });

/** Everything that somebody can do in their pairs. */
export function ownView(pairs: readonly OwnNow[], today: Day, locale: Locale): ListView {
  const t = mentoringTexts(locale);
  const sides = new Set(pairs.map(({ side }) => side));
  const heading =
    sides.size === 2 ? t.heading.both : sides.has('mentor') ? t.heading.mentor : t.heading.mentee;
  const items = pairs.map((own): ItemView => {
    const id = { pair: own.pair.id };
    const isLive = !hasEnded(own);
    const change = own.side === 'mentee' ? t.change : t.changeMentee;
    return item({
      title: personLine(own, locale),
      state: stateOf(own, locale),
      lines: [
        own.pair.status.kind === 'active' ? waitingLine(own, today, locale) : '',
        lastLine(own, locale),
      ],
      dialogs: [
        ...recordDialogs(own, today, locale).slice(0, 2),
        readDialog(own, locale),
        opener(t.goals, 'goals', id),
      ],
      buttons: [button(t.summary, 'summary', id)],
      more: isLive ? [button(t.help, 'help', id), button(change, 'askChange', id)] : [],
    });
  });
  const exchanges = sides.has('mentor') ? [button(exchangeTexts(locale).list, 'exchangeList')] : [];
  return listView({ heading, items, hint: t.hint, buttons: exchanges }, locale);
}

/** `also`: a line beside what the programme is. */
export function nobodyView(locale: Locale, also = ''): ListView {
  const t = mentoringTexts(locale);
  return {
    ...listView(
      {
        heading: t.noneHeading,
        notes: [...t.noneText.split('\n'), also],
        buttons: [
          { label: t.noneAsk, verb: 'inquiries.preview', style: 'default', data: { question: t.askAbout } },
        ],
      },
      locale,
    ),
  };
}
