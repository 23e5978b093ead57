import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person } from '../directory';
import { allDatasets, type Dataset, employees, guessMapping, mappingFor } from '../records';
import { datasetsFor, mayEdit } from './dataset-access';
import { importTexts } from './import-texts';

/** What a file holds: rows of a dataset, or the users of Entra, which are joined to the roster. */
export type FileKind =
  | { readonly kind: 'dataset'; readonly dataset: Dataset }
  | { readonly kind: 'entra'; readonly dataset: Dataset };

const ENTRA_CODE = 'entra-users';
const ENTRA: FileKind = { kind: 'entra', dataset: employees };

export const codeOf = (kind: FileKind | null): string =>
  kind === null ? '' : kind.kind === 'entra' ? ENTRA_CODE : kind.dataset.name;

/** Null for no kind, or one that is not this person's to handle. */
export function kindFor(person: Person, code: string): FileKind | null {
  const found = kindsFor(person).find((kind) => codeOf(kind) === code);
  return found ?? null;
}

export const kindsFor = (person: Person): readonly FileKind[] => [
  ...datasetsFor(person).map((dataset): FileKind => ({ kind: 'dataset', dataset })),
  ...(mayEdit(person, employees) ? [ENTRA] : []),
];

export const kindLabel = (kind: FileKind, locale: Locale): string =>
  kind.kind === 'entra' ? importTexts(locale).entra : kind.dataset.label[locale];

/**
 * The dataset of which the most columns are found among the headings, less the required ones that are not; the smaller
 * dataset where two are even. Null where that tells too little.
 */
export async function guessKind(reader: Reader, headings: readonly string[]): Promise<FileKind | null> {
  if (looksLikeEntra(headings)) return ENTRA;
  let best: { readonly dataset: Dataset; readonly score: number } | null = null;
  for (const dataset of allDatasets.toSorted((a, b) => a.columns.length - b.columns.length)) {
    const { mapping, missing } = await mappingFor(reader, dataset, headings);
    const score = Object.keys(mapping).length - missing.length;
    if (score > (best?.score ?? 0)) best = { dataset, score };
  }
  return best === null ? null : { kind: 'dataset', dataset: best.dataset };
}

const fold = (heading: string): string => heading.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
const OBJECT_ID = new Set(['id', 'objectid', 'オブジェクトid']);
const USER_NAME = new Set(['userprincipalname', 'upn', 'ユーザープリンシパル名']);

/** A roster of the city's own may hold both, but then it tells sections as well. */
function looksLikeEntra(headings: readonly string[]): boolean {
  const folded = headings.map(fold);
  const has = (words: ReadonlySet<string>): boolean => folded.some((heading) => words.has(heading));
  return has(OBJECT_ID) && has(USER_NAME) && guessMapping(employees, headings).missing.length > 0;
}
