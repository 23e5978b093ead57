import path from 'node:path';
import type { Store } from '../../../src/db/open';
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
    alsoSeed: (tx) => grantToSamples(tx, BEGINNING),
  });
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.error[0]));
}
