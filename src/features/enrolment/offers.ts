import { type BusinessCalendar, firstOpenDayOfWeek } from '../../core/calendar/business-calendar';
import { addDays, compare, type Day } from '../../core/calendar/day';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import { shortDay } from '../../core/calendar/written-days';
import type { EmployeeId } from '../../core/ids';
import type { Locale, Message } from '../../core/turn';
import { canApply, offeringNow, targetMisses } from '../catalogue';
import type { Course, Offering } from '../records';
import { BARE_ITEM, type DueReminder, type ReminderItem, thingKey } from '../reminders';
import { scheduleOf } from './enrolment';
import { listMessage } from './enrolment-messages';
import { enrolmentTexts } from './enrolment-texts';
import { button, listView, titleOf, whenOf } from './enrolment-views';
import { isSeated } from './own-enrolments';
import type { World } from './reminder-world';
import { type Choice, choiceItem } from './seat-views';

export const OFFERS = 'offers';
const THING = thingKey.parse(`enrolment:${OFFERS}`);

/**
 * Those who fit are reminded at least so many open days before applications close: on the first open day of a week, since
 * what can wait goes out on it.
 */
const BEFORE_CLOSING = 2;
/** So many days it is called new. */
const NEW_FOR = 7;
/** A line more says how many there are besides: an item has four. */
const MOST_LINES = 3;
const MOST_CHOICES = 5;

interface Opening {
  readonly course: Course;
  readonly offering: Offering;
  readonly fiscalYear: number;
  /** The last day on which there was reason to tell of it: it opened, or is about to close. */
  readonly told: Day;
  /** It closes before the week in which what can wait would go out next. */
  readonly isLast: boolean;
}

/**
 * Who could apply for something is told of all of it at once, when something new has opened or is about to close. Its
 * urgency is low, so that it costs a message a week at most; only what would be over by the next one does not wait for it.
 * Its thing is one, so that it can be muted.
 */
export function offersDue(world: World): readonly DueReminder[] {
  const openings = openingsOf(world);
  if (openings.length === 0) return [];
  const enrolled = coursesByPerson(
    world.placed.filter(isSeated).map(({ enrolment, course }) => [enrolment.employee, course?.id ?? '']),
  );
  const taken = coursesByPerson(world.data.records.map(({ employeeId, courseId }) => [employeeId, courseId]));
  return world.everybody.flatMap((person): DueReminder[] => {
    const fitting = openings.filter(
      ({ course, fiscalYear }) =>
        enrolled.get(person.id)?.has(course.id) !== true &&
        taken.get(person.id)?.has(course.id) !== true &&
        targetMisses(course, person, fiscalYear).length === 0,
    );
    const latest = fitting
      .map(({ told }) => told)
      .toSorted(compare)
      .at(-1);
    if (latest === undefined) return [];
    const urgency = fitting.some(({ told, isLast }) => told === latest && isLast) ? 'normal' : 'low';
    return [{ recipient: person.id, thing: THING, step: `new-${latest}`, urgency, dueOn: null }];
  });
}

function openingsOf({ offered, placed, today, calendar }: World): readonly Opening[] {
  const courses = new Map(offered.courses.map((course) => [course.id, course]));
  const seated = Map.groupBy(placed.filter(isSeated), ({ enrolment }) => enrolment.offering);
  return offered.offerings.flatMap((offering): Opening[] => {
    const course = courses.get(offering.courseId);
    const { applyFrom, applyUntil } = offering;
    if (course === undefined || applyFrom === null || applyFrom > today) return [];
    const now = offeringNow(offering, today, (id) => seated.get(id)?.length ?? 0);
    if (!canApply(course, now)) return [];
    const closing = applyUntil === null ? null : closesSoonFrom(applyUntil, calendar);
    const told = [
      calendar.nextOpenDay(applyFrom),
      ...(closing === null || closing <= applyFrom ? [] : [closing]),
    ].filter((day) => day <= today);
    const last = told.at(-1);
    if (last === undefined) return [];
    const isLast = applyUntil !== null && applyUntil < firstOpenDayOfWeek(addDays(today, 7), calendar);
    return [{ course, offering, fiscalYear: fiscalYearOf(offering.startsOn), told: last, isLast }];
  });
}

