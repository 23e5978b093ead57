import { compare } from '../../core/calendar/day';
import type { FoundCourse } from '../catalogue';
import type { Scene } from '../directory';
import type { Course, Offering } from '../records';
import { scheduleOf } from './enrolment';
import type { Refusal } from './enrolment-checks';
import { type CardMessage, detailsButton, listMessage, seatMessage, waysOn } from './enrolment-messages';
import type { EnrolmentNeeds } from './enrolment-needs';
import type { EnrolmentRequest } from './enrolment-request';
import { enrolmentTexts } from './enrolment-texts';
import {
  button,
  type ItemView,
  itemView,
  type ListView,
  listView,
  refusalText,
  titleOf,
} from './enrolment-views';
import { coursesMeant, type Finder, namesNothing, wordsOf } from './find-courses';
import { managersOf } from './managers';
import type { Openings } from './openings';
import { createOwnAnswers } from './own-answers';
import { isSeated, type Placed, placedOf } from './own-enrolments';
import { type Choice, choiceItem, confirmView, ownView, refusedView } from './seat-views';
import type { Seats } from './seats';

const MOST_CHOICES = 5;
const MOST_SIMILAR = 3;

/** What texts about applying, withdrawing and one's own applications are answered with. Nothing is changed by a text. */
export function createEnrolmentAnswers(needs: EnrolmentNeeds, seats: Seats, openings: Openings) {
  const { store } = needs;

  const own = async (scene: Scene): Promise<readonly Placed[]> =>
    placedOf(store.db, scene.person.id, await needs.data(store.db));

  const managers = async ({ person, today }: Scene) =>
    managersOf(person, await needs.directory.everybody(store.db, today));

  const ownAnswers = createOwnAnswers(needs, own);

  async function answer(scene: Scene, request: EnrolmentRequest): Promise<CardMessage> {
    switch (request.kind) {
      case 'apply':
        return apply(scene, request.about);
      case 'withdraw':
        return ownAnswers.withdraw(scene, request);
      case 'status':
        return request.next ? ownAnswers.next(scene) : ownAnswers.status(scene, request);
      default:
        return request satisfies never;
    }
  }

  async function apply(scene: Scene, about: string): Promise<CardMessage> {
    const t = enrolmentTexts(scene.locale);
    if (namesNothing(about, scene, needs.calendar())) return listMessage(await whatIsOpen(scene));
    const { courses, byName } = await coursesMeant(scene, about, needs);
    const [only, ...others] = courses;
    if (only !== undefined && others.length === 0 && byName)
      return chooseOffering(
        scene,
        only.course,
        only.offerings.map(({ offering }) => offering),
      );
    const items = await choicesOf(scene, courses);
    if (items.length === 0) {
      const note = t.notFound(about);
      return listMessage(
        listView(
          { heading: t.chooseHeading, note, items: [], hint: t.mineHint, buttons: waysOn(scene) },
          scene.locale,
        ),
      );
    }
    const more = courses.length - items.length;
    return listMessage(
      listView(
        {
          heading: t.chooseHeading,
          note: byName ? t.severalNote : t.notFound(about) + t.similar,
          items,
          hint: more > 0 ? t.moreFound(more) : '',
          buttons: waysOn(scene),
        },
        scene.locale,
      ),
    );
  }

  /** One course: its only open offering to confirm, several to choose from, or why there is none. */
  async function chooseOffering(
    scene: Scene,
    course: Course,
    offerings: readonly Offering[],
  ): Promise<CardMessage> {
    const t = enrolmentTexts(scene.locale);
    const judge = await seats.preview(store.db, scene.person, scene.today);
    const judged = offerings.map((offering) => judge(course, offering));
    const mine = (await own(scene)).filter(isSeated).find((placed) => placed.course?.id === course.id);
    const open = judged.filter(({ verdict }) => verdict.ok);
    const [first] = open;
    if (first !== undefined && open.length === 1 && first.verdict.ok) {
      return seatMessage(
        confirmView(first.choice, first.verdict.warnings, await managers(scene), scene.locale),
      );
    }
    if (first !== undefined) {
      const title = titleOf(course, null, scheduleOf(first.choice.offering, course.title), scene.locale);
      const items = open.slice(0, MOST_CHOICES).map(({ choice }) => choiceItem(choice, true, scene.locale));
      return listMessage(
        listView(
          { heading: t.chooseOffering(title), items, buttons: [detailsButton(course, t.details)] },
          scene.locale,
        ),
      );
    }
    if (mine !== undefined) return seatMessage(ownView(mine, false, [], scene.today, scene.locale));
    const [nearest] = judged;
    if (nearest === undefined || nearest.verdict.ok) {
      const items = await similarTo(scene, course);
      return listMessage(
        listView(
          {
            heading: t.refusedHeading,
            note: [
              course.entry === 'nomination' ? t.byNomination : t.noOfferings,
              items.length > 0 ? t.similar : '',
            ].join(''),
            items: items.map((choice) => choiceItem(choice, false, scene.locale)),
            buttons: [detailsButton(course, t.details), ...waysOn(scene)],
          },
          scene.locale,
        ),
      );
    }
    return refused(scene, nearest.choice, nearest.verdict.refusal);
  }

  async function refused(scene: Scene, choice: Choice, refusal: Refusal): Promise<CardMessage> {
    const judge = await seats.preview(store.db, scene.person, scene.today);
    const { offerings } = await needs.data(store.db);
    const judged = offerings
      .filter(({ courseId, id }) => courseId === choice.course.id && id !== choice.offering.id)
      .toSorted((a, b) => compare(a.startsOn, b.startsOn))
      .map((offering) => judge(choice.course, offering));
    const dates = judged.filter(({ verdict }) => verdict.ok).slice(0, MOST_SIMILAR);
    const later = judged.flatMap(({ choice: { offering }, verdict }) =>
      !verdict.ok && verdict.refusal.kind === 'not-yet'
        ? [{ startsOn: offering.startsOn, opensOn: verdict.refusal.from }]
        : [],
    )[0];
    const others = {
      later: later ?? null,
      ...(dates.length > 0
        ? { kind: 'dates' as const, choices: dates.map((one) => one.choice) }
        : { kind: 'similar' as const, choices: await similarTo(scene, choice.course) }),
    };
    return seatMessage(refusedView(choice, refusal, others, scene.locale));
  }

  async function similarTo(scene: Scene, course: Course): Promise<readonly Choice[]> {
    const judge = await seats.preview(store.db, scene.person, scene.today);
    const found = await needs.catalogue.find(scene, course.title);
    return found
      .filter((other) => other.course.id !== course.id)
      .flatMap((other) => {
        const open = other.offerings
          .map(({ offering }) => judge(other.course, offering))
          .find(({ verdict }) => verdict.ok);
        return open === undefined ? [] : [open.choice];
      })
      .slice(0, MOST_SIMILAR);
  }

  /** Those that one can apply for first; of the others why not. */
  async function choicesOf(scene: Scene, courses: readonly FoundCourse[]): Promise<ItemView[]> {
    const t = enrolmentTexts(scene.locale);
    const judge = await seats.preview(store.db, scene.person, scene.today);
    const judged = courses.map(({ course, offerings }) => ({
      course,
      all: offerings.map(({ offering }) => judge(course, offering)),
    }));
    const isOpen = ({ all }: (typeof judged)[number]): boolean => all.some(({ verdict }) => verdict.ok);
    return [...judged.filter(isOpen), ...judged.filter((one) => !isOpen(one))]
      .slice(0, MOST_CHOICES)
      .map(({ course, all }) => {
        const open = all.filter(({ verdict }) => verdict.ok);
        const [first] = open;
        const [nearest] = all;
        if (first !== undefined) {
          const item = choiceItem(first.choice, false, scene.locale);
          return open.length === 1
            ? item
            : { ...item, buttons: [button(t.select, 'enrolment.choose', { course: course.id })] };
        }
        const title =
          nearest === undefined
            ? course.title
            : titleOf(course, null, scheduleOf(nearest.choice.offering, course.title), scene.locale);
        const why =
          nearest === undefined || nearest.verdict.ok
            ? t.noOfferings
            : refusalText(nearest.verdict.refusal, course, scene.locale);
        return itemView(title, [why], [button(t.details, 'catalogue.course', { id: course.id })]);
      });
  }

  /** What fits this person and is open now, best first: where somebody wants to apply without saying for what. */
  async function whatIsOpen(scene: Scene): Promise<ListView> {
    const t = enrolmentTexts(scene.locale);
    const fitting = await openings.openFor(store.db, scene.person, scene.today);
    return listView(
      {
        heading: t.chooseHeading,
        note: fitting.length > 0 ? t.whichNote : t.noNextOffering,
        items: fitting.slice(0, MOST_CHOICES).map((choice) => choiceItem(choice, false, scene.locale)),
        hint: fitting.length > MOST_CHOICES ? t.moreFound(fitting.length - MOST_CHOICES) : t.mineHint,
        buttons: waysOn(scene),
      },
      scene.locale,
    );
  }

  /** Whether a text without 研修 or 講座 surely speaks of a course. */
  async function isAboutCourse(scene: Finder, about: string): Promise<boolean> {
    return (
      wordsOf(about, scene, needs.calendar()).length > 0 && (await coursesMeant(scene, about, needs)).byName
    );
  }

  return {
    answer,
    chooseOffering,
    refused,
    status: ownAnswers.status,
    own,
    managers,
    isAboutCourse,
  };
}

export type EnrolmentAnswers = ReturnType<typeof createEnrolmentAnswers>;
