import type { Locale } from '../../core/turn';
import { historyHeading } from './catalogue-phrases';
import { catalogueTexts } from './catalogue-texts';
import { courseTitle } from './course';
import type { PersonalQuery } from './personal-query';
import { byFiscalYear, type CompletedCourse, hoursOf } from './training-history';
import { type Base, type Data, pageWithin } from './view-parts';

export type HistoryView = Base & {
  heading: string;
  hasTotal: boolean;
  total: string;
  empty: boolean;
  emptyText: string;
  years: { heading: string; courses: { date: string; course: string }[] }[];
  note: string;
  query: Data;
  hasNewer: boolean;
  newerLabel: string;
  newerPage: number;
  hasOlder: boolean;
  olderLabel: string;
  olderPage: number;
  canShowAll: boolean;
  showAllLabel: string;
  askLabel: string;
  question: string;
};

const RECORDS_A_PAGE = 20;

/** `completed` is all that fits the query, newest first. */
export function historyView(
  query: PersonalQuery,
  completed: readonly CompletedCourse[],
  wanted: number,
  locale: Locale,
): HistoryView {
  const t = catalogueTexts(locale);
  const page = pageWithin(wanted, completed.length, RECORDS_A_PAGE);
  const first = page * RECORDS_A_PAGE;
  const heading = historyHeading(query, locale);
  const total = t.historyTotal(completed.length, hoursOf(completed));
  const isFiltered = query.dates !== null || query.words !== '';
  return {
    lang: locale,
    fallback: completed.length === 0 ? heading : `${heading}\n${total}`,
    heading,
    hasTotal: completed.length > 0 && !query.latest,
    total,
    empty: completed.length === 0,
    emptyText: isFiltered ? t.historyNothing : t.historyEmpty,
    years: byFiscalYear(completed.slice(first, first + RECORDS_A_PAGE)).map(
      ({ fiscalYear, completed: inYear }) => ({
        heading: t.fiscalYear(fiscalYear),
        courses: inYear.map((each) => completedFact(each, locale)),
      }),
    ),
    note: t.historyNote,
    query: { ...query },
    hasNewer: page > 0,
    newerLabel: t.newer,
    newerPage: Math.max(0, page - 1),
    hasOlder: first + RECORDS_A_PAGE < completed.length,
    olderLabel: t.older,
    olderPage: page + 1,
    canShowAll: isFiltered,
    showAllLabel: t.historyAll,
    askLabel: t.askHr,
    question: t.askAboutHistory,
  };
}

function completedFact(
  { record, course }: CompletedCourse,
  locale: Locale,
): { date: string; course: string } {
  const t = catalogueTexts(locale);
  const title = course === null ? t.historyUnknownCourse : courseTitle(course, locale);
  return { date: t.short(record.completedOn), course: title };
}
