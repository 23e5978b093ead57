import type { AnnouncementId } from '../../core/ids';
import type { Reader } from '../../db/open';
import { countStates } from './recipient';
import { postsOf, recipientsOf } from './recipient-store';

/** How far it has got; read for the card of who sends it. */
export async function standingOf(reader: Reader, id: AnnouncementId) {
  const recipients = await recipientsOf(reader, id);
  return {
    recipients,
    counts: countStates(recipients),
    confirmed: recipients.filter(({ confirmedAt }) => confirmedAt !== null).length,
    posts: await postsOf(reader, id),
  };
}
