import { inPlace, notice } from '../../cards/replies';
import type { ThanksId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Payload } from '../../delivery';
import type { Scene } from '../directory';
import { giveBackToBudget } from '../reminders';
import { keyOf } from './posting';
import type { WiderCircle } from './thanks';
import { thanksCards } from './thanks-cards';
import type { ThanksNeeds } from './thanks-needs';
import { deliveryState, findThanks, lockThanks, noteTakenBack, saveShared } from './thanks-store';
import { thanksTexts } from './thanks-texts';
import { mayBeShared, receivedView, sentView } from './thanks-views';

const NO_WORDS: Payload = { kind: 'text', text: '' };

/** What its sender and its receiver see of a card, and do with it. */
export function createCardFlow(needs: ThanksNeeds) {
  const { store, outbox, directory } = needs;

  const find = (scene: Scene, id: Parameters<typeof directory.byId>[1]) =>
    directory.byId(store.db, id, scene.today);

  async function sent(scene: Scene, id: ThanksId, note: string | null = null): Promise<Reply> {
    const t = thanksTexts(scene.locale);
    const card = await findThanks(store.db, id);
    if (card === null || card.sender !== scene.person.id) return notice(t.gone);
    const to = await find(scene, card.receiver);
    const state = await deliveryState(store.db, card.delivery);
    return inPlace(thanksCards.card, sentView(card, { to: to?.name ?? '', state, note }, scene.locale));
  }

  async function takeBack(scene: Scene, id: ThanksId): Promise<Reply> {
    const outcome = await store.write(async (tx) => {
      const card = await lockThanks(tx, id);
      if (card === null || card.sender !== scene.person.id) return 'gone';
      if (card.takenBack || card.delivery === null) return 'done';
      // The words are to stay nowhere, the outbox included.
      const waiting = await outbox.rewrite(tx, [{ delivery: card.delivery, payload: NO_WORDS }]);
      if (waiting.size === 0) return 'late';
      await outbox.cancelDeliveries(tx, [card.delivery]);
      await giveBackToBudget(tx, [keyOf(id)]);
      await noteTakenBack(tx, id);
      return 'done';
    });
    return sent(scene, id, outcome === 'late' ? thanksTexts(scene.locale).tooLate : null);
  }

  async function received(
    scene: Scene,
    id: ThanksId,
    shown: { readonly note?: string; readonly asksReport?: boolean } = {},
  ): Promise<Reply> {
    const card = await findThanks(store.db, id);
    if (card === null || card.receiver !== scene.person.id || card.takenBack)
      return notice(thanksTexts(scene.locale).gone);
    const from = await find(scene, card.sender);
    const view = receivedView(
      card,
      from ?? { id: card.sender, name: '', section: '' },
      { note: shown.note ?? null, asksReport: shown.asksReport ?? false },
      scene.locale,
    );
    return inPlace(thanksCards.card, view);
  }

  /** Within what the sender allows. Either of the two ends it. */
  async function share(scene: Scene, id: ThanksId, circle: WiderCircle | null): Promise<Reply> {
    await store.write(async (tx) => {
      const card = await lockThanks(tx, id);
      if (card === null) return;
      const isReceiver = card.receiver === scene.person.id;
      if (
        circle === null
          ? isReceiver || card.sender === scene.person.id
          : isReceiver && mayBeShared(card, circle)
      )
        await saveShared(tx, id, circle, scene.today);
    });
    const card = await findThanks(store.db, id);
    return card?.sender === scene.person.id ? sent(scene, id) : received(scene, id);
  }

  return { sent, takeBack, received, share };
}

export type CardFlow = ReturnType<typeof createCardFlow>;
