import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('reminders', () => {
  require('../features/reminders/at-once.test');
  require('../features/reminders/reserve.test');
});
