import { dayOf } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import { isHr, type Person, type Scene } from '../directory';
import { BARE_ITEM, type DueReminder, type ItemOutcome, type ReminderItem, thingKey } from '../reminders';
import { importTexts } from './import-texts';
import { type MentoringNeeds, noteChange, peopleOn } from './mentoring-needs';
import type { Pair } from './pair';
import type { PairFlow } from './pair-flow';
import { allPairs, settleNews } from './pair-store';
import { pairTexts } from './pair-texts';
import { statusText, titleOf } from './pair-views';

const MOST_NEWS = 3;
const thing = thingKey.parse('mentoring:changes');

/** What became of pairs by itself, told to everybody of HR until one of them confirms to know. */
export function createHrNews(needs: MentoringNeeds, flow: Pick<PairFlow, 'message'>) {
  const { store } = needs;

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    const news = await newsOf(reader);
    const [latest] = news;
    if (latest === undefined) return [];
    const { all } = await peopleOn(needs, reader, dayOf(now));
    return all.filter(isHr).map(({ id }) => ({
      recipient: id,
      thing,
      step: `until-${latest.changedAt.getTime()}`,
      urgency: 'normal',
      dueOn: null,
    }));
  }

  async function item(
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
        ...BARE_ITEM,
        title: t.heading,
        lines: [],
        badge: { text: t.newsDone, colour: 'good' },
        open: false,
        mayBeSnoozed: false,
      };
    const people = await peopleOn(needs, reader, dayOf(now));
    return {
      ...BARE_ITEM,
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

  async function act(scene: Scene, choice: string): Promise<ItemOutcome> {
    const nothing: ItemOutcome = { notice: null, messages: [] };
    if (!isHr(scene.person)) return nothing;
    if (choice === 'list') return { notice: null, messages: [await flow.message(scene)] };
    const [, at] = choice.split('.');
    const until = new Date(Number(at));
    if (Number.isNaN(until.getTime())) return nothing;
    await store.write(async (tx) => {
      const known = await settleNews(tx, until, { at: scene.now, actor: scene.person.id });
      if (known > 0) await noteChange(needs, tx, scene, 'mentoring', 'known', { pairs: known });
    });
    return { notice: pairTexts(scene.locale).newsDone, messages: [] };
  }

  return { due, item, act };
}

/** The latest first. */
const newsOf = async (reader: Reader): Promise<readonly Pair[]> =>
  (await allPairs(reader))
    .filter(({ isNews }) => isNews)
    .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
