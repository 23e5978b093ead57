import type { ViewValue } from '../../cards/define-card';
import { type Day, dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { audienceText, courseTitle, whenText } from '../catalogue';
import { COURSE_FORMATS, type Course, type Offering } from '../records';
import type { Schedule } from './enrolment';
import type { EnrolmentAction } from './enrolment-actions';
import { canWithdraw, isLate, type Refusal, type Warning } from './enrolment-checks';
import { type EnrolmentTexts, enrolmentTexts } from './enrolment-texts';
import { isSeated, type Placed } from './own-enrolments';

export type Colour = 'default' | 'good' | 'warning' | 'attention';
export type ButtonView = {
  label: string;
  verb: EnrolmentAction['verb'] | 'catalogue.course' | 'catalogue.list' | 'catalogue.recommend';
  style: 'default' | 'positive' | 'destructive';
  data: { [key: string]: ViewValue };
};
export type ItemView = {
  title: string;
  hasState: boolean;
  state: string;
  colour: Colour;
  lines: { line: string }[];
  hasButtons: boolean;
  buttons: ButtonView[];
};
type Base = { lang: Locale; fallback: string };

/** One offering: to confirm, applied for, to withdraw from, refused. */
export type SeatView = Base & {
  heading: string;
  colour: Colour;
  hasTitle: boolean;
  title: string;
  facts: { label: string; value: string }[];
  warnings: { line: string }[];
  notes: { line: string }[];
  hasOthers: boolean;
  othersHeading: string;
  items: ItemView[];
  buttons: ButtonView[];
  links: { label: string; url: string }[];
  asks: { label: string; question: string }[];
};

/** Several offerings: one's own, or to choose from. */
export type ListView = Base & {
  heading: string;
  hasNote: boolean;
  note: string;
  items: ItemView[];
  hasHint: boolean;
  hint: string;
  buttons: ButtonView[];
};

export const button = (
  label: string,
  verb: ButtonView['verb'],
  data: ButtonView['data'] = {},
  style: ButtonView['style'] = 'default',
): ButtonView => ({ label, verb, style, data });

export const isAddress = (place: string | null): place is string =>
  place !== null && /^https:\/\/\S+$/.test(place);

/** `契約事務の基礎（第1回）` */
export function titleOf(course: Course | null, round: string | null, when: Schedule, locale: Locale): string {
  const title = course === null ? when.course : courseTitle(course, locale);
  if (round === null) return title;
  return locale === 'ja' ? `${title}（${round}）` : `${title} (${round})`;
}

export const titleOfPlaced = ({ course, when }: Placed, locale: Locale): string =>
  titleOf(course, when.title, when, locale);

/** When, as the catalogue writes it. */
export const whenOf = (when: Schedule, locale: Locale, length: 'short' | 'long' = 'short'): string =>
  whenText(when, locale, length);

export function factsOf(when: Schedule, course: Course | null, locale: Locale): SeatView['facts'] {
  const t = enrolmentTexts(locale);
  return [
    { label: t.dateLabel, value: whenOf(when, locale, 'long') },
    { label: t.placeLabel, value: when.place ?? t.placeOpen },
    ...(course === null ? [] : [{ label: t.formatLabel, value: COURSE_FORMATS[course.format][locale] }]),
  ];
}

export function warningText(warning: Warning, locale: Locale): string {
  const t = enrolmentTexts(locale);
  switch (warning.kind) {
    case 'same-day':
      return t.sameDay(warning.with);
    case 'same-course':
      return t.sameCourse(shortDay(warning.on, locale));
    case 'needs-recommendation':
      return t.recommendNote;
    default:
      return warning satisfies never;
  }
}

export function refusalText(refusal: Refusal, course: Course, locale: Locale): string {
  const t = enrolmentTexts(locale);
  switch (refusal.kind) {
    case 'not-yet':
      return t.notYet(shortDay(refusal.from, locale));
    case 'closed':
      return refusal.until === null ? t.closedNoDay : t.closed(shortDay(refusal.until, locale));
    case 'begun':
      return t.begun;
    case 'by-nomination':
      return t.byNomination;
    case 'not-in-target': {
      const unknown = [
        refusal.misses.includes('age-unknown') ? t.birthUnknown : '',
        refusal.misses.includes('years-unknown') ? t.hiredUnknown : '',
      ].filter((text) => text !== '');
      const onlyUnknown = refusal.misses.length === unknown.length;
      return [...(onlyUnknown ? [] : [t.notInTarget(audienceText(course, locale))]), ...unknown].join('\n');
    }
    case 'already':
      return t.state.applied;
    case 'on-leave':
      return t.onLeave;
    case 'full':
      return t.full;
    default:
      return refusal satisfies never;
  }
}

export const seatView = (
  given: Omit<
    SeatView,
    'lang' | 'fallback' | 'hasTitle' | 'hasOthers' | 'items' | 'othersHeading' | 'links' | 'asks'
  > &
    Partial<Pick<SeatView, 'othersHeading' | 'items' | 'links' | 'asks'>>,
  locale: Locale,
): SeatView => {
  const { items = [], othersHeading = '', links = [], asks = [] } = given;
  const when = given.facts[0]?.value ?? '';
  return {
    ...given,
    lang: locale,
    fallback: [given.heading, given.title, when]
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, 500),
    hasTitle: given.title !== '',
    items,
    othersHeading,
    hasOthers: othersHeading !== '',
    links,
    asks,
  };
};

