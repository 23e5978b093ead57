import type { Activity } from 'botbuilder';
import type { Clock } from '../core/clock';
import type { Turn } from '../core/turn';
import type { Store } from '../db/open';

/** Keeps where each person can be written to, as last seen; written only when it changed. */
export interface ConversationMemory {
  remember(activity: Activity, turn: Turn): Promise<void>;
}

export function createConversationMemory(store: Store, clock: Clock): ConversationMemory {
  const known = new Map<string, string>();
  return {
    async remember(activity, turn) {
      if (turn.sender === null || !turn.personal) return;
      const reference = JSON.stringify({
        bot: activity.recipient,
        channelId: activity.channelId,
        conversation: activity.conversation,
        serviceUrl: activity.serviceUrl,
        user: { id: activity.from.id, aadObjectId: turn.sender },
      });
      const state = `${turn.locale}\n${reference}`;
      if (known.get(turn.sender) === state) return;
      const row = {
        conversation_id: turn.conversationId,
        service_url: activity.serviceUrl,
        reference,
        locale: turn.locale,
        updated_at: clock.now().toISOString(),
      };
      const sender = turn.sender;
      await store.write((tx) =>
        tx
          .insertInto('conversations')
          .values({ aad_object_id: sender, ...row })
          .onConflict((conflict) => conflict.column('aad_object_id').doUpdateSet(row))
          .execute(),
      );
      known.set(turn.sender, state);
    },
  };
}
