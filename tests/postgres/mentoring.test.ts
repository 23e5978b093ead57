import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('mentoring', () => {
  require('../features/mentoring/store.test');
  require('../features/mentoring/exchange-store.test');
  require('../features/mentoring/retention.test');
});
