import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('seats', () => {
  require('../features/enrolment/seats.test');
});
