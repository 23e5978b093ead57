import { localised } from '../../core/texts';
import type { Locale } from '../../core/turn';
import type { OfferingNow } from './application';
import {
  audienceText,
  type Colour,
  kindText,
  lineText,
  shapeText,
  stateText,
  whenText,
} from './catalogue-phrases';
import { catalogueTexts } from './catalogue-texts';
import { type Course, courseTitle } from './course';
import { compact } from './course-query';
import type { FoundCourse } from './course-search';
import type { OwnSeat, OwnSeats } from './own-seats';
import { type Base, type Data, type Fact, LONGEST_FALLBACK, type Origin } from './view-parts';

type OfferingView = { when: string; state: string; colour: Colour };

type ButtonsView = {
  id: string;
  canApply: boolean;
  applyLabel: string;
  canWithdraw: boolean;
  withdrawLabel: string;
  enrolment: string;
  hasWhyNot: boolean;
  whyNot: string;
};

export type CourseView = Base & {
  title: string;
  kind: string;
  hasSummary: boolean;
  summary: string;
  facts: Fact[];
  datesHeading: string;
  noneLeft: boolean;
  noneLeftText: string;
  offerings: (OfferingView &
    ButtonsView & { hasTitle: boolean; title: string; details: { line: string }[] })[];
  howHeading: string;
  how: string;
  source: string;
  hasBack: boolean;
  backLabel: string;
  backVerb: string;
  backQuery: Data;
  backPage: number;
  askLabel: string;
  question: string;
};

export type SharedCourseView = Base & {
  title: string;
  kind: string;
  hasSummary: boolean;
  summary: string;
  facts: Fact[];
  offerings: OfferingView[];
  source: string;
  links: { title: string; url: string }[];
};

const OFFERINGS_SHOWN = 6;
const OFFERINGS_SHARED = 2;

/** `offerings` are those to come; `origin` is null where the card has nothing to go back to. */
export function courseView(
  found: FoundCourse,
  origin: Origin | null,
  ownSeats: OwnSeats,
  locale: Locale,
): CourseView {
  const t = catalogueTexts(locale);
  const { course } = found;
  const title = courseTitle(course, locale);
  const summary = localised(locale, course.summary, course.summaryEn);
  const offerings = found.offerings.slice(0, OFFERINGS_SHOWN);
  return {
    lang: locale,
    fallback: `${title}\n${lineText(found, locale)}`.slice(0, LONGEST_FALLBACK),
    title,
    kind: kindLine(course, locale),
    hasSummary: summary !== null,
    summary: summary ?? '',
    facts: courseFacts(course, locale),
    datesHeading: t.datesHeading,
    noneLeft: offerings.length === 0,
    noneLeftText: t.noneLeft,
    offerings: offerings.map((now) => {
      const own = ownSeats(course, now);
      return {
        ...offeringView(course, now, locale, own),
        ...buttonsView(now, own, locale),
        hasTitle: now.offering.title !== null,
        title: now.offering.title ?? '',
        details: offeringDetails(course, now, locale).map((line) => ({ line })),
      };
    }),
    howHeading: t.howHeading,
    how: t.how[course.entry],
    source: t.source(t.ids(course.initiatives)),
    hasBack: origin !== null,
    backLabel: t.back,
    backVerb: origin?.verb ?? '',
    backQuery: origin === null ? {} : compact(origin.query),
    backPage: origin?.page ?? 0,
    askLabel: t.askHr,
    question: t.askAbout(title),
  };
}

const kindLine = (course: Course, locale: Locale): string => {
  const t = catalogueTexts(locale);
  return course.sample ? kindText(course, locale) + t.aside(t.sampleBadge) : kindText(course, locale);
};

const offeringView = (
  course: Course,
  now: OfferingNow,
  locale: Locale,
  own: OwnSeat = NOTHING_OWN,
): OfferingView => {
  const { text, colour } =
    own.kind === 'applied'
      ? { text: catalogueTexts(locale).applied, colour: 'good' as const }
      : stateText(course, now, locale);
  return { when: whenText(now.offering, locale, 'long'), state: text, colour };
};
const NOTHING_OWN: OwnSeat = { kind: 'none' };

function buttonsView({ offering }: OfferingNow, own: OwnSeat, locale: Locale): ButtonsView {
  const t = catalogueTexts(locale);
  return {
    id: offering.id,
    canApply: own.kind === 'may-apply',
    applyLabel: t.apply,
    canWithdraw: own.kind === 'applied' && own.mayWithdraw,
    withdrawLabel: t.withdraw,
    enrolment: own.kind === 'applied' ? own.enrolment : '',
    hasWhyNot: own.kind === 'refused',
    whyNot: own.kind === 'refused' ? own.why : '',
  };
}

function offeringDetails(course: Course, { offering, seatsLeft }: OfferingNow, locale: Locale): string[] {
  const t = catalogueTexts(locale);
  const { place, capacity, applyFrom, applyUntil, note } = offering;
  const hasWindow = course.entry !== 'nomination' && applyFrom !== null && applyUntil !== null;
  return [
    place === null ? '' : t.place(place),
    capacity === null || seatsLeft === null ? '' : t.seats(capacity, seatsLeft),
    hasWindow ? t.window(t.short(applyFrom), t.short(applyUntil)) : '',
    note ?? '',
  ].filter((line) => line !== '');
}

function courseFacts(course: Course, locale: Locale): Fact[] {
  const t = catalogueTexts(locale);
  const { costYen, reportDueDays, provider } = course;
  return [
    { label: t.audienceLabel, value: audienceText(course, locale) },
    { label: t.formatLabel, value: shapeText(course, locale) },
    { label: t.entryLabel, value: t.entries[course.entry] },
    ...(costYen === null ? [] : [{ label: t.costLabel, value: costYen === 0 ? t.free : t.cost(costYen) }]),
    ...(reportDueDays === null ? [] : [{ label: t.reportLabel, value: t.reportDue(reportDueDays) }]),
    ...(provider === null ? [] : [{ label: t.providerLabel, value: provider }]),
  ];
}

/** Shown where others read along: nothing of the person who shares it. */
export function sharedCourseView(
  found: FoundCourse,
  botLink: string | null,
  locale: Locale,
): SharedCourseView {
  const t = catalogueTexts(locale);
  const { course } = found;
  const title = courseTitle(course, locale);
  const summary = localised(locale, course.summary, course.summaryEn);
  return {
    lang: locale,
    fallback: `${title}\n${lineText(found, locale)}`.slice(0, LONGEST_FALLBACK),
    title,
    kind: kindLine(course, locale),
    hasSummary: summary !== null,
    summary: summary ?? '',
    facts: courseFacts(course, locale).slice(0, 4),
    offerings: found.offerings.slice(0, OFFERINGS_SHARED).map((now) => offeringView(course, now, locale)),
    source: t.source(t.ids(course.initiatives)),
    links: botLink === null ? [] : [{ title: t.openBot, url: botLink }],
  };
}
