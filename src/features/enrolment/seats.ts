import type { EnrolmentId, OfferingId } from '../../core/ids';
import type { Reader } from '../../db/store';
import type { CatalogueData } from '../catalogue';
import type { Person, Scene } from '../directory';
import type { Course, Offering } from '../records';
import { holdsSeat, remember, scheduleOf } from './enrolment';
import { canWithdraw, checkApplication, type Refusal, type Warning } from './enrolment-checks';
import type { EnrolmentNeeds } from './enrolment-needs';
import {
  countSeats,
  findEnrolment,
  lockSeats,
  recordSchedule,
  rememberedOffering,
  rememberedOfferings,
  seatedOfferings,
  seatsByOffering,
  setState,
} from './enrolment-store';
import { catalogued, placedOf, scheduleIn, seatsOf } from './own-enrolments';
import { type Choice, choiceOf } from './seat-views';

export type Applied =
  | { readonly kind: 'applied'; readonly id: EnrolmentId }
  | { readonly kind: 'warned'; readonly choice: Choice; readonly warnings: readonly Warning[] }
  | { readonly kind: 'refused'; readonly choice: Choice; readonly refusal: Refusal }
  | { readonly kind: 'gone' };

export type Withdrawn = 'withdrawn' | 'too-late' | 'gone';

/** Taking and giving seats: the one place that changes who has one. */
export function createSeats(needs: EnrolmentNeeds) {
  const { store } = needs;

  /**
   * Takes a seat for who acts. Decides under the lock of the offering, by what is then in the database: seats are never
   * oversold. `sure`: the person has seen what speaks against it. `undoing`: a withdrawal of today is taken back.
   */
  async function take(
    scene: Scene,
    id: OfferingId,
    { sure, undoing }: { readonly sure: boolean; readonly undoing: boolean },
  ): Promise<Applied> {
    return store.write(async (tx): Promise<Applied> => {
      const known = offeringIn(await needs.data(tx), id);
      if (known === null) return { kind: 'gone' };
      await lockSeats(tx, id, known.course.id, scheduleOf(known.offering, known.course.title));
      const data = await needs.data(tx);
      const now = offeringIn(data, id);
      if (now === null) return { kind: 'gone' };
      const taken = await countSeats(tx, id);
      const own = seatsOf(await placedOf(tx, scene.person.id, data));
      const verdict = checkApplication({
        ...now,
        person: scene.person,
        today: scene.today,
        own,
        seatsTaken: taken,
        undoing,
      });
      const choice = choiceOf(now.course, now.offering, taken);
      if (!verdict.ok) return { kind: 'refused', choice, refusal: verdict.refusal };
      const { warnings } = verdict;
      if (!sure && warnings.some(({ kind }) => kind !== 'needs-recommendation'))
        return { kind: 'warned', choice, warnings };
      const remembered = await rememberedOffering(tx, id);
      const current = remembered === null ? null : remember(remembered, scheduleIn(catalogued(data), id));
      if (current !== null && current !== remembered) await recordSchedule(tx, current, scene.now);
      const enrolment = await setState(tx, {
        newId: needs.newId(),
        offering: id,
        employee: scene.person.id,
        state: 'applied',
        at: scene.now,
        actor: scene.person.id,
        version: current?.version ?? 0,
      });
      return { kind: 'applied', id: enrolment };
    });
  }

  /** Gives one's own seat back. A second tap finds it given back. */
  async function give(scene: Scene, id: EnrolmentId): Promise<Withdrawn> {
    return store.write(async (tx): Promise<Withdrawn> => {
      const asked = await findEnrolment(tx, id);
      if (asked === null || asked.employee !== scene.person.id) return 'gone';
      const known = await rememberedOffering(tx, asked.offering);
      if (known === null) return 'gone';
      await lockSeats(tx, asked.offering, '', known.schedule);
      const enrolment = await findEnrolment(tx, id);
      if (enrolment === null || !holdsSeat(enrolment.state)) return 'withdrawn';
      const when = scheduleIn(catalogued(await needs.data(tx)), asked.offering) ?? known.schedule;
      if (!canWithdraw(when, scene.today)) return 'too-late';
      await setState(tx, {
        newId: id,
        offering: asked.offering,
        employee: scene.person.id,
        state: 'withdrawn',
        at: scene.now,
        actor: scene.person.id,
        version: known.version,
      });
      return 'withdrawn';
    });
  }

  /** As `take` would decide now, without taking anything. */
  async function preview(
    reader: Reader,
    person: Person,
    today: Scene['today'],
  ): Promise<
    (course: Course, offering: Offering) => { choice: Choice; verdict: ReturnType<typeof checkApplication> }
  > {
    const own = seatsOf(await placedOf(reader, person.id, await needs.data(reader)));
    const taken = await seatsByOffering(reader);
    return (course, offering) => {
      const seatsTaken = taken.get(offering.id) ?? 0;
      return {
        choice: choiceOf(course, offering, seatsTaken),
        verdict: checkApplication({ person, course, offering, today, own, seatsTaken }),
      };
    };
  }

  /** Records which offerings with people in them have been moved or removed by HR since this was last asked. */
  async function noticeChanges(now: Date): Promise<void> {
    const known = await rememberedOfferings(store.db);
    const data = catalogued(await needs.data(store.db));
    const seated = await seatedOfferings(store.db);
    const isChanged = (id: string): boolean => {
      const before = known.get(id);
      return before !== undefined && remember(before, scheduleIn(data, id)) !== before;
    };
    const changed = [...seated].filter(isChanged);
    if (changed.length === 0) return;
    await store.write(async (tx) => {
      const current = catalogued(await needs.data(tx));
      for (const [id, before] of await rememberedOfferings(tx)) {
        if (!seated.has(id)) continue;
        const after = remember(before, scheduleIn(current, id));
        if (after !== before) await recordSchedule(tx, after, now);
      }
    });
  }

  return { take, give, preview, noticeChanges };
}

export type Seats = ReturnType<typeof createSeats>;

function offeringIn(data: CatalogueData, id: OfferingId): { course: Course; offering: Offering } | null {
  const offering = data.offerings.find((each) => each.id === id);
  const course = offering === undefined ? undefined : data.courses.find(({ id }) => id === offering.courseId);
  return offering === undefined || course === undefined ? null : { course, offering };
}
