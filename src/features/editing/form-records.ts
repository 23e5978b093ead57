import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import {
  countOf,
  type Dataset,
  datasetNamed,
  historyOf,
  idsByName,
  nextFreeId,
  recordOf,
  recordsOf,
} from '../records';
import type { Candidates } from './form-fields';
import { naming, SOURCES, shorten } from './record-words';

/** What a form needs to know of the records around its own. */

/** A list of more would fill the form, and nobody would find anything in it. */
const MOST_CANDIDATES = 40;

/** A course may be called by its name. */
export async function withIds(
  reader: Reader,
  dataset: Dataset,
  typed: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const idFor = await idsByName(
    reader,
    dataset.columns.filter(({ name }) => typed[name] !== undefined),
  );
  return Object.fromEntries(Object.entries(typed).map(([column, text]) => [column, idFor(column, text)]));
}

/** The same dialog sent twice finds what the first one saved: null when it was not this person's, or says something else. */
export async function savedBefore(
  reader: Reader,
  { dataset, id }: { readonly dataset: Dataset; readonly id: string | null },
  typed: Readonly<Record<string, string>>,
  actor: string,
): Promise<{ readonly id: string; readonly changeSet: string | null } | null> {
  const added = id === null ? dataset.parse(typed) : null;
  if (added?.ok === false) return null;
  const record = await recordOf(reader, dataset, added?.value.id ?? id ?? '');
  if (record === null) return null;
  // What was typed into the form of a record is already compared with what it holds now.
  const same =
    added === null
      ? Object.keys(typed).length === 0
      : dataset.columns.every(
          ({ name, whenUnsaid }) =>
            whenUnsaid === 'cleared' || (added.value.cells[name] ?? '') === (record.cells[name] ?? ''),
        );
  const [latest] = await historyOf(reader, dataset, record.id);
  const own = latest?.actor === actor && latest.source === SOURCES.form;
  return same && own ? { id: record.id, changeSet: latest.changeSet } : null;
}

/** The id that a new record gets, where nobody has to think of one. */
export async function proposedKey(reader: Reader, dataset: Dataset): Promise<Record<string, string>> {
  const id = await nextFreeId(reader, dataset);
  const key = dataset.columns.find(({ inKey }) => inKey);
  return id === null || key === undefined ? {} : { [key.name]: id };
}

/** The records that a column can name, by what they are called. */
export async function candidatesFor(
  reader: Reader,
  dataset: Dataset,
  { locale }: Scene,
): Promise<Candidates> {
  const candidates = new Map<string, { title: string; value: string }[]>();
  for (const { form } of dataset.columns) {
    if (form.kind !== 'reference' || candidates.has(form.to)) continue;
    const other = datasetNamed(form.to);
    if (other === null || (await countOf(reader, other)) > MOST_CANDIDATES) continue;
    const records = await recordsOf(reader, other);
    const nameOf = await naming(reader, other, locale);
    candidates.set(
      form.to,
      records.map((record) => ({
        title: `${shorten(nameOf(record), 40)}（${record.id}）`,
        value: record.id,
      })),
    );
  }
  return candidates;
}
