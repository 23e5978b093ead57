import { asMessage, closeDialog, dialog, notice } from '../../cards/replies';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import { shortDay } from '../../core/calendar/written-days';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import { deskName } from '../answers';
import { courseTitle, targetMisses } from '../catalogue';
import type { Scene } from '../directory';
import { formCard, formView, type Typed, typedIn } from '../forms';
import { hasEnded, type Own, otherNameOf, ownPair } from './access';
import { raiseCall, readersOf } from './call-raising';
import { type Answer, type CheckIn, type CheckInKey, isShared, MOST_A_PERIOD, textsOf } from './check-in';
import { answerFrom, checkInFields, type FormOf, freshTyped, helperIn, typedFrom } from './check-in-form';
import { checkInsOf, insertAnswer, lockCheckIn, saveDraft, writtenBy } from './check-in-store';
import { checkInTexts } from './check-in-texts';
import { goalsOf, saveStepDone } from './goal-store';
import { item, listView } from './list-view';
import { listCard } from './mentoring-cards';
import type { MentoringNeeds } from './mentoring-needs';
import { otherSide } from './pair';
import { lastDayOf, type Period } from './periods';
import { mayWrite, periodFrom } from './writable';

const MOST_COURSES = 3;
/** 「特になし」: written so that the field is not empty. */
const NO_WISH =
  /^[\s　]*(?:今(?:の|は|のところ)?|まだ)?[、\s　]*(?:(?:特に|とくに)(?:な(?:し|い)|ありません)?|な(?:し|い)|ありません|(?:わか|分か)(?:らない|りません)|未定|none|nothing|n\/a)(?:です)?[。.、！!\s　]*$/i;

/** What is shown above the inputs, unless there is no cause. */
export type Alert = NonNullable<Parameters<typeof formView>[0]['alert']>;

interface Place {
  readonly own: Own;
  readonly key: CheckInKey;
  readonly period: Period;
  /** Null before anybody wrote in it. */
  readonly checkIn: CheckIn | null;
  readonly form: FormOf;
  readonly earlier: readonly CheckIn[];
}

