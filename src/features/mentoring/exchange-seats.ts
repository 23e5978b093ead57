import type { EmployeeId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import { type ExchangeId, mentorsOn } from './exchange';
import { lockExchange, type Seat, saveSeat, seatsOf } from './exchange-store';
import { type MentoringNeeds, peopleOn } from './mentoring-needs';
import { allPairs } from './pair-store';

export type Joined = 'joined' | 'full' | 'gone' | 'not-mentor';

/** Seats that are taken by people who are still there, of these meetings: a leaver's is free again. */
export async function seatsNow(
  needs: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  exchanges: readonly ExchangeId[],
  today: Scene['today'],
): Promise<ReadonlyMap<ExchangeId, readonly Seat[]>> {
  const seats = await seatsOf(reader, exchanges);
  if (seats.size === 0) return seats;
  const { find } = await peopleOn(needs, reader, today);
  return new Map([...seats].map(([id, taken]) => [id, taken.filter(({ person }) => find(person) !== null)]));
}

export const seatsOfOne = async (
  needs: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  id: ExchangeId,
  today: Scene['today'],
): Promise<readonly Seat[]> => (await seatsNow(needs, reader, [id], today)).get(id) ?? [];

export const mentorsNow = async (
  needs: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  today: Scene['today'],
): Promise<ReadonlySet<EmployeeId>> =>
  mentorsOn((await peopleOn(needs, reader, today)).all, await allPairs(reader), today);

/** Takes a seat for who acts. Decides under the lock of the meeting, so that no seat is given twice. */
export const takeSeat = (needs: MentoringNeeds, scene: Scene, id: ExchangeId): Promise<Joined> =>
  needs.store.write(async (tx): Promise<Joined> => {
    const exchange = await lockExchange(tx, id);
    if (exchange === null || exchange.state === 'cancelled' || exchange.on <= scene.today) return 'gone';
    if (!(await mentorsNow(needs, tx, scene.today)).has(scene.person.id)) return 'not-mentor';
    const taken = await seatsOfOne(needs, tx, id, scene.today);
    if (taken.some(({ person }) => person === scene.person.id)) return 'joined';
    if (taken.length >= exchange.seats) return 'full';
    await saveSeat(tx, { exchange: id, person: scene.person.id, state: 'going', at: scene.now });
    return 'joined';
  });

/** Gives one's own seat back. A second tap finds it given back. */
export const giveSeat = (needs: MentoringNeeds, scene: Scene, id: ExchangeId): Promise<'left' | 'gone'> =>
  needs.store.write(async (tx) => {
    const exchange = await lockExchange(tx, id);
    if (exchange === null || exchange.on <= scene.today) return 'gone';
    const taken = await seatsOfOne(needs, tx, id, scene.today);
    if (taken.some(({ person }) => person === scene.person.id))
      await saveSeat(tx, { exchange: id, person: scene.person.id, state: 'withdrawn', at: scene.now });
    return 'left';
  });
