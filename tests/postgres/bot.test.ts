import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('bot', () => {
  for (const file of ['chat/chat', 'inquiries/inquiries']) {
    describe(file, () => {
      require(`../features/${file}.test`);
    });
  }
});
