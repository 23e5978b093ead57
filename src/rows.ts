import type { Reader, Store } from './db/open';
import {
  cachedDataset,
  cachedRevisions,
  contacts,
  courses,
  employees,
  faq,
  holidays,
  offerings,
  plan,
  readKept,
  synonyms,
  trainingRecords,
} from './features/records';

/** The organisation's data as it is at one moment. */
export type KnownRows = Awaited<ReturnType<typeof readRows>>;

export const readRows = async (reader: Reader) => ({
  contacts: await readKept(reader, contacts),
  courses: await readKept(reader, courses),
  employees: await readKept(reader, employees),
  faq: await readKept(reader, faq),
  holidays: await readKept(reader, holidays),
  offerings: await readKept(reader, offerings),
  plan: await readKept(reader, plan),
  synonyms: await readKept(reader, synonyms),
  records: await readKept(reader, trainingRecords),
});

/** The organisation's data, read when it is asked for and kept as long as nothing changes. */
export function createRows(store: Store, known?: KnownRows) {
  const revisions = cachedRevisions(store);
  return {
    contacts: cachedDataset(contacts, store, known?.contacts, revisions),
    courses: cachedDataset(courses, store, known?.courses, revisions),
    employees: cachedDataset(employees, store, known?.employees, revisions),
    faq: cachedDataset(faq, store, known?.faq, revisions),
    holidays: cachedDataset(holidays, store, known?.holidays, revisions),
    offerings: cachedDataset(offerings, store, known?.offerings, revisions),
    plan: cachedDataset(plan, store, known?.plan, revisions),
    synonyms: cachedDataset(synonyms, store, known?.synonyms, revisions),
    records: cachedDataset(trainingRecords, store, known?.records, revisions),
  };
}
