import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('campaigns', () => {
  require('../features/campaigns/store.test');
});
