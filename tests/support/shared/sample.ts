import path from 'node:path';
import type { Store, Writer } from '../../../src/db/open';
import { createAudit } from '../../../src/features/audit';
import { grantToSamples } from '../../../src/features/grants';
import { importDirectory } from '../../../src/features/records';

/** When the sample comes into a database, and the tests on it begin. */
export const BEGINNING = new Date('2026-11-24T01:00:00Z');

/** Fills an empty database with the sample data, whose 480 people hold the roles that the roster names. */
export async function seedSample(store: Store): Promise<void> {
  const seeded = await importDirectory(store, path.join(__dirname, '../../../data'), {
    actor: 'system',
    clock: { now: () => BEGINNING },
    audit: createAudit(),
    async alsoSeed(tx) {
      await grantToSamples(tx, BEGINNING);
      await muteOffers(tx);
    },
  });
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.error[0]));
}

/** Courses are offered to nearly all of the 480 at the first sweep, which hardly a test means: everybody has muted that. */
async function muteOffers(tx: Writer): Promise<void> {
  const people = await tx.selectFrom('employees').select('id').execute();
  const mutes = people.map(({ id }) => ({ person: id, thing: 'enrolment:offers', day: '2026-04-01' }));
  await tx.insertInto('reminder_mutes').values(mutes).execute();
}
