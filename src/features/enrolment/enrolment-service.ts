import { dayOf } from '../../core/calendar/day';
import type { CourseId, EnrolmentId, OfferingId } from '../../core/ids';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import { whileUnwritten } from '../../db/open';
import type { OwnSeats, SeatsTaken } from '../catalogue';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import { calendarFile } from './calendar-file';
import { holdsSeat } from './enrolment';
import { type EnrolmentAction, parseEnrolmentAction } from './enrolment-actions';
import { createEnrolmentAnswers } from './enrolment-answers';
import { canWithdraw } from './enrolment-checks';
import { listMessage, seatMessage, waysOn } from './enrolment-messages';
import type { EnrolmentNeeds } from './enrolment-needs';
import { readEnrolmentRequest, requestWished } from './enrolment-reader';
import type { EnrolmentRequest } from './enrolment-request';
import { seatsByOffering } from './enrolment-store';
import { enrolmentTexts } from './enrolment-texts';
import { factsOf, listView, refusalText, seatView, titleOfPlaced } from './enrolment-views';
import { createOpenings } from './openings';
import { isSeated, type Placed } from './own-enrolments';
import { createReminderSource } from './reminder-source';
import { askWithdrawView, confirmView, ownView, withdrawnView } from './seat-views';
import { createSeats } from './seats';

