import type { ThanksId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import { jobId } from '../../delivery';
import type { Scene } from '../directory';
import type { CardFlow } from './card-flow';
import { thanksCards } from './thanks-cards';
import type { ThanksNeeds } from './thanks-needs';
import { lockThanks, noteReported, saveShared } from './thanks-store';
import { thanksTexts } from './thanks-texts';
import { reportedView } from './thanks-views';

/** What a receiver does about a card that is no thanks. */
export function createReportFlow(needs: ThanksNeeds, cards: CardFlow) {
  const { store, outbox, directory } = needs;

  /** To all who answer for HR, once. */
  async function report(scene: Scene, id: ThanksId): Promise<Reply> {
    const editors = await directory.withRole(store.db, 'hr_editor', scene.today);
    await store.write(async (tx) => {
      const card = await lockThanks(tx, id);
      if (card === null || card.receiver !== scene.person.id || card.reported || card.takenBack) return;
      await noteReported(tx, id);
      await saveShared(tx, id, null, scene.today);
      const from = await directory.byId(tx, card.sender, scene.today);
      const view = reportedView(card, { sender: from, receiver: scene.person }, 'ja');
      await outbox.enqueue(
        tx,
        { id: jobId.parse(`thanks:${id}:report`), kind: 'thanks-report', createdBy: scene.person.id },
        editors.flatMap(({ aadObjectId, id: editor }) =>
          // Nobody is told of a report about themself.
          aadObjectId === null || editor === card.sender
            ? []
            : [
                {
                  kind: 'send' as const,
                  recipient: aadObjectId,
                  dedupeKey: `thanks:${id}:report:${editor}`,
                  payload: { kind: 'card' as const, card: thanksCards.card.name, view },
                },
              ],
        ),
      );
      await needs.audit.record(tx, {
        at: scene.now,
        actor: scene.person.id,
        action: 'thanks-reported',
        subject: id,
        detail: {},
      });
    });
    return cards.received(scene, id, { note: thanksTexts(scene.locale).reported });
  }

  return report;
}
