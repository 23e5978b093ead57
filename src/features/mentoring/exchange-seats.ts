import type { EmployeeId } from '../../core/ids';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import { type ExchangeId, mentorsOn } from './exchange';
import { lockExchange, saveSeat, seatsOf } from './exchange-store';
import { type MentoringNeeds, peopleOn } from './mentoring-needs';
import { allPairs } from './pair-store';

export type Joined = 'joined' | 'full' | 'gone' | 'not-mentor';

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
    const taken = (await seatsOf(tx, [id])).get(id) ?? [];
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
    const taken = (await seatsOf(tx, [id])).get(id) ?? [];
    if (taken.some(({ person }) => person === scene.person.id))
      await saveSeat(tx, { exchange: id, person: scene.person.id, state: 'withdrawn', at: scene.now });
    return 'left';
  });