export const listView = (
  given: { heading: string; note?: string; items: ItemView[]; hint?: string; buttons: ButtonView[] },
  locale: Locale,
): ListView => ({
  lang: locale,
  fallback: [
    given.heading,
    ...given.items.map(({ title, lines }) => `${title} ${lines[0]?.line ?? ''}`),
    given.note ?? '',
  ]
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, 500),
  heading: given.heading,
  hasNote: (given.note ?? '') !== '',
  note: given.note ?? '',
  items: given.items,
  hasHint: (given.hint ?? '') !== '',
  hint: given.hint ?? '',
  buttons: given.buttons,
});

export const itemView = (
  title: string,
  lines: readonly string[],
  buttons: ButtonView[],
  state: { text: string; colour: Colour } | null = null,
): ItemView => ({
  title,
  hasState: state !== null,
  state: state?.text ?? '',
  colour: state?.colour ?? 'default',
  lines: lines.filter((line) => line !== '').map((line) => ({ line })),
  hasButtons: buttons.length > 0,
  buttons,
});

export function stateOf(placed: Placed, today: Day, locale: Locale): { text: string; colour: Colour } {
  const t = enrolmentTexts(locale);
  if (!isSeated(placed)) return { text: t.state[placed.enrolment.state], colour: 'default' };
  if (placed.when.removed) return { text: t.removed, colour: 'attention' };
  return placed.when.endsOn < today
    ? { text: t.over, colour: 'default' }
    : { text: t.state.applied, colour: 'good' };
}

/** What one can do about an own enrolment. */
export function ownButtons(placed: Placed, today: Day, locale: Locale): ButtonView[] {
  const t = enrolmentTexts(locale);
  const { enrolment, offering } = placed;
  if (!isSeated(placed) || offering === null || !canWithdraw(offering, today)) return [];
  return [
    button(t.calendar, 'enrolment.calendar', { id: enrolment.id }),
    button(t.withdraw, 'enrolment.askWithdraw', { id: enrolment.id }),
  ];
}

export function ownItem(placed: Placed, today: Day, locale: Locale): ItemView {
  const t = enrolmentTexts(locale);
  const { when, enrolment } = placed;
  const lines = [
    whenOf(when, locale),
    t.place(when.place ?? t.placeOpen),
    t.appliedOn(shortDay(dayOf(enrolment.appliedAt), locale)),
  ];
  return itemView(
    titleOfPlaced(placed, locale),
    lines,
    ownButtons(placed, today, locale),
    stateOf(placed, today, locale),
  );
}

export const lateText = (
  offering: Offering | null,
  today: Day,
  t: EnrolmentTexts,
  locale: Locale,
): readonly string[] =>
  offering?.cutOffOn != null && isLate(offering, today)
    ? [t.lateNote(shortDay(offering.cutOffOn, locale))]
    : [];
