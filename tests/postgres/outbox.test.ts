import { alsoOnPostgres } from '../support/databases';

const files = [
  'outbox',
  'worker',
  'changes',
  'failures',
  'crash',
  'kill',
  'any-interleaving',
  'several-workers',
  'in-between',
  'hold',
  'open-hours',
];

alsoOnPostgres('outbox', () => {
  for (const file of files) {
    describe(file, () => {
      require(`../delivery/${file}.test`);
    });
  }
});
