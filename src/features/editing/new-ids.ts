import type { Reader } from '../../db/open';
import { contacts, courses, type Dataset, faq, offerings } from '../records';
import { idsEverUsed } from './record-queries';

/** `H` stands for what HR adds by itself: such ids meet neither those of the samples nor those of HR's files. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [faq.name, 'F-H-'],
  [courses.name, 'C-H-'],
  [offerings.name, 'O-H-'],
  [contacts.name, 'C-H-'],
]);

/** The next id that was never used, or null where the id has a meaning of its own (an employee number, a date). */
export async function nextFreeId(reader: Reader, dataset: Dataset): Promise<string | null> {
  const prefix = PREFIXES.get(dataset.name);
  if (prefix === undefined) return null;
  const used = await idsEverUsed(reader, dataset, prefix);
  const numbers = used.map((id) => Number(id.slice(prefix.length))).filter(Number.isSafeInteger);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
