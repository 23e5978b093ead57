import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('grants and the stress check', () => {
  require('../features/grants/grant-store.test');
});
