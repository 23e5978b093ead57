import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('thanks', () => {
  require('../features/thanks/thanks.test');
});
