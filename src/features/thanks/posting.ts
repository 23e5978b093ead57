import { dayOf, instantAt } from '../../core/calendar/day';
import type { ThanksId } from '../../core/ids';
import type { Writer } from '../../db/open';
import { type JobId, jobId } from '../../delivery';
import type { Person, Scene } from '../directory';
import { localesOf, reserveInBudget } from '../reminders';
import type { Thanks } from './thanks';
import type { Written } from './thanks-actions';
import { thanksCards } from './thanks-cards';
import type { ThanksNeeds } from './thanks-needs';
import { findThanks, insertThanks, noteDelivery } from './thanks-store';
import { receivedView } from './thanks-views';

const OPENING = '08:30';

const jobOf = (id: ThanksId): JobId => jobId.parse(`thanks:${id}`);
/** Names the message for good, in the outbox and in the receiver's budget. */
export const keyOf = (id: ThanksId): string => `thanks:${id}`;

/** Sends a card once, and one a day from one to the other: false where there is one of today already. */
export function createPosting({ store, outbox, calendar }: ThanksNeeds) {
  /** On the first open day that has room in the receiver's budget. */
  async function enqueue(tx: Writer, scene: Scene, card: Thanks, to: Person): Promise<void> {
    if (to.aadObjectId === null) throw new Error(`${to.id} is not in Teams`);
    const opensAt = calendar().nextOpenMoment(scene.now);
    const days = await reserveInBudget(tx, {
      people: [to.id],
      from: dayOf(opensAt),
      calendar: calendar(),
      nameOf: () => keyOf(card.id),
    });
    const on = days.get(to.id) ?? dayOf(opensAt);
    const locale = (await localesOf(tx, [to.aadObjectId])).get(to.aadObjectId) ?? 'ja';
    const { added } = await outbox.enqueue(
      tx,
      { id: jobOf(card.id), kind: 'thanks', createdBy: scene.person.id },
      [
        {
          kind: 'send',
          recipient: to.aadObjectId,
          dedupeKey: keyOf(card.id),
          notBefore: on === dayOf(opensAt) ? opensAt : instantAt(on, OPENING),
          hours: 'open',
          priority: 'low',
          payload: {
            kind: 'card',
            card: thanksCards.card.name,
            view: receivedView(card, scene.person, { note: null, asksReport: false }, locale),
          },
        },
      ],
    );
    const [delivery] = added;
    if (delivery !== undefined) await noteDelivery(tx, card.id, delivery.id);
  }

  return async function post(scene: Scene, written: Written, to: Person, text: string): Promise<boolean> {
    const made: Thanks = {
      id: written.id,
      sender: scene.person.id,
      receiver: to.id,
      text,
      sentOn: scene.today,
      delivery: null,
      senderAllows: written.allows,
      sharedWith: null,
      takenBack: false,
      reported: false,
    };
    if ((await findThanks(store.db, written.id)) !== null) return true;
    await store.write(async (tx) => {
      if ((await insertThanks(tx, made)) === 'inserted') await enqueue(tx, scene, made, to);
    });
    return (await findThanks(store.db, written.id)) !== null;
  };
}
