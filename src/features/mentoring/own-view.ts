import type { Day } from '../../core/calendar/day';
import { formatShort, formatWareki } from '../../core/calendar/wareki';
import type { Locale } from '../../core/turn';
import { hasEnded, type Own } from './access';
import { type CheckIn, heldOn } from './check-in';
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

const otherRole = (side: Side, locale: Locale): string => mentoringTexts(locale).role[side];

function stateOf({ pair, side }: Own, locale: Locale): State {
  const t = mentoringTexts(locale);
  const role = otherRole(side, locale);
  const { status } = pair;
  switch (status.kind) {
    case 'active':
      return { text: `${role}　${t.until(formatWareki(pair.until))}`, colour: 'accent' };
    case 'suspended':
      return { text: `${role}　${t.suspended[status.why]}`, colour: 'warning' };
    case 'ended':
      return { text: `${role}　${t.ended(formatWareki(status.on))}`, colour: 'default' };
    default:
      return status satisfies never;
  }
}

export function personLine({ other, otherName }: Own, locale: Locale): string {
  const t = mentoringTexts(locale);
  return other === null ? t.person(otherName, '', '') : t.person(other.name, other.section, other.position);
}

/** When they meet next, as far as anybody knows. */
export function nextLine(own: OwnNow, today: Day, locale: Locale): string {
  const t = mentoringTexts(locale).next;
  const { pair, checkIns, nextOn } = own;
  if (hasEnded(own)) return t.none;
  if (nextOn !== null && nextOn >= today) return t.met(formatShort(nextOn));
  const period = periodNow(pair, checkIns, today);
  if (period === null)
    return pair.from > today ? t.asked(formatShort(pair.from), formatShort(pair.until)) : t.none;
  const held = checkIns
    .filter((one) => one.period.from === period.from)
    .map(heldOn)
    .find((on) => on !== null);
  return held == null
    ? t.asked(formatShort(period.from), formatShort(period.to))
    : t.recorded(formatShort(held));
}

function lastLine({ checkIns }: OwnNow, locale: Locale): string {
  const t = mentoringTexts(locale);
  const held = checkIns.flatMap((one) => heldOn(one) ?? []).toSorted();
  const last = held.at(-1);
  return last === undefined ? t.neverHeld : t.lastHeld(formatShort(last));
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
        : t.recordLate(formatShort(period.from), formatShort(period.to));
  return writableNow(pair, side, checkIns, today).map((one) =>
    opener(
      label(one),
      'write',
      { pair: pair.id, from: one.period.from, number: one.number },
      one.why === 'more' ? 'default' : 'positive',
    ),
  );
}

const readDialog = ({ pair }: Own, locale: Locale): DialogView =>
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
      lines: [own.pair.status.kind === 'active' ? nextLine(own, today, locale) : '', lastLine(own, locale)],
      dialogs: [
        ...recordDialogs(own, today, locale).slice(0, 2),
        readDialog(own, locale),
        opener(t.goals, 'goals', id),
      ],
      buttons: [button(t.summary, 'summary', id)],
      more: isLive ? [button(t.help, 'help', id), button(change, 'askChange', id)] : [],
    });
  });
  return listView({ heading, items, hint: t.hint }, locale);
}

export function nobodyView(locale: Locale, more: readonly ItemView[] = []): ListView {
  const t = mentoringTexts(locale);
  return {
    ...listView(
      {
        heading: t.noneHeading,
        notes: t.noneText.split('\n'),
        items: more,
        buttons: [
          { label: t.noneAsk, verb: 'inquiries.preview', style: 'default', data: { question: t.askAbout } },
        ],
      },
      locale,
    ),
  };
}

/** 「次の面談いつ？」: of the pairs, and of the appraisal where one waits. */
export function nextView(
  pairs: readonly OwnNow[],
  interviews: readonly string[],
  today: Day,
  locale: Locale,
): ListView {
  const t = mentoringTexts(locale);
  const waiting = interviews.length === 0 ? [] : [item({ title: t.nextInterviews, lines: interviews })];
  if (pairs.length === 0 && waiting.length === 0) return nobodyView(locale);
  return listView(
    {
      heading: t.nextHeading,
      items: [
        ...pairs.map((own) =>
          item({
            title: `${otherRole(own.side, locale)}　${personLine(own, locale)}`,
            lines: [nextLine(own, today, locale)],
            dialogs: recordDialogs(own, today, locale).slice(0, 2),
          }),
        ),
        ...waiting,
      ],
    },
    locale,
  );
}

/** 「先月何話したっけ」: the days in the chat, the texts behind a button. */
export function talkedView(
  pairs: readonly OwnNow[],
  dates: { readonly from: Day; readonly to: Day; readonly label: string } | null,
  locale: Locale,
): ListView {
  const t = mentoringTexts(locale);
  const isMeant = (checkIn: CheckIn): boolean => {
    const on = heldOn(checkIn);
    if (on === null || dates === null) return on !== null;
    return (
      (dates.from <= on && on <= dates.to) ||
      (dates.from <= checkIn.period.from && checkIn.period.to <= dates.to)
    );
  };
  return listView(
    {
      heading: t.talkedHeading,
      notes: [t.talkedNote],
      items: pairs.map((own) => {
        const days = own.checkIns.filter(isMeant).flatMap((one) => heldOn(one) ?? []);
        const shown = days.toSorted().slice(-4).map(formatShort).join('、');
        const none = dates === null ? t.neverHeld : t.talkedNone(dates.label);
        const at = own.checkIns.find(isMeant);
        return item({
          title: `${otherRole(own.side, locale)}　${personLine(own, locale)}`,
          lines: [days.length === 0 ? none : t.talkedOn(shown)],
          dialogs:
            own.checkIns.length === 0
              ? []
              : [
                  at === undefined
                    ? readDialog(own, locale)
                    : opener(t.read, 'records', {
                        pair: own.pair.id,
                        from: at.period.from,
                        number: at.number,
                      }),
                ],
        });
      }),
    },
    locale,
  );
}

/** That the other one has sent theirs, where one's own is what waits. */
function waitingLine(own: OwnNow, today: Day, locale: Locale): string {
  const { pair, side, checkIns, otherName } = own;
  const asked = writableNow(pair, side, checkIns, today).find(({ why }) => why === 'asked');
  const begun = checkIns.find(
    ({ period, number }) => period.from === asked?.period.from && number === asked.number,
  );
  return (begun?.submitted[otherSide(side)] ?? null) === null
    ? nextLine(own, today, locale)
    : mentoringTexts(locale).askedOther(otherName);
}

/** 「面談の記録をつけたい」 */
export function recordView(pairs: readonly OwnNow[], today: Day, locale: Locale): ListView {
  const t = mentoringTexts(locale);
  return listView(
    {
      heading: t.recordHeading,
      items: pairs.map((own) => {
        const dialogs = recordDialogs(own, today, locale);
        return item({
          title: `${otherRole(own.side, locale)}　${personLine(own, locale)}`,
          lines: [dialogs.length === 0 ? t.recordNone : waitingLine(own, today, locale)],
          dialogs: [...dialogs, ...(own.checkIns.length === 0 ? [] : [readDialog(own, locale)])],
        });
      }),
      hint: t.hint,
    },
    locale,
  );
}
