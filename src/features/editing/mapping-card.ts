import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { contacts, type Dataset, isNeeded, type Mapping, type NamedColumn } from '../records';
import { inputId, NO_CHOICE } from './editing-actions';
import { editingTexts } from './editing-texts';
import { formTexts } from './form-texts';
import { importTexts } from './import-texts';
import { shorten } from './record-words';

export type MappingView = {
  lang: Locale;
  fallback: string;
  text: string;
  hasPages: boolean;
  pages: string;
  hasProblem: boolean;
  problem: string;
  columns: { id: string; label: string; choices: { title: string; value: string }[]; value: string }[];
  saveLabel: string;
  hasNext: boolean;
  nextLabel: string;
  hasPrevious: boolean;
  previousLabel: string;
  /** What the buttons carry. */
  id: string;
  kind: string;
  mode: string;
  page: string;
  shown: string[];
  kept: Record<string, string>;
};

/** Which heading feeds which column, while somebody is choosing. */
export interface MappingForm {
  readonly upload: string;
  readonly mode: string;
  readonly dataset: Dataset;
  /** Of the file; a choice carries the number of its heading, since headings may be long. */
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** Numbers of headings by column, of what was chosen on other pages. */
  readonly kept: Readonly<Record<string, string>>;
  readonly page: number;
  readonly problem: string | null;
}

const MOST_CHARACTERS = 9_000;
const COLUMN_OVERHEAD = 180;
const LONGEST_HEADING = 30;

/** Required columns without a heading first: they are why somebody opens the dialog. */
export function mappedColumns({ dataset, mapping }: Pick<MappingForm, 'dataset' | 'mapping'>) {
  const asked = dataset.columns.filter(({ whenUnsaid }) => whenUnsaid === 'kept');
  const lacks = (column: NamedColumn): boolean =>
    isNeeded(dataset, column) && mapping[column.name] === undefined;
  return [...asked.filter(lacks), ...asked.filter((column) => !lacks(column))];
}

export function mappingView(form: MappingForm, locale: Locale): MappingView {
  const t = importTexts(locale);
  const choices = [
    { title: t.noHeading, value: NO_CHOICE },
    ...form.headings.flatMap((heading, index) =>
      heading === '' ? [] : [{ title: shorten(heading, LONGEST_HEADING), value: String(index) }],
    ),
  ];
  const columns = mappedColumns(form);
  const cost = COLUMN_OVERHEAD + JSON.stringify(choices).length;
  const aPage = Math.max(1, Math.floor(MOST_CHARACTERS / cost));
  const pages = Math.ceil(columns.length / aPage);
  const page = Math.min(form.page, pages - 1);
  const here = columns.slice(page * aPage, (page + 1) * aPage);
  const label = form.dataset.label[locale];
  return {
    lang: locale,
    fallback: t.mappingTitle(label),
    text: t.mappingText,
    hasPages: pages > 1,
    pages: formTexts(locale).page(page + 1, pages),
    hasProblem: form.problem !== null,
    problem: form.problem ?? '',
    columns: here.map((column) => ({
      id: inputId(column.name),
      label: isNeeded(form.dataset, column) ? t.requiredColumn(column.label[locale]) : column.label[locale],
      choices,
      value: (form.kept[column.name] ?? numberOf(form, column)) || NO_CHOICE,
    })),
    saveLabel: editingTexts(locale).save,
    hasNext: page + 1 < pages,
    nextLabel: editingTexts(locale).next,
    hasPrevious: page > 0,
    previousLabel: editingTexts(locale).previous,
    id: form.upload,
    kind: form.dataset.name,
    mode: form.mode,
    page: String(page),
    shown: here.map(({ name }) => name),
    kept: Object.fromEntries(
      Object.entries(form.kept).filter(([column]) => !here.some(({ name }) => name === column)),
    ),
  };
}

function numberOf({ headings, mapping }: MappingForm, { name }: NamedColumn): string {
  const heading = mapping[name];
  const index = heading === undefined ? -1 : headings.indexOf(heading);
  return index < 0 ? '' : String(index);
}

const example: MappingForm = {
  upload: '00000000-0000-4000-8000-000000000001',
  mode: 'merge',
  dataset: contacts,
  headings: ['番号', '窓口名', 'TEL', '建物'],
  mapping: { name: '窓口名', phone: 'TEL' },
  kept: {},
  page: 0,
  problem: null,
};

export const mappingCard = defineCard<MappingView>({
  name: 'editing/mapping',
  examples: {
    guessed: mappingView(example, 'ja'),
    problem: mappingView({ ...example, problem: importTexts('ja').headingTwice('TEL', '電話、窓口') }, 'ja'),
  },
});