/** Writing a check-in: a dialog that may be left, taken up again, sent and corrected. */
export function createCheckInFlow(needs: MentoringNeeds) {
  const { store } = needs;

  /** A place to write, or what to say instead. */
  async function placeOf(reader: Reader, scene: Scene, key: CheckInKey): Promise<Place | Reply> {
    const t = checkInTexts(scene.locale);
    const own = await ownPair(needs, reader, scene, key.pair);
    if (own === null) return notice(t.gone);
    const checkIns = await checkInsOf(reader, key.pair);
    const period = periodFrom(own.pair, checkIns, key.from);
    if (period === null) return notice(t.gone);
    const checkIn = checkIns.find((one) => one.period.from === key.from && one.number === key.number) ?? null;
    const isNext = key.number <= checkIns.filter((one) => one.period.from === key.from).length + 1;
    if (checkIn === null && !isNext) return notice(t.gone);
    if (key.number > MOST_A_PERIOD) return notice(t.tooMany);
    const submitted = checkIn?.submitted ?? { mentee: null, mentor: null };
    if (!mayWrite(own.pair, own.side, { period, submitted }, scene.today)) {
      const lastDay = submitted[own.side] === null ? lastDayOf(period) : period.to;
      return notice(scene.today > lastDay ? t.closed(shortDay(lastDay, scene.locale)) : t.notNow);
    }
    const earlier = checkIns.filter((one) => one !== checkIn);
    const form: FormOf = {
      side: own.side,
      goals: await goalsOf(reader, key.pair),
      helpers: hasEnded(own) ? [] : await readersOf(needs, reader, own, 'help', scene),
      mentor: own.pair.mentor,
    };
    return { own, key, period, checkIn, form, earlier };
  }

  async function open(scene: Scene, key: CheckInKey): Promise<Reply> {
    const place = await placeOf(store.db, scene, key);
    if ('messages' in place) return place;
    const { own, checkIn } = place;
    const written = checkIn === null ? null : await writtenBy(store.db, checkIn.id, own.side);
    const known = written?.draft ?? written?.answer ?? null;
    const fresh = freshTyped(own.side, scene.today);
    const isDraft = written?.draft != null;
    return show(scene, place, known === null ? fresh : typedFrom(known), { isDraft, alert: null });
  }

  async function show(
    scene: Scene,
    place: Place,
    typed: Typed,
    around: { readonly isDraft: boolean; readonly alert: Alert | null },
  ): Promise<Reply> {
    const t = checkInTexts(scene.locale);
    const { own, key, period, checkIn } = place;
    const { side } = own;
    const otherName = otherNameOf(own, scene.locale);
    const sure = around.alert === null ? 0 : 1;
    const save = (label: string, draft: 0 | 1) => ({
      label,
      data: { verb: 'mentoring.save', pair: key.pair, from: key.from, number: key.number, draft, sure },
    });
    const hasSent = (checkIn?.submitted[side] ?? null) !== null;
    const otherSent = (checkIn?.submitted[otherSide(side)] ?? null) !== null;
    const sharing = !otherSent
      ? t.beforeSharing(otherName)
      : hasSent
        ? t.alreadyShared(otherName)
        : t.beforeOther(otherName);
    const step = await lastStep(place);
    const fields = checkInFields(place.form, scene.locale);
    const view = formView(
      {
        fields: around.alert === null ? fields : fields.map((field) => ({ ...field, folded: true })),
        typed,
        problems: [],
        // The desks shall be seen at once, also on a phone.
        notes:
          around.alert !== null
            ? []
            : [
                t.period(shortDay(period.from, scene.locale), shortDay(period.to, scene.locale)) +
                  (key.number > 1 ? t.nth(key.number) : ''),
                ...(around.isDraft ? [t.draftNote] : []),
                hasSent
                  ? t.correcting(shortDay(period.to, scene.locale))
                  : [t.optional, t.closing].join(t.gap),
                [sharing, t.hrSees].join(t.gap),
                ...(step === '' ? [] : [t.lastStep(step)]),
              ],
        ...(around.alert === null ? {} : { alert: around.alert }),
        page: null,
        moreLabel: t.rewrite,
        fallback: t.title(otherName),
        buttons:
          around.alert === null
            ? [save(t.send, 0), ...(hasSent ? [] : [save(t.draft, 1)])]
            : [save(t.sendAnyway, 0), ...(hasSent ? [] : [save(t.draftAnyway, 1)])],
      },
      scene.locale,
    );
    return dialog(t.title(otherName), formCard, view);
  }

  /** What the mentor put down as the next step last time, once both may read it. */
  async function lastStep({ own, earlier }: Place): Promise<string> {
    const last = earlier.find((one) =>
      own.side === 'mentor' ? one.submitted.mentor !== null : isShared(one),
    );
    if (last === undefined) return '';
    const { answer } = await writtenBy(store.db, last.id, 'mentor');
    return answer?.side === 'mentor' ? answer.given.nextStep : '';
  }

  async function save(
    scene: Scene,
    key: CheckInKey,
    how: { readonly draft: boolean; readonly sure: boolean },
    data: unknown,
  ): Promise<Reply> {
    const t = checkInTexts(scene.locale);
    const place = await placeOf(store.db, scene, key);
    if ('messages' in place) return place;
    const { side } = place.own;
    const otherName = otherNameOf(place.own, scene.locale);
    const typed = typedIn(data, checkInFields(place.form, scene.locale));
    const answer = answerFrom(side, typed, scene.today);
    const alert = how.sure ? null : await alertFor(scene, textsOf(answer));
    if (alert !== null) return show(scene, place, typed, { isDraft: false, alert });
    const done = await store.write(async (tx) => {
      // Who is whose mentor, and what has been sent, may have changed while it was typed.
      const now = await placeOf(tx, scene, key);
      if ('messages' in now) return now;
      const checkIn = await lockCheckIn(tx, key, now.period, needs.newId());
      const ticked = (typed.steps ?? '').split(',');
      for (const step of now.form.goals.flatMap(({ steps }) => steps))
        if (step.doneAt === null && ticked.includes(step.id)) await saveStepDone(tx, step.id, scene.now);
      const hadSent = checkIn.submitted[side] !== null;
      // There is no way back from sent to draft.
      const shared = checkIn.submitted[otherSide(side)] !== null;
      if (how.draft && !hadSent) {
        await saveDraft(tx, checkIn, answer, scene.now);
        return { hadSent, shared, helper: null };
      }
      await submit(tx, checkIn, answer, scene.now);
      const helper = helperIn(typed, now.form);
      if (helper !== null)
        await raiseCall(needs, tx, { pair: key.pair, kind: 'help', reader: helper.id }, scene);
      return { hadSent, shared, helper };
    });
    if ('messages' in done) return done;
    if (how.draft && !done.hadSent) return closeDialog({ kind: 'text', text: t.savedDraft });
    const text = done.hadSent ? t.corrected : done.shared ? t.sentShared(otherName) : t.sent(otherName);
    const told = done.helper === null ? '' : t.helpTold(done.helper.name);
    return closeDialog({ kind: 'text', text: text + told }, ...(await coursesFor(scene, answer)));
  }

  /** The same answer sent twice is one. */
  async function submit(
    tx: Parameters<typeof insertAnswer>[0],
    checkIn: CheckIn,
    answer: Answer,
    at: Date,
  ): Promise<void> {
    const before = await writtenBy(tx, checkIn.id, answer.side);
    const isSame = JSON.stringify(before.answer?.given) === JSON.stringify(answer.given);
    if (!isSame || before.draft !== null) await insertAnswer(tx, checkIn, answer, at);
  }

  /** The desks, before anything is kept of a text that sounds like distress or harassment. Null for any other. */
  async function alertFor(scene: Scene, texts: readonly string[]): Promise<Alert | null> {
    const topic = texts.map(needs.recognise).find((found) => found !== null) ?? null;
    if (topic === null) return null;
    const t = checkInTexts(scene.locale);
    const desks = await needs.desks(topic);
    const lines = desks.map((desk) =>
      t.alertDesk(deskName(desk, scene.locale), desk.phone ?? desk.url ?? ''),
    );
    return { heading: t.alert, lines: [t.alertText, ...lines, t.alertGoOn] };
  }

  async function coursesFor(scene: Scene, answer: Answer): Promise<readonly Message[]> {
    const t = checkInTexts(scene.locale);
    const words = answer.side === 'mentee' ? answer.given.learn : '';
    if (words === '' || NO_WISH.test(words)) return [];
    const year = fiscalYearOf(scene.today);
    const found = await needs.catalogue.find(scene, words);
    const fitting = found.filter(({ course }) => targetMisses(course, scene.person, year).length === 0);
    if (fitting.length === 0) return [];
    const items = fitting.slice(0, MOST_COURSES).map(({ course }) =>
      item({
        title: courseTitle(course, scene.locale),
        buttons: [
          { label: t.courseDetails, verb: 'catalogue.course', style: 'default', data: { id: course.id } },
        ],
      }),
    );
    return [
      asMessage(
        listCard,
        listView({ heading: t.coursesHeading, notes: [t.coursesNote], items }, scene.locale),
      ),
    ];
  }

  return { open, save, alertFor };
}

export type CheckInFlow = ReturnType<typeof createCheckInFlow>;
