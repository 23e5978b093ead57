import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import type { Reader, Writer } from '../../db/open';
import { fold } from './cell-types';
import type { Dataset, NamedColumn } from './dataset';

/** Which heading of a file feeds which column: column name → heading. */
export type Mapping = Readonly<Record<string, string>>;

export interface MappingGuess {
  readonly mapping: Mapping;
  /** Headings that feed nothing. */
  readonly unused: readonly string[];
  /** Required columns that nothing feeds; an id that the bot can give by itself is none. */
  readonly missing: readonly NamedColumn[];
}

/** Heading of the column in which HR marks what it has read, in a file that was exported for confirmation. */
export const REVIEW_HEADING = { ja: '確認', en: 'Reviewed' } as const;
/** What HR writes there. */
export const REVIEWED = { ja: '済', en: 'yes' } as const;

const reviewWords = new Set([fold(REVIEW_HEADING.ja), fold(REVIEW_HEADING.en)]);
export const isReviewHeading = (heading: string): boolean => reviewWords.has(foldHeading(heading));

/** Forms mark required fields and units: `氏名（必須）`, `※氏名`, `定員[人]`. */
const foldHeading = (heading: string): string => {
  const folded = fold(heading);
  return folded.replaceAll(/^[※*★●○■□]+|[※*]+$|\((?:必須|任意|required)\)|\[[^\]]*\]/g, '') || folded;
};

/** By the exact name first, then the label in either language, then the headings that organisations usually use. */
export function guessMapping(dataset: Dataset, headings: readonly string[]): MappingGuess {
  const free = new Map<string, string>();
  for (const heading of headings) {
    const folded = foldHeading(heading);
    if (folded !== '' && !free.has(folded)) free.set(folded, heading);
  }
  const mapping: Record<string, string> = {};
  const claim = (wordsOf: (column: NamedColumn) => readonly string[]) => {
    for (const column of dataset.columns) {
      if (mapping[column.name] !== undefined) continue;
      const word = wordsOf(column)
        .map(foldHeading)
        .find((candidate) => free.has(candidate));
      if (word === undefined) continue;
      mapping[column.name] = free.get(word) ?? '';
      free.delete(word);
    }
  };
  claim(({ name }) => [name]);
  claim(({ label }) => [label.ja, label.en]);
  claim(({ also }) => also);
  return { mapping, ...leftovers(dataset, headings, mapping) };
}

/** Whether a new record cannot do without a cell of this column. */
export const isNeeded = (
  { numbering }: Pick<Dataset, 'numbering'>,
  { required, inKey }: NamedColumn,
): boolean => required && !(inKey && numbering !== null);

function leftovers(
  dataset: Dataset,
  headings: readonly string[],
  mapping: Mapping,
): Omit<MappingGuess, 'mapping'> {
  const used = new Set(Object.values(mapping));
  return {
    unused: headings.filter((heading) => heading !== '' && !used.has(heading) && !isReviewHeading(heading)),
    missing: dataset.columns.filter(
      (column) => isNeeded(dataset, column) && mapping[column.name] === undefined,
    ),
  };
}

/** What somebody chose for a file with the same headings before, else the guess. */
export async function mappingFor(
  reader: Reader,
  dataset: Dataset,
  headings: readonly string[],
): Promise<MappingGuess> {
  const remembered = await reader
    .selectFrom('column_mappings')
    .select('mapping')
    .where('dataset', '=', dataset.name)
    .where('headings_hash', '=', headingsHash(headings))
    .executeTakeFirst();
  if (remembered === undefined) return guessMapping(dataset, headings);
  return withChoices(dataset, headings, { mapping: {} }, storedMapping.parse(JSON.parse(remembered.mapping)));
}

const storedMapping = z.record(z.string(), z.string());

/** Puts a person's choices over a guess; a heading serves one column only. Choices of unknown columns or headings fall away. */
export function withChoices(
  dataset: Dataset,
  headings: readonly string[],
  guess: Pick<MappingGuess, 'mapping'>,
  choices: Mapping,
): MappingGuess {
  const valid = Object.entries(choices).filter(
    ([column, heading]) => dataset.column(column) !== null && headings.includes(heading),
  );
  const chosen = new Set(valid.map(([, heading]) => heading));
  const kept = Object.entries(guess.mapping).filter(([, heading]) => !chosen.has(heading));
  const mapping = Object.fromEntries([...kept, ...valid]);
  return { mapping, ...leftovers(dataset, headings, mapping) };
}

/** Remembers a mapping for the next file with the same headings, in whatever order. */
export async function rememberMapping(
  tx: Writer,
  dataset: Dataset,
  headings: readonly string[],
  mapping: Mapping,
  by: { readonly actor: string; readonly clock: Clock },
): Promise<void> {
  const row = {
    dataset: dataset.name,
    headings_hash: headingsHash(headings),
    mapping: JSON.stringify(mapping),
    updated_by: by.actor,
    updated_at: by.clock.now().toISOString(),
  };
  await tx
    .insertInto('column_mappings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['dataset', 'headings_hash']).doUpdateSet(row))
    .execute();
}

const headingsHash = (headings: readonly string[]): string =>
  hash('sha256', JSON.stringify([...headings].sort()));
