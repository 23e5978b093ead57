import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('progress', () => {
  require('../features/progress/store.test');
  require('../features/progress/recording.test');
});
