import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { Day } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import type { Seen } from './progress-reader';
import { progressTexts } from './progress-texts';
import { bySections, percentOf, tallyOf } from './standing';
import type { Talk } from './talk-store';
import {
  type Bar,
  type Base,
  type Button,
  barOf,
  dueText,
  escalationText,
  figuresOf,
  type NameOf,
  sectionName,
  talkText,
} from './view-parts';

export type SectionsView = Base &
  Paging & {
    id: string;
    heading: string;
    due: string;
    figures: string;
    bar: Bar;
    hasAway: boolean;
    away: string;
    hasWarning: boolean;
    warning: string;
    rows: { name: string; figures: string; bar: Bar; section: string; hasTalk: boolean; talk: string }[];
    buttons: Button[];
  };

const ROWS_A_PAGE = 8;

/** How far a campaign is in each section, for who runs it. A tap on a section shows who of it still owes. */
export function sectionsView(
  shown: {
    readonly seen: Seen;
    readonly talks: ReadonlyMap<string, Talk>;
    readonly nameOf: NameOf;
    readonly mayPrint: boolean;
    readonly page: number;
    readonly today: Day;
    readonly calendar: BusinessCalendar;
  },
  locale: Locale,
): SectionsView {
  const t = progressTexts(locale);
  const { campaign, access, placed } = shown.seen;
  const { id } = campaign;
  const tally = tallyOf(placed);
  const { rows, page, last } = pageOf(bySections(placed), shown.page, ROWS_A_PAGE);
  const warning = escalationText(campaign, tally.owes, shown.today, shown.calendar, locale);
  const figures = figuresOf(tally, campaign, locale);
  return {
    lang: locale,
    fallback: `${campaign.title}　${figures}`,
    id,
    heading: campaign.title,
    due: dueText(campaign, shown.today, shown.calendar, locale),
    figures,
    bar: barOf(tally),
    hasAway: tally.away > 0,
    away: t.onLeave(tally.away),
    hasWarning: warning !== '',
    warning,
    rows: rows.map((row) => {
      const talk = talkText(shown.talks.get(row.section), shown.nameOf, locale);
      return {
        name: sectionName(row.section, locale),
        figures: `${t.figures(row.done, row.done + row.owes)}　${t.percent(percentOf(row))}`,
        bar: barOf(row),
        section: row.section,
        hasTalk: talk !== '',
        talk,
      };
    }),
    buttons: [
      { label: t.list, verb: 'progress.members', data: { id, filter: 'owes', section: '' } },
      { label: t.csv, verb: 'progress.csv', data: { id, filter: 'all', section: '' } },
      ...(shown.mayPrint ? [{ label: t.sheet, verb: 'progress.sheet', data: { id } }] : []),
      ...(access.recordsIn.length > 0
        ? [{ label: t.record, verb: 'progress.recording', data: { id, section: '' } }]
        : []),
      { label: t.campaign, verb: 'campaigns.show', data: { id } },
    ],
    ...pagingOf(page, last, t),
  };
}
