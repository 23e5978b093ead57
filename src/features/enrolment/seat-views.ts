import type { Day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { courseTitle } from '../catalogue';
import type { Person } from '../directory';
import type { Course, Offering } from '../records';
import { scheduleOf } from './enrolment';
import type { Refusal, Warning } from './enrolment-checks';
import { type EnrolmentTexts, enrolmentTexts } from './enrolment-texts';
import {
  button,
  factsOf,
  type ItemView,
  itemView,
  lateText,
  ownButtons,
  refusalText,
  type SeatView,
  seatView,
  titleOf,
  titleOfPlaced,
  warningText,
  whenOf,
} from './enrolment-views';
import type { Placed } from './own-enrolments';

/** An offering that one could have a seat in, with what is known of it now. */
export interface Choice {
  readonly course: Course;
  readonly offering: Offering;
  /** Null where there is no limit. */
  readonly seatsLeft: number | null;
}

export const choiceOf = (course: Course, offering: Offering, taken: number): Choice => ({
  course,
  offering,
  seatsLeft: offering.capacity === null ? null : Math.max(0, offering.capacity - taken),
});

const namesOf = (people: readonly Pick<Person, 'name'>[]): string =>
  people.map(({ name }) => name).join('、');
const lines = (texts: readonly string[]): { line: string }[] => texts.map((line) => ({ line }));
const titleOfChoice = ({ course, offering }: Choice, locale: Locale): string =>
  titleOf(course, offering.title, scheduleOf(offering, course.title), locale);

const seatsFact = ({ seatsLeft }: Choice, t: EnrolmentTexts): SeatView['facts'] =>
  seatsLeft === null ? [] : [{ label: t.seatsLabel, value: t.seats(seatsLeft) }];

/** The last look before one applies: when, where, and what the manager will see. */
export function confirmView(
  choice: Choice,
  warnings: readonly Warning[],
  managers: readonly Pick<Person, 'name'>[],
  locale: Locale,
): SeatView {
  const t = enrolmentTexts(locale);
  const { course, offering } = choice;
  return seatView(
    {
      heading: t.confirmHeading,
      colour: 'default',
      title: titleOfChoice(choice, locale),
      facts: [...factsOf(scheduleOf(offering, course.title), course, locale), ...seatsFact(choice, t)],
      warnings: lines(warnings.map((warning) => warningText(warning, locale))),
      notes: lines([managers.length === 0 ? t.noManager : t.managersTold(namesOf(managers))]),
      buttons: [
        button(t.apply, 'enrolment.apply', { offering: offering.id, sure: true }, 'positive'),
        button(t.cancel, 'enrolment.discard'),
        button(t.details, 'catalogue.course', { id: course.id }),
      ],
    },
    locale,
  );
}

/** One's own seat as it now stands; `fresh` right after applying. */
export function ownView(
  placed: Placed,
  fresh: boolean,
  managers: readonly Pick<Person, 'name'>[],
  today: Day,
  locale: Locale,
): SeatView {
  const t = enrolmentTexts(locale);
  const { course, when } = placed;
  return seatView(
    {
      heading: fresh ? t.appliedHeading : t.ownHeading,
      colour: 'good',
      title: titleOfPlaced(placed, locale),
      facts: factsOf(when, course, locale),
      warnings: when.removed ? lines([t.removed]) : [],
      notes: fresh
        ? lines([managers.length === 0 ? t.noManager : t.managersWereTold(namesOf(managers)), t.remindNote])
        : [],
      buttons: [
        ...ownButtons(placed, today, locale),
        ...(course === null ? [] : [button(t.details, 'catalogue.course', { id: course.id })]),
      ],
    },
    locale,
  );
}

export function askWithdrawView(placed: Placed, today: Day, locale: Locale): SeatView {
  const t = enrolmentTexts(locale);
  const { enrolment, course, when, offering } = placed;
  return seatView(
    {
      heading: t.askWithdrawHeading,
      colour: 'default',
      title: titleOfPlaced(placed, locale),
      facts: factsOf(when, course, locale),
      warnings: lines(lateText(offering, today, t, locale)),
      notes: lines([t.withdrawNote]),
      buttons: [
        button(t.withdrawYes, 'enrolment.withdraw', { id: enrolment.id }, 'destructive'),
        button(t.keep, 'enrolment.show', { id: enrolment.id }),
      ],
    },
    locale,
  );
}

export function withdrawnView(placed: Placed, mayUndo: boolean, today: Day, locale: Locale): SeatView {
  const t = enrolmentTexts(locale);
  const { enrolment, course, when, offering } = placed;
  return seatView(
    {
      heading: t.withdrawnHeading,
      colour: 'default',
      title: titleOfPlaced(placed, locale),
      facts: factsOf(when, course, locale),
      warnings: lines(lateText(offering, today, t, locale)),
      notes: mayUndo ? lines([t.withdrawnNote]) : [],
      buttons: [
        ...(mayUndo ? [button(t.undo, 'enrolment.undo', { id: enrolment.id })] : []),
        button(t.mine, 'enrolment.mine'),
      ],
    },
    locale,
  );
}

/** Why not, and what one can do: other dates of the course, or courses like it. */
export function refusedView(
  choice: Choice,
  refusal: Refusal,
  others: {
    readonly kind: 'dates' | 'similar';
    readonly choices: readonly Choice[];
    /** The next time it is held for which applications are not open yet. */
    readonly later: { readonly startsOn: Day; readonly opensOn: Day } | null;
  },
  locale: Locale,
): SeatView {
  const t = enrolmentTexts(locale);
  const { course, offering } = choice;
  const isDate = others.kind === 'dates';
  const othersHeading = others.choices.length === 0 ? '' : isDate ? t.nextOffering : t.similar;
  return seatView(
    {
      heading: refusal.kind === 'not-yet' ? t.notYetHeading : t.refusedHeading,
      colour: refusal.kind === 'not-yet' ? 'default' : 'attention',
      title: titleOfChoice(choice, locale),
      facts: factsOf(scheduleOf(offering, course.title), course, locale),
      warnings: lines([refusalText(refusal, course, locale)]),
      notes: lines(nextDate(refusal, isDate, others.later, locale)),
      othersHeading,
      items: others.choices.map((other) => choiceItem(other, isDate, locale)),
      buttons: [
        button(t.details, 'catalogue.course', { id: course.id }),
        button(t.allCourses, 'catalogue.list', { query: {} }),
      ],
      asks: [{ label: t.askHr, question: t.askAbout(courseTitle(course, locale)) }],
    },
    locale,
  );
}

/** Whoever came too late hears of the next time; who may not apply at all is not sent there. */
function nextDate(
  { kind }: Refusal,
  hasDates: boolean,
  later: { readonly startsOn: Day; readonly opensOn: Day } | null,
  locale: Locale,
): readonly string[] {
  const t = enrolmentTexts(locale);
  if (hasDates || (kind !== 'full' && kind !== 'closed' && kind !== 'begun')) return [];
  return later === null
    ? [t.noNextOffering]
    : [t.nextLater(shortDay(later.startsOn, locale), shortDay(later.opensOn, locale))];
}

/** An offering that one can choose; `sameCourse` says its date first, since the course is named above. */
export function choiceItem(choice: Choice, sameCourse: boolean, locale: Locale): ItemView {
  const t = enrolmentTexts(locale);
  const { course, offering, seatsLeft } = choice;
  const when = whenOf(scheduleOf(offering, course.title), locale);
  const details = [
    offering.place === null ? '' : t.place(offering.place),
    offering.applyUntil === null ? '' : t.offersUntil(shortDay(offering.applyUntil, locale)),
    seatsLeft === null ? '' : `${t.seatsLabel} ${t.seats(seatsLeft)}`,
  ].filter((text) => text !== '');
  const title = sameCourse && offering.title === null ? when : titleOfChoice(choice, locale);
  return itemView(
    title,
    [title === when ? '' : when, details.join(locale === 'ja' ? '　' : ' · ')],
    [button(t.select, 'enrolment.confirm', { offering: offering.id })],
  );
}
