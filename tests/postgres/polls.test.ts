import { alsoOnPostgres } from '../support/databases';

alsoOnPostgres('polls', () => {
  require('../features/polls/anonymity.test');
  require('../features/polls/closing.test');
  require('../features/polls/reminding.test');
  require('../features/polls/survey.test');
  require('../features/polls/survey-closing.test');
});
