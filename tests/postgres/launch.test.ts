import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('launch', () => {
  require('../features/launch/store.test');
});
