import { type Day, dayOf } from '../../core/calendar/day';
import { enrolmentId } from '../../core/ids';
import type { Message } from '../../core/turn';
import type { Reader } from '../../db/store';
import type { Person, Scene } from '../directory';
import {
  type DueReminder,
  type ItemOutcome,
  NOTHING_SAID,
  partsOf,
  type ReminderSource,
  shownBelow,
  thingKey,
} from '../reminders';
import type { EnrolmentNeeds } from './enrolment-needs';
import { findEnrolment, rememberedOffering } from './enrolment-store';
import { managerDue, managerItem, managerThings, recordSeen } from './manager-items';
import { OFFERS, offersDue, offersItem, offersMessage } from './offers';
import { catalogued, type Placed, place } from './own-enrolments';
import { readWorld } from './reminder-world';
import { changedItem, seatDue, seatItem } from './seat-items';
import type { Choice } from './seat-views';

export interface SourceParts {
  readonly noticeChanges: (now: Date) => Promise<void>;
  readonly openFor: (reader: Reader, person: Person, today: Day) => Promise<readonly Choice[]>;
  readonly calendarMessage: (scene: Scene, placed: Placed) => Promise<Message>;
  readonly askWithdraw: (scene: Scene, placed: Placed) => Message | null;
}

const NAME = 'enrolment';

/**
 * What the enrolment reminds of: one's own courses (7 and 1 open days before, on the morning, and when they are moved), what
 * one could apply for, and for managers who has applied. Things: `seat:<id>`, `changed:<id>`, `offers`, `unit:<hash>`.
 */
export function createReminderSource(needs: EnrolmentNeeds, parts: SourceParts): ReminderSource {
  const { store } = needs;

  async function due(reader: Reader, now: Date): Promise<readonly DueReminder[]> {
    // A transaction of another would wait for this write for ever; the next sweep then notices.
    if (!reader.isTransaction) await parts.noticeChanges(now);
    const world = await readWorld(reader, needs, now);
    return [...seatDue(world), ...managerDue(world), ...offersDue(world)];
  }

  const momentOf = (today: Day) => ({ today, calendar: needs.calendar() });

  async function placedOfThing(reader: Reader, person: Person, id: string): Promise<Placed | null> {
    const known = enrolmentId.safeParse(id);
    const enrolment = known.success ? await findEnrolment(reader, known.data) : null;
    if (enrolment === null || enrolment.employee !== person.id) return null;
    const remembered = await rememberedOffering(reader, enrolment.offering);
    return remembered === null ? null : place(enrolment, remembered, catalogued(await needs.data(reader)));
  }

  return {
    name: NAME,
    due,
    async item(reader, { person, thing, now, locale }) {
      const today = dayOf(now);
      const [kind, id = ''] = partsOf(thing);
      switch (kind) {
        case 'seat':
        case 'changed': {
          const placed = await placedOfThing(reader, person, id);
          if (placed === null) return null;
          return kind === 'seat' ? seatItem(placed, today, locale) : changedItem(placed, today, locale);
        }
        case 'unit':
          return managerItem(await readWorld(reader, needs, now), person, id, locale);
        case OFFERS:
          return offersItem(await parts.openFor(reader, person, today), momentOf(today), locale);
        default:
          return null;
      }
    },
    async openFor(reader, person, now) {
      const things = managerThings(await readWorld(reader, needs, now), person);
      return things.map((thing) => ({ thing: thingKey.parse(thing), dueOn: null }));
    },
    async act(scene, thing, choice): Promise<ItemOutcome> {
      const [kind, id = ''] = partsOf(thing);
      switch (kind) {
        case 'seat':
        case 'changed': {
          const placed = await placedOfThing(store.db, scene.person, id);
          if (placed === null) return NOTHING_SAID;
          const message =
            choice === 'calendar'
              ? await parts.calendarMessage(scene, placed)
              : parts.askWithdraw(scene, placed);
          return message === null ? NOTHING_SAID : shownBelow(message);
        }
        case 'unit':
          return recordSeen(needs, scene, id);
        case OFFERS:
          return shownBelow(
            offersMessage(
              await parts.openFor(store.db, scene.person, scene.today),
              momentOf(scene.today),
              scene.locale,
            ),
          );
        default:
          return NOTHING_SAID;
      }
    },
  };
}
