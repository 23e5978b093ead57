import { addDays, partsOf } from '../../core/calendar/day';
import type { Locale } from '../../core/turn';
import { COURSE_ENTRIES, COURSE_FIELDS, COURSE_FORMATS, COURSE_KINDS, JOB_TYPES, LEVELS } from '../records';
import type { OfferingNow } from './application';
import { type CatalogueTexts, catalogueTexts } from './catalogue-texts';
import type { Course, Offering } from './course';
import type { CourseQuery, DateFilter } from './course-query';
import { type CourseSearch, type Filter, type FoundCourse, leading } from './course-search';
import type { Reason } from './courses-for-me';
import type { PersonalQuery } from './personal-query';

/** How the catalogue says things: pieces of text that the cards and the command line share. */

export type Colour = 'good' | 'attention' | 'default';

/** `12/3(木) 13:30–17:00`, `7/7(火)〜7/8(水) 9:30–16:30`; with `long` in 和暦. */
export function whenText(
  offering: Pick<Offering, 'startsOn' | 'endsOn' | 'startTime' | 'endTime'>,
  locale: Locale,
  length: 'short' | 'long' = 'short',
): string {
  const t = catalogueTexts(locale);
  const { startsOn, endsOn, startTime, endTime } = offering;
  const days = startsOn === endsOn ? t[length](startsOn) : t.span(t[length](startsOn), t.short(endsOn));
  if (startTime === null) return days;
  return `${days} ${endTime === null ? clock(startTime) : t.time(clock(startTime), clock(endTime))}`;
}

/** `09:30` as people write it. */
const clock = (time: string): string => time.replace(/^0/, '');

/** Whether one can come in, and how that looks. */
export function stateText(
  course: Course,
  now: OfferingNow,
  locale: Locale,
): { text: string; colour: Colour } {
  const t = catalogueTexts(locale);
  const { application } = now;
  if (application.state === 'begun')
    return { text: application.isOver ? t.over : t.begun, colour: 'default' };
  if (course.entry === 'nomination') return { text: t.nominated, colour: 'default' };
  switch (application.state) {
    case 'open':
      return {
        text: openText(course, application.until === null ? null : t.short(application.until), t),
        colour: 'good',
      };
    case 'before':
      return { text: t.opensOn(t.short(application.from)), colour: 'default' };
    case 'full':
      return { text: t.full, colour: 'attention' };
    case 'closed':
      return { text: t.closed, colour: 'attention' };
    default:
      return application satisfies never;
  }
}

function openText({ entry }: Course, until: string | null, t: CatalogueTexts): string {
  if (entry === 'recommendation') return until === null ? t.recommendOpen : t.recommendUntil(until);
  return until === null ? t.open : t.openUntil(until);
}

/** Format, length and way in, in short. */
export function shapeText(course: Course, locale: Locale): string {
  const t = catalogueTexts(locale);
  const hours = course.hours === null ? [] : [t.hours(course.hours)];
  return [COURSE_FORMATS[course.format][locale], ...hours].join(t.join);
}

export function kindText({ kind, field }: Course, locale: Locale): string {
  const t = catalogueTexts(locale);
  return [COURSE_KINDS[kind][locale], ...(field === null ? [] : [COURSE_FIELDS[field][locale]])].join(t.join);
}

/** `主任級・係長級、在職4年以上` */
export function audienceText(course: Course, locale: Locale): string {
  const t = catalogueTexts(locale);
  const { ageFrom, ageTo, yearsFrom, yearsTo } = course;
  const parts = [
    course.levels.map((level) => LEVELS[level][locale]).join(t.join),
    course.jobTypes.map((job) => JOB_TYPES[job][locale]).join(t.join),
    ageFrom === null && ageTo === null ? '' : t.ageRange(ageFrom, ageTo),
    yearsFrom === null && yearsTo === null ? '' : t.yearsRange(yearsFrom, yearsTo),
  ].filter((part) => part !== '');
  return parts.length === 0 ? t.everyone : parts.join(locale === 'ja' ? '、' : '; ');
}

export function reasonText(reason: Reason, locale: Locale): string {
  const t = catalogueTexts(locale);
  switch (reason.kind) {
    case 'age':
      return t[reason.to === null ? 'reasonRange' : 'reasonAge'](t.ageRange(reason.from, reason.to));
    case 'level':
      return t.reasonLevel(LEVELS[reason.level][locale]);
    case 'job':
      return t.reasonJob(JOB_TYPES[reason.jobType][locale]);
    case 'years':
      return t.reasonRange(t.yearsRange(reason.from, reason.to));
    case 'not-taken':
      return t.reasonNotTaken;
    case 'not-this-year':
      return t.reasonNotThisYear;
    case 'for-everyone':
      return t.reasonEveryone;
    default:
      return reason satisfies never;
  }
}

