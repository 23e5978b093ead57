import { pageOf } from '../../cards/paging';
import { dayOf } from '../../core/calendar/day';
import { longDay, shortDay } from '../../core/calendar/written-days';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { exchangeTexts } from './exchange-texts';
import { button, type ItemView, item, type ListView, listView, opener } from './list-view';
import type { People } from './mentoring-needs';
import type { Pair, PairStatus } from './pair';
import type { PairEvent } from './pair-store';
import { pairTexts } from './pair-texts';
import type { Standing, YearCounts } from './standing';
import type { Reasons, Suggestion } from './suggestions';

/** A pair as HR sees it. */
export interface Overseen {
  readonly pair: Pair;
  readonly standing: Standing;
  /** Open calls of the two that were meant for who looks. */
  readonly calls: number;
}

const PAIRS_A_PAGE = 5;
const SUGGESTIONS_A_PAGE = 6;
const MOST_EVENTS = 6;

export function titleOf({ mentee, mentor }: Pair, people: People, locale: Locale): string {
  const t = pairTexts(locale);
  const nameOf = (id: EmployeeId): string => people.find(id)?.name ?? t.offRoster(id);
  return t.title(nameOf(mentee), nameOf(mentor));
}

export function statusText(status: PairStatus, locale: Locale): string {
  const t = pairTexts(locale);
  return status.kind === 'active' ? t.status.active : t.statusWhy(t.status[status.kind], t.why[status.why]);
}

function stateOf({ pair }: Overseen, locale: Locale): NonNullable<Parameters<typeof item>[0]['state']> {
  const colour = { active: 'good', suspended: 'warning', ended: 'default' } as const;
  const sample = pair.sample ? `　${pairTexts(locale).sample}` : '';
  return { text: statusText(pair.status, locale) + sample, colour: colour[pair.status.kind] };
}

function linesOf({ pair, standing, calls }: Overseen, people: People, locale: Locale): readonly string[] {
  const t = pairTexts(locale);
  const section = people.find(pair.mentee)?.section ?? pair.sections.mentee;
  const { current } = standing;
  const now =
    current === null
      ? pair.status.kind === 'ended'
        ? ''
        : t.now.none(shortDay(pair.from, locale))
      : current.heldOn === null
        ? t.now.open(shortDay(current.period.to, locale))
        : t.now.done(shortDay(current.heldOn, locale));
  return [
    t.about(section, shortDay(pair.from, locale), longDay(pair.until, locale)),
    t.held(standing.held.length, standing.late.length),
    now,
    calls > 0 ? t.callsForYou(calls) : '',
  ];
}

function turnPages(verb: 'list' | 'suggest', page: number, last: number, locale: Locale) {
  const t = pairTexts(locale);
  return [
    ...(page < last ? [button(t.next, verb, { page: page + 1 })] : []),
    ...(page > 0 ? [button(t.previous, verb, { page: page - 1 })] : []),
  ];
}

export function overviewView(
  of: {
    readonly overseen: readonly Overseen[];
    readonly years: readonly YearCounts[];
    readonly page: number;
    readonly said: string | null;
  },
  people: People,
  locale: Locale,
): ListView {
  const t = pairTexts(locale);
  const { overseen, years, page, said } = of;
  const { rows: shown, page: at, last } = pageOf(overseen, page, PAIRS_A_PAGE);
  return listView(
    {
      heading: t.heading,
      notes: [said ?? '', overseen.length === 0 ? t.empty : '', ...years.map((year) => t.counts(year))],
      items: shown.map((one) =>
        item({
          title: titleOf(one.pair, people, locale),
          state: stateOf(one, locale),
          lines: linesOf(one, people, locale),
          buttons: [button(t.details, 'show', { pair: one.pair.id })],
        }),
      ),
      hint: t.privacy,
      dialogs: [opener(t.newPair, 'newPair')],
      buttons: [
        button(t.suggest, 'suggest', { page: 0 }),
        button(t.export, 'export'),
        // Six in a row at most: with two to turn pages there is room for no more.
        ...(at === 0
          ? [button(t.import, 'import'), button(exchangeTexts(locale).heading, 'exchangeList')]
          : []),
        ...turnPages('list', at, last, locale),
      ],
    },
    locale,
  );
}

const actorText = (actor: string, people: People, locale: Locale): string => {
  const t = pairTexts(locale);
  if (actor === 'system') return t.system;
  return actor === 'import' ? t.importer : (people.all.find(({ id }) => id === actor)?.name ?? actor);
};

