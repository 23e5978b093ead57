import { run } from './ddl';
import type { Migration } from './migration';

/** The last day of a survey; of those made before there was one, the program takes the usual time from their beginning. */
export const surveyClosing: Migration = {
  version: 17,
  name: 'survey-closing',
  up: (db) => run(db, ['alter table pulse_surveys add column closes_on text']),
};
