import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('records', () => {
  for (const file of ['at-once', 'import', 'undo']) {
    describe(file, () => {
      require(`../features/records/${file}.test`);
    });
  }
});
