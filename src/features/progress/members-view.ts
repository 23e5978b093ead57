import { type Paging, pageOf, pagingOf } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import type { Seen } from './progress-reader';
import { progressTexts } from './progress-texts';
import { FILTERS, type Filter, fits, sectionsIn, tallyOf, within } from './standing';
import {
  ALL_SECTIONS,
  type Base,
  type Button,
  figuresOf,
  type NameOf,
  readerOf,
  sectionName,
  standingText,
  titleOf,
  wordsOf,
} from './view-parts';

export type MembersView = Base &
  Paging & {
    id: string;
    heading: string;
    count: string;
    hasFigures: boolean;
    figures: string;
    hasFilter: boolean;
    filterLabel: string;
    filter: Filter;
    filters: { title: string; value: string }[];
    hasSections: boolean;
    sectionLabel: string;
    section: string;
    sections: { title: string; value: string }[];
    hasApply: boolean;
    applyLabel: string;
    isEmpty: boolean;
    empty: string;
    rows: { who: string; hasState: boolean; state: string; colour: string }[];
    buttons: Button[];
  };

const ROWS_A_PAGE = 20;

export function filterLabel(filter: Filter, seen: Pick<Seen, 'campaign'>, locale: Locale): string {
  const t = progressTexts(locale);
  const words = wordsOf(seen.campaign, locale);
  return {
    owes: words.owes,
    done: words.done,
    away: t.away,
    unreachable: t.unreachable,
    all: t.everybody,
  }[filter];
}

/** Who of a campaign stands how; whoever sees only open ones of their section gets those, without a filter. */
export function membersView(
  shown: {
    readonly seen: Seen;
    readonly filter: Filter;
    /** Empty: all. */
    readonly section: string;
    readonly page: number;
    readonly nameOf: NameOf;
    readonly mayPrint: boolean;
  },
  locale: Locale,
): MembersView {
  const t = progressTexts(locale);
  const { campaign, access, placed } = shown.seen;
  const { id } = campaign;
  const title = titleOf(campaign, readerOf(shown.seen), locale);
  const seesAll = access.scope.kind === 'all';
  const filter = seesAll ? shown.filter : 'owes';
  const names = sectionsIn(placed);
  const section = names.includes(shown.section) ? shown.section : '';
  const own = within(placed, section);
  const fitting = own.filter((one) => fits(one, filter));
  const { rows, page, last } = pageOf(fitting, shown.page, ROWS_A_PAGE);
  const label = filterLabel(filter, shown.seen, locale);
  const counted = t.labelled(label, t.count(fitting.length));
  return {
    lang: locale,
    fallback: `${title}　${counted}`,
    id,
    heading: title,
    count: counted,
    hasFigures: seesAll,
    figures: seesAll ? figuresOf(tallyOf(own), campaign, locale) : '',
    hasFilter: seesAll,
    filterLabel: t.filterLabel,
    filter,
    filters: FILTERS.map((value) => ({ title: filterLabel(value, shown.seen, locale), value })),
    hasSections: names.length > 1,
    sectionLabel: t.sectionLabel,
    section: section === '' ? ALL_SECTIONS : section,
    sections: [
      { title: t.allSections, value: ALL_SECTIONS },
      ...names.map((name) => ({ title: name, value: name })),
    ],
    hasApply: seesAll || names.length > 1,
    applyLabel: t.apply,
    isEmpty: fitting.length === 0,
    empty: filter === 'owes' ? wordsOf(campaign, locale).none : t.emptyFilter,
    rows: rows.map((one) => {
      const { text, colour } = standingText(one.standing, campaign, shown.nameOf, locale);
      const who = `${sectionName(one.section, locale)}　${one.name}`;
      // What the whole list is called need not stand below each name.
      return { who, hasState: text !== label, state: text, colour };
    }),
    buttons: [
      ...(seesAll ? [{ label: t.csv, verb: 'progress.csv', data: { id, filter, section } }] : []),
      ...(shown.mayPrint && !seesAll && fitting.length > 0
        ? [{ label: t.sheet, verb: 'progress.sheet', data: { id } }]
        : []),
      ...(access.recordsIn.length > 0
        ? [{ label: t.record, verb: 'progress.recording', data: { id, section } }]
        : []),
      ...(seesAll ? [{ label: t.bySection, verb: 'progress.sections', data: { id } }] : []),
    ],
    ...pagingOf(page, last, t),
  };
}
