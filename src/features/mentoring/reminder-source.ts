import { addDays, dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import { pairId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person } from '../directory';
import {
  BARE_ITEM,
  type DueReminder,
  type ItemOutcome,
  NOTHING_SAID,
  type OpenThing,
  partsOf,
  type ReminderItem,
  type ReminderSource,
  thingKey,
} from '../reminders';
import { type Own, otherNameOf, ownPair } from './access';
import type { CheckIn } from './check-in';
import { checkInsByPair, checkInsOf } from './check-in-store';
import { createHrNews } from './hr-news';
import { type MentoringNeeds, peopleOn } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';
import { otherSide, type Pair, periodsOfPair, type Side, sideOf } from './pair';
import type { PairFlow } from './pair-flow';
import { endedPairItem, newPairItem, newsOfPair, SIDES } from './pair-news';
import { allPairs, findPair } from './pair-store';
import { lastDayOf, type Period, periodStep, type Step } from './periods';
import { newsOfSharing, sharedItem } from './shared-news';
import { mayWrite, periodFrom, periodNow } from './writable';

const NAME = 'mentoring';
const LATE_DAYS = 7;
/** Steps that tell something and ask for nothing. */
const NEWS: ReadonlySet<string> = new Set(['made', 'ended', 'shared']);

/**
 * What mentoring reminds of. Things: `pair:<id>`, that one has a mentor or mentee; `end:<id>`, that one has none any more;
 * `ask:<id>:<first day>`, a check-in that one's own side has not sent; `shared:<id>:<first day>.<number>`, that both have; `changes`, for HR, what became of pairs by itself.
 */
export function createMentoringSource(
  needs: MentoringNeeds,
  flow: Pick<PairFlow, 'message'>,
  answerOwn: (scene: Parameters<ReminderSource['act']>[0]) => Promise<ItemOutcome['messages'][number]>,
): ReminderSource {
  const { store, calendar } = needs;
  const hrNews = createHrNews(needs, flow);

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const today = dayOf(now);
    const pairs = await allPairs(reader);
    // The last period is still taken for some days after a regular end.
    const asked = pairs.filter(
      ({ status, from }) =>
        from <= today &&
        (status.kind === 'active' ||
          (status.kind === 'ended' && status.why === 'completed' && today <= addDays(status.on, LATE_DAYS))),
    );
    const checkIns = await checkInsByPair(
      reader,
      asked.map(({ id }) => id),
    );
    return [
      ...pairs.flatMap((pair) => newsOfPair(pair, now)),
      ...asked.flatMap((pair) => {
        const own = checkIns.get(pair.id) ?? [];
        return [...asksOf(pair, own, now), ...newsOfSharing(pair, own, now)];
      }),
      ...(await hrNews.due(reader, now)),
    ];
  }

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

  async function askItem(
    reader: Reader,
    own: Own,
    from: string,
    now: Date,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const t = mentoringTexts(locale);
    const { pair, side } = own;
    const otherName = otherNameOf(own, locale);
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
    const submitted = checkIn?.submitted ?? { mentee: null, mentor: null };
    const open = !hasSent && mayWrite(pair, side, { period, submitted }, dayOf(now));
    const title = t.asked[side](otherName);
    const isLate = dayOf(now) > period.to;
    const until = shortDay(isLate ? lastDayOf(period) : period.to, locale);
    const data = { verb: 'mentoring.write', pair: pair.id, from: period.from, number: 1 };
    const read = { label: t.read, data: { verb: 'mentoring.records', pair: pair.id, page: 0 } };
    return {
      ...BARE_ITEM,
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

  /** Looked up without the right to read: a former mentor has none, and is told that much. */
  async function endItem(
    reader: Reader,
    { id }: Person,
    pairKey: string,
    now: Date,
    locale: Locale,
  ): Promise<ReminderItem | null> {
    const known = pairId.safeParse(pairKey);
    const pair = known.success ? await findPair(reader, known.data) : null;
    const side = pair === null ? null : sideOf(pair, id);
    if (pair === null || side === null) return null;
    const other = (await peopleOn(needs, reader, dayOf(now))).find(pair[otherSide(side)]);
    return endedPairItem(pair, side, other?.name ?? null, locale);
  }

  return {
    name: NAME,
    due,
    async item(reader, { person, thing, now, locale }) {
      const [kind, id = '', rest = ''] = partsOf(thing);
      if (kind === 'changes') return hrNews.item(reader, person, now, locale);
      if (kind === 'end') return endItem(reader, person, id, now, locale);
      const own = await ownOf(reader, person, id, now);
      if (own === null) return null;
      if (kind === 'pair') return newPairItem(own, locale);
      if (kind === 'shared') return sharedItem(own, await checkInsOf(reader, own.pair.id), rest, locale);
      return kind === 'ask' ? askItem(reader, own, rest, now, locale) : null;
    },
    async openFor(reader, person, now): Promise<readonly OpenThing[]> {
      const all = await due(reader, now);
      const mine = all.filter(({ recipient, step }) => recipient === person.id && !NEWS.has(step));
      return mine.map(({ thing, dueOn }) => ({ thing, dueOn }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const [kind, id = ''] = partsOf(thing);
      if (kind === 'changes') return hrNews.act(scene, choice);
      if (kind !== 'pair') return NOTHING_SAID;
      const own = await ownOf(store.db, scene.person, id, scene.now);
      return own === null ? NOTHING_SAID : { notice: null, messages: [await answerOwn(scene)] };
    },
  };

  async function ownOf(
    reader: Reader,
    { id: person }: Pick<Person, 'id'>,
    id: string,
    now: Date,
  ): Promise<Own | null> {
    const known = pairId.safeParse(id);
    const who = { person: { id: person }, today: dayOf(now) };
    return known.success ? ownPair(needs, reader, who, known.data) : null;
  }
}