const closesSoonFrom = (applyUntil: Day, calendar: BusinessCalendar): Day =>
  firstOpenDayOfWeek(calendar.addOpenDays(applyUntil, -BEFORE_CLOSING), calendar);

type Reason = 'soon' | 'new' | 'open';

/** Why somebody is told of it today. */
function reasonFor({ applyFrom, applyUntil }: Offering, { today, calendar }: Moment): Reason {
  if (applyUntil !== null && closesSoonFrom(applyUntil, calendar) <= today) return 'soon';
  return applyFrom !== null && applyFrom > addDays(today, -NEW_FOR) ? 'new' : 'open';
}

interface Moment {
  readonly today: Day;
  readonly calendar: BusinessCalendar;
}

/** What closes soon comes first, the soonest before the others; then what is new, then the rest, the best first. */
function inOrder(fitting: readonly Choice[], moment: Moment): readonly Choice[] {
  const by = Map.groupBy(fitting, ({ offering }) => reasonFor(offering, moment));
  const soon = by
    .get('soon')
    ?.toSorted((a, b) =>
      compare(a.offering.applyUntil ?? moment.today, b.offering.applyUntil ?? moment.today),
    );
  return [...(soon ?? []), ...(by.get('new') ?? []), ...(by.get('open') ?? [])];
}

function coursesByPerson(
  pairs: readonly (readonly [EmployeeId, string])[],
): ReadonlyMap<EmployeeId, ReadonlySet<string>> {
  const all = new Map<EmployeeId, Set<string>>();
  for (const [person, course] of pairs) {
    const own = all.get(person);
    if (own === undefined) all.set(person, new Set([course]));
    else own.add(course);
  }
  return all;
}

/** `fitting`: one offering of each course, best first. Null when there is none any more. */
export function offersItem(fitting: readonly Choice[], moment: Moment, locale: Locale): ReminderItem | null {
  if (fitting.length === 0) return null;
  const t = enrolmentTexts(locale);
  const more = fitting.length - MOST_LINES;
  return {
    ...BARE_ITEM,
    title: t.offersTitle,
    lines: [
      ...inOrder(fitting, moment)
        .slice(0, MOST_LINES)
        .map((choice) => offerLine(choice, reasonFor(choice.offering, moment), locale)),
      ...(more > 0 ? [t.offersMore(more)] : []),
    ],
    open: true,
    choices: [{ label: t.offersShow, choice: 'show', primary: true }],
    mayBeSnoozed: true,
    mayBeMuted: true,
  };
}

function offerLine({ course, offering }: Choice, reason: Reason, locale: Locale): string {
  const t = enrolmentTexts(locale);
  const when = scheduleOf(offering, course.title);
  const until = offering.applyUntil === null ? '' : t.offersUntil(shortDay(offering.applyUntil, locale));
  const line = t.offersLine(titleOf(course, null, when, locale), whenOf(when, locale), until).trim();
  return t.offersReason[reason] + line;
}

/** The same as a list to choose from. */
export function offersMessage(all: readonly Choice[], moment: Moment, locale: Locale): Message {
  const t = enrolmentTexts(locale);
  const fitting = inOrder(all, moment);
  return listMessage(
    listView(
      {
        heading: t.offersTitle,
        note: fitting.length > 0 ? t.whichNote : t.noNextOffering,
        items: fitting.slice(0, MOST_CHOICES).map((choice) => choiceItem(choice, false, locale)),
        hint: fitting.length > MOST_CHOICES ? t.moreFound(fitting.length - MOST_CHOICES) : '',
        buttons: [
          button(t.forMe, 'catalogue.recommend', { query: { forMe: true } }),
          button(t.allCourses, 'catalogue.list', { query: {} }),
        ],
      },
      locale,
    ),
  );
}
