import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { type Day, dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { type Campaign, cardText, templateOf } from '../campaigns';
import type { ProgressNeeds } from './progress-needs';
import type { Visible } from './progress-reader';
import { progressTexts } from './progress-texts';
import { type Placed, percentOf, type SectionTally, type Standing, type Tally } from './standing';
import type { Talk } from './talk-store';
import { isEscalated } from './weekly';

export type Base = { lang: Locale; fallback: string };
export type Button = { label: string; verb: string; data: { [key: string]: string | number } };
/** Weights of a bar's two columns; a column of weight 0 is left out. */
export type Bar = { done: number; rest: number; hasDone: boolean; hasRest: boolean };

/** A choice set takes an empty value for no choice. No section bears this name. */
export const ALL_SECTIONS = 'all';

export const barOf = ({ done, owes }: Tally): Bar => ({
  done,
  rest: owes,
  hasDone: done > 0,
  hasRest: owes > 0 || done === 0,
});
/** Of nobody: an empty column with some weight. */
const NO_BAR: Bar = { done: 0, rest: 1, hasDone: false, hasRest: false };
export const noBar = (): Bar => ({ ...NO_BAR });

/** `提出済み 121／468人（26%）` */
export function figuresOf(tally: Tally, campaign: Campaign, locale: Locale): string {
  const t = progressTexts(locale);
  const all = tally.done + tally.owes;
  if (all === 0) return t.nobodyAsked;
  return t.rate(wordsOf(campaign, locale).done, t.figures(tally.done, all), percentOf(tally));
}

/** As the people who are asked know it; the campaign's own name is HR's. */
export function titleOf(campaign: Campaign, reader: 'runner' | 'section', locale: Locale): string {
  const { title } = cardText(campaign, locale);
  return reader === 'runner' || title === '' ? campaign.title : title;
}

export const readerOf = ({ access }: Visible): 'runner' | 'section' =>
  access.scope.kind === 'all' ? 'runner' : 'section';

/** What has been done of it, in the words of what is asked. */
export function wordsOf(campaign: Campaign, locale: Locale) {
  const { words } = progressTexts(locale);
  return words[templateOf(campaign).deed];
}

export function dueText(campaign: Campaign, today: Day, calendar: BusinessCalendar, locale: Locale): string {
  const t = progressTexts(locale);
  const due = shortDay(campaign.dueOn, locale);
  if (campaign.status.kind === 'ended') return `${t.due(due)}　${t.ended}`;
  if (campaign.status.kind === 'paused') return `${t.due(due)}　${t.paused}`;
  if (today > campaign.dueOn) return t.overdue(due);
  const left = calendar.openDaysBetween(today, campaign.dueOn);
  return left === 0 ? t.due(due) : t.dueLeft(due, left);
}

/** Empty as long as it does not stand on the list. */
export function escalationText(
  campaign: Campaign,
  owes: number,
  today: Day,
  calendar: BusinessCalendar,
  locale: Locale,
): string {
  if (owes === 0 || campaign.escalateAfter === null || !isEscalated(campaign, today, calendar)) return '';
  return progressTexts(locale).escalated(campaign.escalateAfter, owes);
}

/** The first names and how many more. */
export function nameList(names: readonly string[], most: number, locale: Locale): string {
  const t = progressTexts(locale);
  const shown = names.slice(0, most).join(t.and);
  return names.length > most ? t.more(shown, names.length - most) : shown;
}

export const sectionName = (section: string, locale: Locale): string =>
  section === '' ? progressTexts(locale).noSection : section;

export const topSections = (tallies: readonly SectionTally[], most: number, locale: Locale): string =>
  nameList(
    tallies
      .filter(({ owes }) => owes > 0)
      .toSorted((a, b) => b.owes - a.owes)
      .map(({ section, owes }) => progressTexts(locale).sectionCount(section, owes)),
    most,
    locale,
  );

/** Those who owe, by section, each as `市民課：仮沢 さくら、…`. */
export function namesBySection(placed: readonly Placed[], most: number, locale: Locale): readonly string[] {
  const t = progressTexts(locale);
  const owing = placed.filter(({ standing }) => standing.kind === 'owes');
  return [...Map.groupBy(owing, ({ section }) => section)].map(([section, own]) =>
    t.names(
      section,
      nameList(
        own.map(({ name }) => name),
        most,
        locale,
      ),
    ),
  );
}

export type NameOf = (employee: EmployeeId) => string;

/** How somebody stands, and for what is done also how and when. */
export function standingText(
  standing: Standing,
  campaign: Campaign,
  nameOf: NameOf,
  locale: Locale,
): { readonly text: string; readonly colour: 'default' | 'good' | 'warning' } {
  const t = progressTexts(locale);
  const words = wordsOf(campaign, locale);
  switch (standing.kind) {
    case 'owes':
      return {
        text: standing.gap === null ? words.owes : `${words.owes}　${t.gaps[standing.gap]}`,
        colour: standing.gap === null ? 'default' : 'warning',
      };
    case 'away':
      return { text: `${words.owes}　${t.away}`, colour: 'default' };
    case 'done':
      return {
        text: `${words.done}　${howDone(standing, nameOf, locale)}　${shortDay(dayOf(standing.at), locale)}`,
        colour: 'good',
      };
    default:
      return standing satisfies never;
  }
}

/** Who recorded it, and for whom (代理). */
export function howDone(
  { by, recordedBy }: Extract<Standing, { kind: 'done' }>,
  nameOf: NameOf,
  locale: Locale,
): string {
  const { by: texts } = progressTexts(locale);
  return by === 'proxy' ? texts.proxy(recordedBy === null ? '' : nameOf(recordedBy)) : texts[by];
}

export const talkText = (talk: Talk | undefined, nameOf: NameOf, locale: Locale): string =>
  talk === undefined ? '' : progressTexts(locale).talked(nameOf(talk.by), shortDay(dayOf(talk.at), locale));

/** Names by today's roster; the number alone for who is not in it. */
export async function createNames(
  { store, directory }: Pick<ProgressNeeds, 'store' | 'directory'>,
  { today }: { readonly today: Day },
): Promise<NameOf> {
  const names = new Map((await directory.everybody(store.db, today)).map(({ id, name }) => [id, name]));
  return (employee) => names.get(employee) ?? employee;
}
