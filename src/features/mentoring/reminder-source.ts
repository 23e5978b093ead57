import { dayOf } from '../../core/calendar/day';
import { formatShort, formatWareki } from '../../core/calendar/wareki';
import { type EmployeeId, pairId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import { isHr, type Person } from '../directory';
import {
  type DueReminder,
  type ItemOutcome,
  type OpenThing,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
} from '../reminders';
import { hasEnded, type Own, ownPair } from './access';
import type { CheckIn } from './check-in';
import { checkInsByPair, checkInsOf } from './check-in-store';
import { importTexts } from './import-texts';
import { type MentoringNeeds, noteChange, peopleOn } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';
import { otherSide, type Pair, periodsOfPair, type Side } from './pair';
import type { PairFlow } from './pair-flow';
import { allPairs, livePairs, settleNews } from './pair-store';
import { pairTexts } from './pair-texts';
import { statusText, titleOf } from './pair-views';
import { lastDayOf, type Period, periodStep, type Step } from './periods';
import { periodFrom, periodNow } from './writable';

const NAME = 'mentoring';
const NEWS = 'changes';
const MOST_NEWS = 3;
const SIDES = ['mentee', 'mentor'] as const satisfies readonly Side[];
/** That somebody has a new mentor is news for so long, in days. */
const NEW_FOR_DAYS = 14;

const NOTHING: ItemOutcome = { notice: null, messages: [] };
const plain = { links: [], dialogs: [], choices: [], mayBeMuted: false } as const;

/**
 * What mentoring reminds of. Things: `pair:<id>`, that one has a mentor or mentee; `ask:<id>:<first day>`, a check-in that
 * one's own side has not sent; `changes`, for HR, what became of pairs by itself.
 */
export function createMentoringSource(
  needs: MentoringNeeds,
  flow: Pick<PairFlow, 'message'>,
  answerOwn: (scene: Parameters<ReminderSource['act']>[0]) => Promise<ItemOutcome['messages'][number]>,
): ReminderSource {
  const { store, calendar } = needs;

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const today = dayOf(now);
    const pairs = await livePairs(reader);
    const checkIns = await checkInsByPair(
      reader,
      pairs.map(({ id }) => id),
    );
    const own = pairs
      .filter(({ status }) => status.kind === 'active')
      .flatMap((pair) => [
        ...newsOfPair(pair, now),
        ...(pair.from > today ? [] : asksOf(pair, checkIns.get(pair.id) ?? [], now)),
      ]);
    return [...own, ...(await newsForHr(reader, now))];
  }

  const newsOfPair = (pair: Pair, now: Date): readonly DueReminder[] =>
    SIDES.flatMap((side): readonly DueReminder[] =>
      isNew(pair, now)
        ? [
            {
              recipient: pair[side],
              thing: thingKey.parse(`${NAME}:pair:${pair.id}`),
              step: 'made',
              urgency: 'normal',
              dueOn: null,
            },
          ]
        : [],
    );

  /** Of the period of today, and of the one before as long as it is taken. */
  function asksOf(pair: Pair, checkIns: readonly CheckIn[], now: Date): readonly DueReminder[] {
    const today = dayOf(now);
    const current = periodNow(pair, checkIns, today);
    const before = periodsOfPair(pair).find(
      (period) => period.to < today && period.from !== current?.from && today <= lastDayOf(period),
    );
    return [before ?? null, current].flatMap((period) =>
      period === null
        ? []
        : SIDES.flatMap((side): readonly DueReminder[] => {
            const step = stepOf(period, side, checkIns, now);
            if (step === null) return [];
            return [
              {
                recipient: pair[side],
                thing: thingKey.parse(`${NAME}:ask:${pair.id}:${period.from}`),
                step,
                // Looking back troubles nobody with a message of its own.
                urgency: step === 'missed' ? 'low' : 'normal',
                dueOn: lastDayOf(period),
              },
            ];
          }),
    );
  }

  function stepOf(period: Period, side: Side, checkIns: readonly CheckIn[], now: Date): Step | null {
    const first = checkIns.find((one) => one.period.from === period.from && one.number === 1);
    return (first?.submitted[side] ?? null) === null ? periodStep(period, dayOf(now), calendar()) : null;
  }

  async function newsForHr(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const news = await newsOf(reader);
    const [latest] = news;
    if (latest === undefined) return [];
    const { all } = await peopleOn(needs, reader, dayOf(now));
    return all.filter(isHr).map(({ id }) => ({
      recipient: id,
      thing: thingKey.parse(`${NAME}:${NEWS}`),
      step: `until-${latest.changedAt.getTime()}`,
      urgency: 'normal',
      dueOn: null,
    }));
  }

  /** The latest first. */
  const newsOf = async (reader: Reader): Promise<readonly Pair[]> =>
    (await allPairs(reader))
      .filter(({ isNews }) => isNews)
      .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());

  async function newsItem(
    reader: Reader,
    person: Person,
    now: Date,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    if (!isHr(person)) return null;
    const t = pairTexts(locale);
    const news = await newsOf(reader);
    const [latest] = news;
    if (latest === undefined)
      return {
        ...plain,
        title: t.heading,
        lines: [],
        badge: { text: t.newsDone, colour: 'good' },
        open: false,
        mayBeSnoozed: false,
      };
    const people = await peopleOn(needs, reader, dayOf(now));
    return {
      ...plain,
      title: t.newsTitle(news.length),
      lines: [
        ...news
          .slice(0, MOST_NEWS)
          .map((pair) => t.newsLine(titleOf(pair, people, locale), statusText(pair.status, locale))),
        ...(news.length > MOST_NEWS ? [importTexts(locale).moreLines(news.length - MOST_NEWS)] : []),
      ],
      badge: { text: t.newsBadge, colour: 'warning' },
      open: true,
      choices: [
        // Names what was seen: what changed since then is not confirmed by an old card.
        { label: t.newsKnown, choice: `known.${latest.changedAt.getTime()}`, primary: true },
        { label: t.newsList, choice: 'list', primary: false },
      ],
      mayBeSnoozed: true,
    };
  }

  function pairItem({ pair, side, other, otherName }: Own, locale: Locale): ReminderItem {
    const t = mentoringTexts(locale);
    const about = other === null ? '' : [other.section, other.position].filter(Boolean).join('　');
    return {
      ...plain,
      title: t.newTitle[side](otherName),
      lines: t.newLines[side](about, formatWareki(pair.until)).split('\n'),
      badge: { text: t.newBadge, colour: 'accent' },
      open: pair.status.kind !== 'ended',
      choices: [{ label: t.newSee, choice: 'mine', primary: false }],
      mayBeSnoozed: true,
    };
  }

  async function askItem(
    reader: Reader,
    own: Own,
    from: string,
    now: Date,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const t = mentoringTexts(locale);
    const { pair, side, otherName } = own;
    const checkIns = await checkInsOf(reader, pair.id);
    const begins = periodsOfPair(pair).find((one) => one.from === from)?.from;
    const stored = checkIns.find(({ period }) => period.from === from)?.period.from;
    const first = begins ?? stored;
    const period = first === undefined ? null : periodFrom(pair, checkIns, first);
    if (period === null) return null;
    const checkIn = checkIns.find((one) => one.period.from === period.from && one.number === 1);
    const hasSent = (checkIn?.submitted[side] ?? null) !== null;
    const otherSent = (checkIn?.submitted[otherSide(side)] ?? null) !== null;
    const step = stepOf(period, side, checkIns, now);
    const open = !hasSent && !hasEnded(own) && dayOf(now) <= lastDayOf(period);
    const title = t.asked[side](otherName);
    const isLate = dayOf(now) > period.to;
    const until = formatShort(isLate ? lastDayOf(period) : period.to);
    const data = { verb: 'mentoring.write', pair: pair.id, from: period.from, number: 1 };
    const read = { label: t.read, data: { verb: 'mentoring.records', pair: pair.id, page: 0 } };
    return {
      ...plain,
      title,
      lines: open
        ? [
            t.askedLines[side][step ?? 'opening'],
            ...(otherSent ? [t.askedOther(otherName)] : []),
            t.askedTwoTaps(until),
          ]
        : [],
      badge: hasSent ? { text: t.askedDone, colour: 'good' } : { text: t.askedWaiting, colour: 'default' },
      open,
      dialogs: open ? [{ label: t.record, data }] : hasSent ? [read] : [],
      mayBeSnoozed: true,
    };
  }

  return {
    name: NAME,
    due,
    async item(reader, person, thing, now, locale) {
      const { kind, id, rest } = partsOf(thing);
      if (kind === NEWS) return newsItem(reader, person, now, locale);
      const own = await ownOf(reader, person, id, now);
      if (own === null) return null;
      if (kind === 'pair') return pairItem(own, locale);
      return kind === 'ask' ? askItem(reader, own, rest, now, locale) : null;
    },
    async openFor(reader, person, now): Promise<readonly OpenThing[]> {
      const all = await due(reader, now);
      const mine = all.filter(({ recipient, step }) => recipient === person.id && step !== 'made');
      return mine.map(({ thing, dueOn }) => ({ thing, dueOn }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const { kind, id } = partsOf(thing);
      if (kind === 'pair') {
        const own = await ownOf(store.db, scene.person, id, scene.now);
        return own === null ? NOTHING : { notice: null, messages: [await answerOwn(scene)] };
      }
      if (kind !== NEWS || !isHr(scene.person)) return NOTHING;
      if (choice === 'list') return { notice: null, messages: [await flow.message(scene)] };
      const [, at] = choice.split('.');
      const until = new Date(Number(at));
      if (Number.isNaN(until.getTime())) return NOTHING;
      await store.write(async (tx) => {
        const known = await settleNews(tx, until, { at: scene.now, actor: scene.person.id });
        if (known > 0) await noteChange(needs, tx, scene, 'mentoring', 'known', { pairs: known });
      });
      return { notice: pairTexts(scene.locale).newsDone, messages: [] };
    },
  };

  async function ownOf(
    reader: Reader,
    { id: person }: { readonly id: EmployeeId },
    id: string,
    now: Date,
  ): Promise<Own | null> {
    const known = pairId.safeParse(id);
    const who = { person: { id: person }, today: dayOf(now) };
    return known.success ? ownPair(needs, reader, who, known.data) : null;
  }
}

/** A pair made long ago is no news to whom a message reaches late. */
const isNew = ({ changedAt, from, until }: Pair, now: Date): boolean =>
  now.getTime() - changedAt.getTime() <= NEW_FOR_DAYS * 86_400_000 && dayOf(now) <= until && from <= until;

function partsOf(thing: ThingKey): { kind: string; id: string; rest: string } {
  const [, kind = '', id = '', rest = ''] = thing.split(':');
  return { kind, id, rest };
}
