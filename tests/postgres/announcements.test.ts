import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('announcements', () => {
  for (const file of ['states', 'at-once', 'kill', 'store', 'expiry', 'forgetting']) {
    describe(file, () => {
      require(`../features/announcements/${file}.test`);
    });
  }
});