/** One line about a course, as the command line and a search result show it. */
export function lineText(found: FoundCourse, locale: Locale): string {
  const t = catalogueTexts(locale);
  const now = leading(found);
  if (now === null) return t.noneLeft;
  const others = found.offerings.length - 1;
  const more = others === 0 ? [] : [t.moreOfferings(others)];
  const parts = [whenText(now.offering, locale), stateText(found.course, now, locale).text, ...more];
  return parts.join(locale === 'ja' ? '　' : ' · ');
}

/** `来月・オンラインの研修` */
export function queryHeading(query: CourseQuery, locale: Locale): string {
  const t = catalogueTexts(locale);
  const { dates, audience, formats, maxHours } = query;
  const audienceLabels = [
    ...(audience?.levels ?? []).map((level) => LEVELS[level][locale]),
    ...(audience?.jobTypes ?? []).map((job) => JOB_TYPES[job][locale]),
    ...(audience?.years == null ? [] : [t.inYear(audience.years + 1)]),
    ...(audience?.ages == null ? [] : [t.ageRange(audience.ages.from, audience.ages.to)]),
  ];
  const parts = [
    dates === null ? '' : dateWish(dates, t),
    query.weekdays.length === 0 ? '' : t.weekdays(query.weekdays),
    query.timeOfDay === null ? '' : t.timesOfDay[query.timeOfDay],
    query.days === null ? '' : t.days(query.days),
    query.openOnly && dates?.of !== 'application' && dates?.of !== 'deadline' ? t.openOnly : '',
    audienceLabels.length === 0 ? '' : t[audience?.only ? 'audience' : 'openTo'](audienceLabels.join(t.join)),
    formats.length === 0 ? '' : formatWish(formats, locale),
    maxHours === null ? '' : t.untilHours(maxHours),
    query.freeOnly ? t.freeOnly : '',
    query.entries.map((entry) => COURSE_ENTRIES[entry][locale]).join(t.join),
    query.inHouse ? t.inHouse : '',
    query.place === '' ? '' : t.heldAt(query.place),
    query.order === 'fewest-seats' || query.order === 'most-seats' ? t.bySeats[query.order] : '',
    query.kinds.map((kind) => COURSE_KINDS[kind][locale]).join(t.join),
    query.words === '' ? '' : t.subject(query.words),
  ].filter((part) => part !== '');
  return parts.length === 0 ? t.allCourses : t.listHeading(parts.join(t.join));
}

function dateWish({ label, of }: DateFilter, t: CatalogueTexts): string {
  switch (of) {
    case 'event':
      return label;
    case 'deadline':
      return t.deadline(label);
    case 'application':
      return t.application(label);
    default:
      return of satisfies never;
  }
}

/** Online courses are asked for by one word, whichever way they are online. */
function formatWish(formats: CourseQuery['formats'], locale: Locale): string {
  const [only, ...others] = formats;
  if (only === undefined) return '';
  if (formats.includes('online')) return catalogueTexts(locale).online;
  return others.length === 0 || only === 'in_person'
    ? COURSE_FORMATS[only][locale]
    : formats.map((format) => COURSE_FORMATS[format][locale]).join('・');
}

/** Which wishes were given up, in one sentence each; empty when none was. */
export function droppedText(query: CourseQuery, search: CourseSearch, locale: Locale): string {
  return search.dropped
    .map((filter) => droppedWish(filter, query, search.found, locale))
    .join(locale === 'ja' ? '' : ' ');
}

function droppedWish(
  filter: Filter,
  { dates, place }: CourseQuery,
  found: readonly FoundCourse[],
  locale: Locale,
): string {
  const t = catalogueTexts(locale);
  switch (filter) {
    case 'open':
      return t.notOpenInstead;
    case 'dates':
      return dates === null ? '' : insteadOf(dates, found, t);
    case 'place':
      return place === '' ? t.without(t.wishes.place) : t.otherPlaces(place);
    case 'weekday':
    case 'timeOfDay':
    case 'days':
    case 'length':
    case 'free':
    case 'format':
    case 'entry':
    case 'kind':
    case 'audience':
      return t.without(t.wishes[filter]);
    default:
      return filter satisfies never;
  }
}

function insteadOf(dates: DateFilter, found: readonly FoundCourse[], t: CatalogueTexts): string {
  const after = addDays(dates.to, 1);
  const allLater = found.every(({ offerings }) =>
    offerings.every(({ offering }) => offering.startsOn >= after),
  );
  if (dates.of !== 'event' || !allLater) return t.upcomingInstead(dates.label);
  return t.laterInstead(dates.label, partsOf(after).dayOfMonth === 1 ? t.month(after) : t.short(after));
}

export function historyHeading({ dates, words, latest }: PersonalQuery, locale: Locale): string {
  const t = catalogueTexts(locale);
  if (latest) return t.historyLatest;
  const about = [dates?.label ?? '', words === '' ? '' : t.subject(words)].filter((part) => part !== '');
  return about.length === 0 ? t.historyHeading : t.historyOf(about.join(t.join));
}
