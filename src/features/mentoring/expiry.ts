import { type Day, dayOf, instantAt } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import { employees, historyOf } from '../records';
import { type MentoringNeeds, type People, peopleOn } from './mentoring-needs';
import { judge, type Pair } from './pair';
import { allPairs, lockPairs } from './pair-store';
import { isOverSince, type LeftAt, leaversTexts, sinceFiveYears, sinceLastYear } from './retention';
import {
  removeAwaitedFiles,
  removeCallsBefore,
  removeExchangesBefore,
  removeOwnTexts,
  removePairs,
  removeTexts,
  removeTipsBefore,
} from './retention-store';

/**
 * Removes what its retention period has passed for, once a day; the audit log gets counts. May be called at any time, any
 * number of times, launched or not: a promise to forget does not wait.
 */
export function createExpiry(needs: Pick<MentoringNeeds, 'store' | 'directory' | 'audit'>) {
  const { store, audit } = needs;
  let doneOn: Day | null = null;

  return async function expire(now: Date): Promise<void> {
    const today = dayOf(now);
    if (doneOn === today) return;
    await store.write(async (tx) => {
      await lockPairs(tx);
      const [lastYear, fiveYears] = [sinceLastYear(today), sinceFiveYears(today)];
      const pairs = await allPairs(tx);
      const idsOver = (day: Day) => pairs.filter((pair) => isOverSince(pair, day)).map(({ id }) => id);
      const removed = {
        texts: (await removeTexts(tx, idsOver(lastYear))) + (await removeLeavers(tx, pairs, today)),
        calls: await removeCallsBefore(tx, lastYear),
        pairs: await removePairs(tx, idsOver(fiveYears)),
        exchanges: await removeExchangesBefore(tx, lastYear),
        tips: await removeTipsBefore(tx, fiveYears),
      };
      await removeAwaitedFiles(tx, now);
      const counts = Object.fromEntries(Object.entries(removed).filter(([, count]) => count > 0));
      if (Object.keys(counts).length === 0) return;
      const detail = { step: 'expired', ...counts };
      await audit.record(tx, {
        at: now,
        actor: 'system',
        action: 'mentoring-changed',
        subject: 'mentoring',
        detail,
      });
    });
    doneOn = today;
  };

  async function removeLeavers(tx: Writer, pairs: readonly Pair[], today: Day): Promise<number> {
    const people = await peopleOn(needs, tx, today);
    let count = 0;
    for (const pair of pairs) {
      const leftAt: LeftAt = {
        mentee: await leftSince(tx, people, pair, pair.mentee),
        mentor: await leftSince(tx, people, pair, pair.mentor),
      };
      const status = judge(pair, people.find(pair.mentee), people.find(pair.mentor), today);
      const gone = leaversTexts({ ...pair, status }, leftAt, today);
      if (gone === 'all') count += await removeTexts(tx, [pair.id]);
      else for (const side of gone) count += await removeOwnTexts(tx, pair.id, side);
    }
    return count;
  }
}

/** By the roster's history; where it does not tell, by when the pair ended for that reason. */
async function leftSince(
  reader: Reader,
  people: People,
  { status }: Pair,
  person: EmployeeId,
): Promise<Date | null> {
  if (people.find(person) !== null) return null;
  const [last] = await historyOf(reader, employees, person);
  if (last?.kind === 'removed') return last.at;
  return status.kind === 'ended' && status.why === 'left' ? instantAt(status.on, '00:00') : null;
}
