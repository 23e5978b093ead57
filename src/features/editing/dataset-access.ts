import { isHr, type Person } from '../directory';
import {
  contacts,
  courses,
  type Dataset,
  employees,
  faq,
  holidays,
  offerings,
  plan,
  synonyms,
  trainingRecords,
} from '../records';

/** In the order in which they are offered. */
const EDITED: readonly Dataset[] = [
  faq,
  courses,
  offerings,
  contacts,
  synonyms,
  holidays,
  plan,
  trainingRecords,
  employees,
];

/** The roster decides who has which role, so that editors could raise themselves by it. */
export const mayEdit = (person: Person, dataset: Dataset): boolean =>
  isHr(person) && (dataset.name !== employees.name || person.roles.has('hr_admin'));

export const datasetsFor = (person: Person): readonly Dataset[] =>
  EDITED.filter((dataset) => mayEdit(person, dataset));

/**
 * What HR reads through before it is relied on, in that order: desks first, since without them nobody may be sent to
 * the bot with a serious matter.
 */
export const CONFIRMED: readonly Dataset[] = [contacts, faq, plan, courses, offerings];

export const isConfirmable = (dataset: Dataset): boolean =>
  CONFIRMED.some(({ name }) => name === dataset.name);

/** Reading these goes into the audit log too. */
export const isPersonal = (dataset: Dataset): boolean =>
  dataset.name === employees.name || dataset.name === trainingRecords.name;
