import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { Day } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import type { Purpose } from './progress-actions';
import type { Seen } from './progress-reader';
import { progressTexts } from './progress-texts';
import { percentOf, sectionsIn, tallyOf } from './standing';
import {
  type Bar,
  type Base,
  type Button,
  barOf,
  dueText,
  escalationText,
  figuresOf,
  namesBySection,
  noBar,
  titleOf,
  wordsOf,
} from './view-parts';

export type OverviewView = Base &
  Paging & {
    purpose: Purpose;
    heading: string;
    hasNote: boolean;
    note: string;
    rows: {
      title: string;
      due: string;
      figures: string;
      colour: string;
      hasBar: boolean;
      bar: Bar;
      lines: { text: string }[];
      warning: string;
      hasWarning: boolean;
      buttons: Button[];
    }[];
  };

/** A campaign and what its viewer can do with it here. */
export interface OverviewRow {
  readonly seen: Seen;
  readonly mayTalk: boolean;
  /** What was said to the section this week, as people read it; empty: nothing. */
  readonly talked: string;
  readonly mayUntalk: boolean;
}

const ROWS_A_PAGE = 4;
const MOST_NAMES = 8;
const MOST_SECTIONS = 3;

/** The campaigns that run, each with how far it is: figures for who runs it, names for a section. */
export function overviewView(
  shown: {
    readonly rows: readonly OverviewRow[];
    readonly purpose: Purpose;
    readonly page: number;
    readonly note: string | null;
    readonly today: Day;
    readonly calendar: BusinessCalendar;
  },
  locale: Locale,
): OverviewView {
  const t = progressTexts(locale);
  const { purpose, note } = shown;
  const heading = {
    progress: t.overviewHeading,
    section: t.sectionHeading,
    record: t.recordHeading,
    csv: t.csvHeading,
  }[purpose];
  const { rows, page, last } = pageOf(shown.rows, shown.page, ROWS_A_PAGE);
  return {
    lang: locale,
    fallback: heading,
    purpose,
    heading,
    hasNote: note !== null,
    note: note ?? '',
    rows: rows.map((row) => rowView(row, { ...shown, page }, locale)),
    ...pagingOf(page, last, t),
  };
}

interface Around {
  readonly purpose: Purpose;
  readonly page: number;
  readonly today: Day;
  readonly calendar: BusinessCalendar;
}

function rowView(row: OverviewRow, around: Around, locale: Locale): OverviewView['rows'][number] {
  const { campaign, access, placed } = row.seen;
  const { purpose, today, calendar } = around;
  const t = progressTexts(locale);
  const words = wordsOf(campaign, locale);
  const tally = tallyOf(placed);
  const showsAll = access.scope.kind === 'all' && purpose !== 'section';
  const warning = escalationText(campaign, tally.owes, today, calendar, locale);
  const open = tally.owes === 0 ? words.none : t.labelled(words.owes, t.count(tally.owes));
  const names = purpose === 'section' ? namesBySection(placed, MOST_NAMES, locale) : [];
  return {
    title: titleOf(campaign, showsAll ? 'runner' : 'section', locale),
    due: dueText(campaign, today, calendar, locale),
    figures: showsAll ? figuresOf(tally, campaign, locale) : open,
    colour: tally.owes === 0 || (showsAll && percentOf(tally) === 100) ? 'good' : 'default',
    hasBar: showsAll,
    bar: showsAll ? barOf(tally) : noBar(),
    lines: [...names.slice(0, MOST_SECTIONS), ...(row.talked === '' ? [] : [row.talked])].map((text) => ({
      text,
    })),
    warning,
    hasWarning: warning !== '',
    buttons: buttonsOf(row, around, tally.owes, locale),
  };
}

function buttonsOf(
  { seen: { campaign, access, placed }, mayTalk, mayUntalk }: OverviewRow,
  { purpose, page }: Around,
  owes: number,
  locale: Locale,
): Button[] {
  const t = progressTexts(locale);
  const { id } = campaign;
  const [only = '', ...others] = purpose === 'section' ? sectionsIn(placed) : [];
  const section = others.length === 0 ? only : '';
  const list = { label: t.list, verb: 'progress.members', data: { id, filter: 'owes', section } };
  const record = { label: t.record, verb: 'progress.recording', data: { id, section } };
  switch (purpose) {
    case 'progress':
      return [{ label: t.bySection, verb: 'progress.sections', data: { id } }, list];
    case 'csv':
      return [{ label: t.csv, verb: 'progress.csv', data: { id, filter: 'owes', section: '' } }];
    case 'record':
      return [record];
    case 'section':
      return [
        ...(mayTalk ? [{ label: t.talk, verb: 'progress.talk', data: { id, purpose, page } }] : []),
        ...(mayUntalk ? [{ label: t.untalk, verb: 'progress.untalk', data: { id, purpose, page } }] : []),
        ...(owes > 0 ? [list] : []),
        ...(access.recordsIn.length > 0 ? [record] : []),
      ];
    default:
      return purpose satisfies never;
  }
}
