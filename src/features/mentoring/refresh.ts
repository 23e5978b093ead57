import { addDays, type Day, dayOf } from '../../core/calendar/day';
import { type MentoringNeeds, type People, peopleOn } from './mentoring-needs';
import { isSameStatus, judge, type Pair, type PairStatus, pairProblems } from './pair';
import { allPairs, findPair, lockPairs, saveStatus } from './pair-store';
import { LEAVER_DAYS } from './retention';

/**
 * Brings every pair to where it stands by today's roster: who is gone, away for long, has moved, or appraises the other; a
 * pair that ended since one was gone or above the other goes on where that was over soon (a roster put right, a 代決者 for a
 * week). HR is told of each change but a pair's regular end. May run at any time, any number of times.
 */
export function createRefresh(needs: Pick<MentoringNeeds, 'store' | 'directory'>) {
  const { store } = needs;

  return async function refresh(now: Date): Promise<void> {
    const today = dayOf(now);
    const known = await peopleOn(needs, store.db, today);
    const pairs = await allPairs(store.db);
    const changed = pairs.filter((pair) => isStale(pair, pairs, known, today));
    if (changed.length === 0) return;
    await store.write(async (tx) => {
      await lockPairs(tx);
      const people = await peopleOn(needs, tx, today);
      for (const { id } of changed) {
        const pair = await findPair(tx, id);
        const others = await allPairs(tx);
        if (pair === null || !isStale(pair, others, people, today)) continue;
        const status = statusOn(pair, others, people, today);
        const isRegular = status.kind === 'ended' && status.why === 'completed';
        const news = !isRegular && !pair.sample;
        await saveStatus(tx, id, status, { at: now, actor: 'system', news });
      }
    });
  };
}

const isStale = (pair: Pair, all: readonly Pair[], people: People, today: Day): boolean =>
  !isSameStatus(pair.status, statusOn(pair, all, people, today));

function statusOn(pair: Pair, all: readonly Pair[], people: People, today: Day): PairStatus {
  const [mentee, mentor] = [people.find(pair.mentee), people.find(pair.mentor)];
  const { status } = pair;
  const mayReturn =
    status.kind === 'ended' &&
    (status.why === 'left' || status.why === 'evaluator') &&
    today <= addDays(status.on, LEAVER_DAYS);
  if (!mayReturn || mentee === null || mentor === null) return judge(pair, mentee, mentor, today);
  const others = all.filter(({ id }) => id !== pair.id);
  // HR may have found somebody else meanwhile.
  if (pairProblems({ mentee, mentor, term: pair }, others, today).length > 0) return status;
  return judge({ ...pair, status: { kind: 'active' } }, mentee, mentor, today);
}
