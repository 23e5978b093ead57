import type { Reader, Store } from './db/open';
import {
  cachedDataset,
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
export const createRows = (store: Store, known?: KnownRows) => ({
  contacts: cachedDataset(contacts, store, known?.contacts),
  courses: cachedDataset(courses, store, known?.courses),
  employees: cachedDataset(employees, store, known?.employees),
  faq: cachedDataset(faq, store, known?.faq),
  holidays: cachedDataset(holidays, store, known?.holidays),
  offerings: cachedDataset(offerings, store, known?.offerings),
  plan: cachedDataset(plan, store, known?.plan),
  synonyms: cachedDataset(synonyms, store, known?.synonyms),
  records: cachedDataset(trainingRecords, store, known?.records),
});