/** One pair with its history, and what HR can do about it. */
export function pairView(
  one: Overseen,
  events: readonly PairEvent[],
  people: People,
  said: string | null,
  locale: Locale,
): ListView {
  const t = pairTexts(locale);
  const { pair } = one;
  const id = { pair: pair.id };
  const history = events
    .slice(-MOST_EVENTS)
    .map(({ at, what, actor }) =>
      t.eventLine(shortDay(dayOf(at), locale), t.event[what] ?? what, actorText(actor, people, locale)),
    );
  const { status } = pair;
  const decide =
    status.kind === 'active'
      ? [button(t.suspend, 'suspend', id)]
      : status.kind === 'suspended' && status.why === 'moved'
        ? [button(t.keep, 'keep', id, 'positive')]
        : status.kind === 'suspended' && status.why === 'by-hr'
          ? [button(t.resume, 'keep', id, 'positive')]
          : [];
  const isLive = status.kind !== 'ended';
  return listView(
    {
      heading: titleOf(pair, people, locale),
      notes: [said ?? ''],
      items: [
        item({
          title: stateOf(one, locale).text,
          lines: [...linesOf(one, people, locale), t.paceLine(t.pace[pair.early])],
        }),
        item({ title: t.historyHeading, lines: history }),
      ],
      hint: t.privacy,
      dialogs: isLive ? [opener(t.change, 'changePair', id)] : [],
      buttons: [
        ...decide,
        ...(isLive ? [button(t.askEnd, 'askEnd', id)] : []),
        button(t.back, 'list', { page: 0 }),
      ],
    },
    locale,
  );
}

export function askEndView(pair: Pair, people: People, locale: Locale): ListView {
  const t = pairTexts(locale);
  const id = { pair: pair.id };
  return listView(
    {
      heading: t.endHeading,
      notes: [titleOf(pair, people, locale), t.endText],
      buttons: [button(t.endYes, 'end', id, 'destructive'), button(t.endNo, 'show', id)],
    },
    locale,
  );
}

export function reasonText(reasons: Reasons, locale: Locale): string {
  const t = pairTexts(locale).reason;
  const join = locale === 'ja' ? '・' : ', ';
  return [
    t.year(reasons.section, reasons.year),
    ...(reasons.sameJobType ? [t.sameJobType] : []),
    ...(reasons.named ? [t.named] : []),
    ...(reasons.mentees > 1 ? [t.second] : []),
  ].join(join);
}

/** What a button that accepts several carries: `mentee:mentor` each. */
export const pairsShown = (
  suggestions: readonly Pick<Suggestion, 'mentee' | 'mentor'>[],
): readonly string[] => suggestions.map(({ mentee, mentor }) => `${mentee.id}:${mentor.id}`);

export function suggestView(
  given: {
    readonly suggestions: readonly Suggestion[];
    readonly nobodyFor: readonly { readonly name: string }[];
  },
  page: number,
  said: readonly string[],
  locale: Locale,
): ListView {
  const t = pairTexts(locale);
  const { suggestions, nobodyFor } = given;
  const { rows: shown, page: at, last } = pageOf(suggestions, page, SUGGESTIONS_A_PAGE);
  const rows: readonly ItemView[] = shown.map(({ mentee, mentor, reasons }) =>
    item({
      title: t.title(mentee.name, mentor.name),
      lines: [t.because(reasonText(reasons, locale))],
      buttons: [button(t.accept, 'accept', { pairs: [`${mentee.id}:${mentor.id}`], page }, 'positive')],
      dialogs: [opener(t.other, 'pickMentor', { mentee: mentee.id })],
    }),
  );
  return listView(
    {
      heading: t.suggestHeading,
      notes: [...said, suggestions.length === 0 && nobodyFor.length === 0 ? t.suggestEmpty : t.suggestNote],
      items: rows,
      hint: nobodyFor.length === 0 ? '' : t.nobody(nobodyFor.map(({ name }) => name).join('、')),
      buttons: [
        ...(shown.length > 1
          ? [button(t.acceptAll(shown.length), 'accept', { pairs: pairsShown(shown), page })]
          : []),
        ...turnPages('suggest', at, last, locale),
        button(t.back, 'list', { page: 0 }),
      ],
    },
    locale,
  );
}