/** 研修の申込み: who has a seat in which offering, asked for by card or by text. */
export function createEnrolments(needs: EnrolmentNeeds) {
  const { store } = needs;
  const seats = createSeats(needs);
  const seatsTakenNow = whileUnwritten(store, async (reader): Promise<SeatsTaken> => {
    const taken = await seatsByOffering(reader);
    return (offering) => taken.get(offering) ?? 0;
  });
  const openings = createOpenings(needs);
  const answers = createEnrolmentAnswers(needs, seats, openings);

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const t = enrolmentTexts(scene.locale);
    const action = parseEnrolmentAction(verb, data);
    if (action === null) return notice(t.oldCard);
    if (!scene.turn.personal) return notice(t.onlyPersonal);
    switch (action.verb) {
      case 'enrolment.confirm':
        return confirm(scene, action.offering);
      case 'enrolment.apply':
        return apply(scene, action.offering, action.sure);
      case 'enrolment.choose':
        return choose(scene, action.course);
      case 'enrolment.mine':
        return inPlace(await answers.status(scene, { about: '', dates: null }));
      case 'enrolment.discard':
        return inPlace(
          listMessage(listView({ heading: t.discarded, items: [], buttons: waysOn(scene) }, scene.locale)),
        );
      case 'enrolment.show':
      case 'enrolment.askWithdraw':
      case 'enrolment.withdraw':
      case 'enrolment.undo':
      case 'enrolment.calendar':
        return actOnOwn(scene, action);
      default:
        return action satisfies never;
    }
  }

  /** Nothing is told of an enrolment that is somebody else's: it is as if it were not there. */
  async function actOnOwn(
    scene: Scene,
    action: Extract<EnrolmentAction, { readonly id: EnrolmentId }>,
  ): Promise<Reply> {
    const placed = await ownPlaced(scene, action.id);
    if (placed === null) return notice(enrolmentTexts(scene.locale).gone);
    switch (action.verb) {
      case 'enrolment.show':
        return inPlace(await asItStands(scene, action.id));
      case 'enrolment.askWithdraw':
        return inPlace(askWithdraw(scene, placed) ?? (await asItStands(scene, action.id)));
      case 'enrolment.withdraw':
        return withdraw(scene, action.id);
      case 'enrolment.undo':
        return undo(scene, placed);
      case 'enrolment.calendar':
        return replyToInvoke(
          { kind: 'notice', text: enrolmentTexts(scene.locale).calendarHeading },
          await calendarMessage(scene, placed),
        );
      default:
        return action satisfies never;
    }
  }

  const ownPlaced = async (scene: Scene, id: EnrolmentId): Promise<Placed | null> =>
    (await answers.own(scene)).find(({ enrolment }) => enrolment.id === id) ?? null;

  async function confirm(scene: Scene, id: OfferingId): Promise<Reply> {
    const t = enrolmentTexts(scene.locale);
    const mine = (await answers.own(scene)).find(
      (placed) => placed.enrolment.offering === id && isSeated(placed),
    );
    if (mine !== undefined) return inPlace(seatMessage(ownView(mine, false, [], scene.today, scene.locale)));
    const { courses, offerings } = await needs.data(store.db);
    const offering = offerings.find((each) => each.id === id);
    const course = courses.find((each) => each.id === offering?.courseId);
    if (offering === undefined || course === undefined) return notice(t.offeringGone);
    const { choice, verdict } = (await seats.preview(store.db, scene.person, scene.today))(course, offering);
    if (!verdict.ok) return inPlace(await answers.refused(scene, choice, verdict.refusal));
    return inPlace(
      seatMessage(confirmView(choice, verdict.warnings, await answers.managers(scene), scene.locale)),
    );
  }

  async function choose(scene: Scene, id: CourseId): Promise<Reply> {
    const { courses, offerings } = await needs.data(store.db);
    const course = courses.find((each) => each.id === id);
    if (course === undefined) return notice(enrolmentTexts(scene.locale).offeringGone);
    const ahead = offerings
      .filter(({ courseId, startsOn }) => courseId === id && startsOn >= scene.today)
      .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    return inPlace(await answers.chooseOffering(scene, course, ahead));
  }

  async function apply(scene: Scene, id: OfferingId, sure: boolean): Promise<Reply> {
    const outcome = await seats.take(scene, id, { sure, undoing: false });
    switch (outcome.kind) {
      case 'applied':
        return inPlace(await asItStands(scene, outcome.id, true));
      case 'gone':
        return notice(enrolmentTexts(scene.locale).offeringGone);
      case 'warned': {
        const { choice, warnings } = outcome;
        return inPlace(
          seatMessage(confirmView(choice, warnings, await answers.managers(scene), scene.locale)),
        );
      }
      case 'refused': {
        const { choice, refusal } = outcome;
        const mine = (await answers.own(scene)).find((one) => one.enrolment.offering === id && isSeated(one));
        if (mine !== undefined) return inPlace(await asItStands(scene, mine.enrolment.id, true));
        return inPlace(await answers.refused(scene, choice, refusal));
      }
      default:
        return outcome satisfies never;
    }
  }

  /** Null where there is nothing to withdraw from. */
  const askWithdraw = (scene: Scene, placed: Placed): Message | null =>
    isSeated(placed) && canWithdraw(placed.when, scene.today)
      ? seatMessage(askWithdrawView(placed, scene.today, scene.locale))
      : null;

  async function withdraw(scene: Scene, id: EnrolmentId): Promise<Reply> {
    const t = enrolmentTexts(scene.locale);
    const outcome = await seats.give(scene, id);
    switch (outcome) {
      case 'withdrawn':
        return inPlace(await asItStands(scene, id));
      case 'too-late':
        return notice(t.tooLateToWithdraw);
      case 'gone':
        return notice(t.gone);
      default:
        return outcome satisfies never;
    }
  }

  const mayUndo = ({ enrolment, offering }: Placed, { today }: Scene): boolean =>
    enrolment.state === 'withdrawn' &&
    dayOf(enrolment.stateAt) === today &&
    offering !== null &&
    offering.startsOn > today;

  async function undo(scene: Scene, placed: Placed): Promise<Reply> {
    const { enrolment } = placed;
    if (!mayUndo(placed, scene)) return inPlace(await asItStands(scene, enrolment.id));
    const outcome = await seats.take(scene, enrolment.offering, { sure: true, undoing: true });
    if (outcome.kind === 'refused' && outcome.refusal.kind !== 'already') {
      return inPlace(await answers.refused(scene, outcome.choice, outcome.refusal));
    }
    return inPlace(await asItStands(scene, enrolment.id, true));
  }

  async function asItStands(scene: Scene, id: EnrolmentId, fresh = false): Promise<Message> {
    const placed = await ownPlaced(scene, id);
    if (placed === null) throw new Error(`enrolment ${id} is gone`);
    const { today, locale } = scene;
    return holdsSeat(placed.enrolment.state)
      ? seatMessage(ownView(placed, fresh, fresh ? await answers.managers(scene) : [], today, locale))
      : seatMessage(withdrawnView(placed, mayUndo(placed, scene), today, locale));
  }

  /** A link to the .ics of one's own seat, good for a quarter of an hour. */
  async function calendarMessage(scene: Scene, placed: Placed): Promise<Message> {
    const t = enrolmentTexts(scene.locale);
    const title = titleOfPlaced(placed, scene.locale);
    const content = calendarFile(
      {
        id: placed.enrolment.id,
        version: placed.version,
        title,
        description: t.calendarDescription(title),
        when: placed.when,
      },
      needs.calendar(),
      scene.now,
    );
    const file = {
      owner: scene.person.id,
      name: t.fileName(title.replace(/[\\/:*?"<>|]/g, '_')),
      mediaType: 'text/calendar; charset=utf-8',
      content: Buffer.from(content, 'utf8'),
    };
    const token = await store.write((tx) => linkFile(tx, file, scene.now));
    return seatMessage(
      seatView(
        {
          heading: t.calendarHeading,
          colour: 'default',
          title,
          facts: factsOf(placed.when, placed.course, scene.locale),
          warnings: [],
          notes: [{ line: t.calendarText(title) }],
          buttons: [],
          links: [{ label: t.openFile, url: `${needs.publicUrl()}/files/${token}` }],
        },
        scene.locale,
      ),
    );
  }

  /** What the viewer of a course card can do; nothing where others read along. */
  async function ownSeats(scene: Scene): Promise<OwnSeats> {
    if (!scene.turn.personal) return () => ({ kind: 'none' });
    const mine = new Map(
      (await answers.own(scene)).filter(isSeated).map((one) => [one.enrolment.offering, one]),
    );
    const judge = await seats.preview(store.db, scene.person, scene.today);
    return (course, { offering }) => {
      const placed = mine.get(offering.id);
      if (placed !== undefined) {
        const mayWithdraw = canWithdraw(offering, scene.today);
        return { kind: 'applied', enrolment: placed.enrolment.id, mayWithdraw };
      }
      const { verdict } = judge(course, offering);
      if (verdict.ok) return { kind: 'may-apply' };
      const { refusal } = verdict;
      return refusal.kind === 'not-in-target' || refusal.kind === 'on-leave'
        ? { kind: 'refused', why: refusalText(refusal, course, scene.locale) }
        : { kind: 'none' };
    };
  }

  const source = createReminderSource(needs, {
    noticeChanges: seats.noticeChanges,
    openFor: openings.openFor,
    calendarMessage,
    askWithdraw,
  });

  return {
    /** What a text asks of the enrolment; null when nothing. */
    async read(
      text: string,
      scene: Pick<Scene, 'person' | 'now' | 'locale'>,
    ): Promise<EnrolmentRequest | null> {
      const today = dayOf(scene.now);
      const request = readEnrolmentRequest(text, today, needs.calendar());
      if (request?.kind !== 'apply' || request.named) return request;
      return (await answers.isAboutCourse({ ...scene, today }, request.about)) ? request : null;
    },
    /** What a text asks for that is likely to have this wish, in whatever words; null where it names no course. */
    requestWished: (
      wish: EnrolmentRequest['kind'],
      text: string,
      { now }: Pick<Scene, 'now'>,
    ): EnrolmentRequest | null => requestWished(wish, text, dayOf(now), needs.calendar()),
    answer: answers.answer,
    act,
    ownSeats,
    source,
    /** Seats taken of every offering, as they are now. */
    seatsTaken: (): Promise<SeatsTaken> => seatsTakenNow(store.db),
  };
}

export type Enrolments = ReturnType<typeof createEnrolments>;

const notice = (text: string): Reply => replyToInvoke({ kind: 'notice', text });
const inPlace = (message: Message): Reply =>
  message.kind === 'card'
    ? replyToInvoke({ kind: 'card', card: message.card })
    : replyToInvoke({ kind: 'notice', text: message.text });
