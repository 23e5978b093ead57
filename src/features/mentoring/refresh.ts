import { dayOf } from '../../core/calendar/day';
import { type MentoringNeeds, type People, peopleOn } from './mentoring-needs';
import { isSameStatus, judge, type Pair } from './pair';
import { findPair, livePairs, lockPairs, saveStatus } from './pair-store';

/**
 * Brings every pair to where it stands by today's roster: who is gone, away for long, has moved, or appraises the other.
 * HR is told of each change but a pair's regular end. May run at any time, any number of times.
 */
export function createRefresh(needs: Pick<MentoringNeeds, 'store' | 'directory'>) {
  const { store } = needs;

  return async function refresh(now: Date): Promise<void> {
    const today = dayOf(now);
    const judged = (pair: Pair, people: People) =>
      judge(pair, people.find(pair.mentee), people.find(pair.mentor), today);
    const isStale = (pair: Pair, people: People): boolean => !isSameStatus(pair.status, judged(pair, people));
    const known = await peopleOn(needs, store.db, today);
    const changed = (await livePairs(store.db)).filter((pair) => isStale(pair, known));
    if (changed.length === 0) return;
    await store.write(async (tx) => {
      await lockPairs(tx);
      const people = await peopleOn(needs, tx, today);
      for (const { id } of changed) {
        const pair = await findPair(tx, id);
        if (pair === null || !isStale(pair, people)) continue;
        const status = judged(pair, people);
        const isRegular = status.kind === 'ended' && status.why === 'completed';
        const news = !isRegular && !pair.sample;
        await saveStatus(tx, id, status, { at: now, actor: 'system', news });
      }
    });
  };
}
