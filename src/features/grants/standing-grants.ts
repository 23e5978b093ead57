import { randomUUID } from 'node:crypto';
import { dayOf } from '../../core/calendar/day';
import { type Store, type Writer, whileUnwritten } from '../../db/open';
import { createDirectory, type StandingGrants } from '../directory';
import { employees, loadDataset } from '../records';
import { grantId } from './grant';
import { insertSample, standingAccounts } from './grant-store';

/**
 * The look-up that the directory takes. `countSamples`: only in the local sample; with an app id the grant that came with
 * the sample data gives nothing. Kept in memory while nothing at all was written; a transaction always asks.
 */
export function createStandingGrants(
  store: Pick<Store, 'db' | 'version'>,
  { countSamples }: { readonly countSamples: boolean },
): StandingGrants {
  return whileUnwritten(store, (reader) => standingAccounts(reader, countSamples));
}

/**
 * Grants the role to the nominees of the sample data, so that the local page has a person with it. To be called in the
 * transaction that imports them into an empty database.
 */
export async function grantToSamples(tx: Writer, at: Date): Promise<void> {
  const roster = createDirectory(
    (reader) => loadDataset(reader, employees),
    async () => new Map(),
  );
  for (const { person, isSample, authority } of await roster.nominees(tx, 'stress_admin', dayOf(at))) {
    if (!isSample || authority !== null || person.aadObjectId === null) continue;
    const id = grantId.parse(randomUUID());
    await insertSample(tx, { id, person: person.id, account: person.aadObjectId }, at);
  }
}
