import { isHr, type Person } from '../directory';
import {
  contacts,
  courses,
  type Dataset,
  employees,
  faq,
  holidays,
  type ImportPlan,
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

/** Whether an import of the roster would leave the one who makes it without the right to. */
export const losesRole = ({ dataset, removed, changed }: ImportPlan, { id }: Person): boolean =>
  dataset.name === employees.name &&
  [...removed, ...changed].some(
    (change) => change.id === id && !change.after?.cells.roles?.split('|').includes('hr_admin'),
  );

export const datasetsFor = (person: Person): readonly Dataset[] =>
  EDITED.filter((dataset) => mayEdit(person, dataset));

/** What people call the data, longer words first where one holds another. */
const WORDS: readonly (readonly [RegExp, Dataset])[] = [
  [/研修履歴|受講履歴|training record/i, trainingRecords],
  [/開催|日程|offering/i, offerings],
  [/faq|質問|q&a|question/i, faq],
  [/研修|講座|course/i, courses],
  [/窓口|contact|desk/i, contacts],
  [/同義語|synonym/i, synonyms],
  [/休日|祝日|閉庁|holiday/i, holidays],
  [/計画|取組|plan/i, plan],
  [/名簿|職員|roster|employee/i, employees],
];

/** The data that a text speaks of, as far as this person may edit it. */
export function datasetIn(text: string, person: Person): Dataset | null {
  const words = text.normalize('NFKC');
  const named = WORDS.find(([pattern]) => pattern.test(words))?.[1];
  return named !== undefined && mayEdit(person, named) ? named : null;
}

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
