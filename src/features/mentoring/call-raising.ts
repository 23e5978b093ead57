import type { Reader, Writer } from '../../db/open';
import { isHr, type Person, type Scene } from '../directory';
import type { Own } from './access';
import { type Call, type CallKind, readersFor } from './call';
import { insertCall } from './call-store';
import { type MentoringNeeds, peopleOn } from './mentoring-needs';

/** Whom one of a pair can choose as the reader of a call today; each is named before it is made. */
export async function readersOf(
  needs: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  own: Own,
  kind: CallKind,
  { today }: Pick<Scene, 'today'>,
): Promise<readonly Person[]> {
  const { all } = await peopleOn(needs, reader, today);
  const people = { mentee: own.mentee, mentor: own.mentor, hr: all.filter(isHr) };
  return readersFor(kind, own.side, own.pair, people);
}

/** To be called for one of `readersOf`. A second one to the same reader, while the first is open, is the first. */
export const raiseCall = (
  needs: Pick<MentoringNeeds, 'newId'>,
  tx: Writer,
  call: Pick<Call, 'pair' | 'kind' | 'reader'>,
  { person, now }: Pick<Scene, 'person' | 'now'>,
): Promise<void> => insertCall(tx, { ...call, id: needs.newId(), asker: person.id, askedAt: now });
