import type { Day } from '../../core/calendar/day';
import { longDay, monthOf } from '../../core/calendar/written-days';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Exchange, ExchangeId } from './exchange';
import type { Seat } from './exchange-store';
import { exchangeTexts } from './exchange-texts';
import { button, type ItemView, item, type ListView, listView, opener } from './list-view';

export interface ShownExchange {
  readonly exchange: Exchange;
  readonly taken: readonly Seat[];
}

const MOST_SHOWN = 5;
const MOST_NAMES = 20;

/** When, where, and how many come. */
export const exchangeLines = ({ exchange, taken }: ShownExchange, locale: Locale): readonly string[] => {
  const t = exchangeTexts(locale);
  const { on, starts, ends, place, seats } = exchange;
  return [t.when(longDay(on, locale), starts, ends), t.place(place), t.seats(taken.length, seats)];
};

export const isGoing = ({ taken }: ShownExchange, person: EmployeeId): boolean =>
  taken.some((seat) => seat.person === person);

export const hasRoom = ({ exchange, taken }: ShownExchange): boolean =>
  exchange.state === 'open' && taken.length < exchange.seats;

const topicLines = (topics: readonly string[], locale: Locale): readonly string[] =>
  topics.length === 0 ? [] : [exchangeTexts(locale).topicsHeading, ...topics.map((topic) => `・${topic}`)];

export function exchangesView(
  of: {
    readonly shown: readonly ShownExchange[];
    readonly person: EmployeeId;
    readonly today: Day;
    readonly mentor: boolean;
    /** Those that this person may see now. */
    readonly topicsOf: (id: ExchangeId) => readonly string[];
    /** Gives the names of those who come; null for all but HR. */
    readonly nameOf: ((id: EmployeeId) => string) | null;
    /** The one of which it is asked once more whether to cancel it. */
    readonly asking: ExchangeId | null;
    /** This month's, and to how many it goes; null for all but HR. */
    readonly tip: { readonly text: string | null; readonly mentors: number } | null;
    readonly note: string | null;
    readonly links?: ListView['links'];
  },
  locale: Locale,
): ListView {
  const t = exchangeTexts(locale);
  const { shown, mentor, nameOf, note } = of;
  const isHr = nameOf !== null;
  const mayLook = mentor || isHr;
  const notes = [note ?? '', mayLook ? t.text : t.notMentorText, mayLook && shown.length === 0 ? t.none : ''];
  return listView(
    {
      heading: mayLook ? t.heading : t.notMentor,
      notes,
      items: mayLook ? [...shown.slice(0, MOST_SHOWN).map((one) => itemOf(one)), ...tipItems()] : [],
      dialogs: isHr
        ? [opener(t.make, 'exchangeMake'), ...(of.tip?.text == null ? [opener(t.tip, 'exchangeTip')] : [])]
        : [],
      buttons: [
        ...(mentor ? [button(t.backToOwn, 'mine')] : []),
        ...(isHr ? [button(t.backToPairs, 'list', { page: 0 })] : []),
      ],
      links: of.links ?? [],
    },
    locale,
  );

  function tipItems(): readonly ItemView[] {
    if (of.tip?.text == null) return [];
    const { text, mentors } = of.tip;
    return [
      item({
        title: t.tipTitle(monthOf(of.today, locale)),
        lines: [...text.split('\n'), t.tipTo(mentors)],
        dialogs: [opener(t.tipEdit, 'exchangeTip')],
      }),
    ];
  }

  function itemOf(one: ShownExchange): ItemView {
    const { exchange, taken } = one;
    const data = { exchange: exchange.id };
    const going = isGoing(one, of.person);
    const isOpen = exchange.state === 'open' && exchange.on > of.today;
    const [title = '', ...lines] = exchangeLines(one, locale);
    const names =
      nameOf === null
        ? ''
        : taken
            .slice(0, MOST_NAMES)
            .map(({ person }) => nameOf(person))
            .join('、');
    const isAsked = of.asking === exchange.id && isHr && isOpen;
    return item({
      title,
      state: stateOf(one, going),
      lines: [
        ...lines,
        ...topicLines(of.topicsOf(exchange.id), locale),
        names === '' ? '' : t.names(names),
        isAsked ? t.askCancel : '',
      ],
      dialogs: [
        ...(isOpen && going ? [opener(t.topic, 'exchangeTopic', data)] : []),
        ...(isOpen && isHr ? [opener(t.edit, 'exchangeEdit', data)] : []),
      ],
      buttons: !isOpen
        ? []
        : going
          ? [button(t.file, 'exchangeFile', data), button(t.leave, 'exchangeLeave', data)]
          : mentor && hasRoom(one)
            ? [button(t.join, 'exchangeJoin', data, 'positive')]
            : [],
      more:
        !isOpen || !isHr
          ? []
          : isAsked
            ? [
                button(t.yesCancel, 'exchangeCancel', { ...data, sure: 1 }, 'destructive'),
                button(t.keep, 'exchangeList'),
              ]
            : [button(t.cancel, 'exchangeCancel', { ...data, sure: 0 })],
    });
  }

  function stateOf(one: ShownExchange, going: boolean) {
    if (one.exchange.state === 'cancelled') return { text: t.cancelled, colour: 'attention' as const };
    if (going) return { text: t.going, colour: 'good' as const };
    return hasRoom(one)
      ? { text: t.open, colour: 'accent' as const }
      : { text: t.full, colour: 'warning' as const };
  }
}
