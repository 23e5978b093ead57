import type { Locale } from '../../core/turn';
import { COURSE_ENTRIES } from '../records';
import {
  type Colour,
  droppedText,
  lineText,
  queryHeading,
  reasonText,
  shapeText,
  stateText,
  whenText,
} from './catalogue-phrases';
import { catalogueTexts } from './catalogue-texts';
import { courseTitle } from './course';
import { type CourseQuery, compact } from './course-query';
import { type CourseSearch, type FoundCourse, leading } from './course-search';
import type { Recommendation } from './courses-for-me';
import { type Base, type Data, LONGEST_FALLBACK, type Origin, pageWithin } from './view-parts';

type CourseItem = {
  id: string;
  title: string;
  hasWhen: boolean;
  when: string;
  state: string;
  colour: Colour;
  hasReasons: boolean;
  reasons: string;
  shape: string;
};

/** A page of courses: those found, or those recommended with the reasons. */
export type CoursesView = Base & {
  heading: string;
  hasCount: boolean;
  count: string;
  hasNote: boolean;
  note: string;
  items: CourseItem[];
  hasSample: boolean;
  sample: string;
  pageVerb: 'catalogue.list' | 'catalogue.recommend';
  query: Data;
  back: Data;
  hasPrevious: boolean;
  previousLabel: string;
  previousPage: number;
  hasNext: boolean;
  nextLabel: string;
  nextPage: number;
  canShowAll: boolean;
  showAllLabel: string;
  askLabel: string;
  question: string;
};

export const COURSES_A_PAGE = 6;

export function coursesView(
  query: CourseQuery,
  search: CourseSearch,
  wanted: number,
  locale: Locale,
): CoursesView {
  const t = catalogueTexts(locale);
  const nothing = query.words === '' ? t.nothing : t.nothingOn(query.words);
  return pageOfCourses({
    heading: queryHeading(query, locale),
    note: search.found.length === 0 ? nothing : droppedText(query, search, locale),
    courses: search.found.map((found) => ({ found, reasons: '' })),
    origin: { verb: 'catalogue.list', query, page: wanted },
    locale,
  });
}

export function recommendationsView(
  query: CourseQuery,
  search: Pick<CourseSearch, 'dropped'> & { readonly found: readonly Recommendation[] },
  wanted: number,
  locale: Locale,
): CoursesView {
  const t = catalogueTexts(locale);
  const { found } = search;
  const note = found.length === 0 ? t.forMeNothing : t.forMeNote;
  return pageOfCourses({
    heading: t.forMeHeading,
    note: [droppedText(query, search, locale), note]
      .filter((text) => text !== '')
      .join(locale === 'ja' ? '' : ' '),
    courses: found.map((each) => ({
      found: each,
      reasons: each.reasons.map((reason) => reasonText(reason, locale)).join(t.join),
    })),
    origin: { verb: 'catalogue.recommend', query, page: wanted },
    locale,
  });
}

function pageOfCourses(options: {
  heading: string;
  note: string;
  courses: readonly { found: FoundCourse; reasons: string }[];
  origin: Origin;
  locale: Locale;
}): CoursesView {
  const { heading, note, courses, origin, locale } = options;
  const t = catalogueTexts(locale);
  const total = courses.length;
  const page = pageWithin(origin.page, total, COURSES_A_PAGE);
  const first = page * COURSES_A_PAGE;
  const shown = courses.slice(first, first + COURSES_A_PAGE);
  const query = compact(origin.query);
  const fallback = [
    heading,
    note,
    ...shown.map(({ found }) => `${courseTitle(found.course, locale)} ${lineText(found, locale)}`),
  ];
  return {
    lang: locale,
    fallback: fallback
      .filter((line) => line !== '')
      .join('\n')
      .slice(0, LONGEST_FALLBACK),
    heading,
    hasCount: total > 1,
    count: total > COURSES_A_PAGE ? t.page(first + 1, first + shown.length, total) : t.total(total),
    hasNote: note !== '',
    note,
    items: shown.map(({ found, reasons }) => courseItem(found, reasons, locale)),
    hasSample: shown.some(({ found }) => found.course.sample),
    sample: t.sampleBadge,
    pageVerb: origin.verb,
    query,
    back: { verb: origin.verb, query, page },
    hasPrevious: page > 0,
    previousLabel: t.previous,
    previousPage: Math.max(0, page - 1),
    hasNext: first + COURSES_A_PAGE < total,
    nextLabel: t.next,
    nextPage: page + 1,
    canShowAll: total === 0,
    showAllLabel: t.showAll,
    askLabel: t.askHr,
    question: total === 0 && origin.query.words !== '' ? t.askAbout(origin.query.words) : t.askAboutTraining,
  };
}

function courseItem(found: FoundCourse, reasons: string, locale: Locale): CourseItem {
  const t = catalogueTexts(locale);
  const { course } = found;
  const next = leading(found);
  const more = found.offerings.length > 1 ? t.aside(t.moreOfferings(found.offerings.length - 1)) : '';
  const state =
    next === null ? { text: t.noneLeft, colour: 'default' as const } : stateText(course, next, locale);
  return {
    id: course.id,
    title: courseTitle(course, locale),
    hasWhen: next !== null,
    when: next === null ? '' : whenText(next.offering, locale) + more,
    state: state.text,
    colour: state.colour,
    hasReasons: reasons !== '',
    reasons,
    shape: [shapeText(course, locale), COURSE_ENTRIES[course.entry][locale]].join(t.join),
  };
}
