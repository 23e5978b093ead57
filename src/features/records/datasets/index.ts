import type { Dataset } from '../dataset';
import { contacts } from './contacts';
import { courses } from './courses';
import { employees } from './employees';
import { faq } from './faq';
import { holidays } from './holidays';
import { offerings } from './offerings';
import { plan } from './plan';
import { synonyms } from './synonyms';
import { trainingRecords } from './training-records';

/** Every dataset, those that others refer to first: the order in which a whole directory is imported. */
export const allDatasets: readonly Dataset[] = [
  plan,
  contacts,
  courses,
  employees,
  faq,
  offerings,
  trainingRecords,
  synonyms,
  holidays,
];

export const datasetNamed = (name: string): Dataset | null =>
  allDatasets.find((dataset) => dataset.name === name) ?? null;
