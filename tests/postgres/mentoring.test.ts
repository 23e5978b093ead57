import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('mentoring', () => {
  require('../features/mentoring/store.test');
});
