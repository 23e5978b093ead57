import { day, dayOf, minuteOfDay } from '../../core/calendar/day';
import { longDay } from '../../core/calendar/written-days';
import { employeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import {
  type CellForm,
  type Cells,
  type ColumnChange,
  type Dataset,
  datasetNamed,
  findEmployee,
  type NamedColumn,
  recordsOf,
} from '../records';
import { editingTexts } from './editing-texts';

/** Counted in characters as people see them, the last of them an ellipsis where something was cut. */
export const shorten = (text: string, length: number): string =>
  [...text].length > length ? `${[...text].slice(0, length - 1).join('')}…` : text;

/** The columns by which people call a record, where its id alone tells nothing. */
const CALLED_BY: Readonly<Record<string, readonly string[]>> = {
  plan: ['title'],
  contacts: ['name'],
  courses: ['title'],
  employees: ['name'],
  faq: ['question'],
  offerings: ['course_id', 'title', 'starts_on'],
  'training-records': ['employee_id', 'course_id', 'completed_on'],
  synonyms: ['terms'],
  holidays: ['date', 'name'],
};

export type NameOf = (record: { readonly id: string; readonly cells: Cells }) => string;

/** How the records of a dataset are called; what one of them names of another dataset is called by its name. */
export async function naming(reader: Reader, dataset: Dataset, locale: Locale): Promise<NameOf> {
  const columns = (CALLED_BY[dataset.name] ?? []).flatMap((name) => dataset.column(name) ?? []);
  const others = await namesReferredTo(reader, columns, locale);
  const word = (column: NamedColumn, text: string): string =>
    others(column, text) ?? shownCell(column, text, locale);
  return ({ id, cells }) =>
    columns
      .map((column) => word(column, cells[column.name] ?? ''))
      .filter(Boolean)
      .join('　') || id;
}

/** What a cell's id of another record is called, or null where a column holds none. */
export type ReferredName = (column: NamedColumn, id: string) => string | null;

export async function namesReferredTo(
  reader: Reader,
  columns: readonly NamedColumn[],
  locale: Locale,
): Promise<ReferredName> {
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const column of columns) {
    const other = datasetNamed(targetOf(column) ?? '');
    if (other !== null && !names.has(other.name)) names.set(other.name, await namesIn(reader, other, locale));
  }
  return (column, id) => names.get(targetOf(column) ?? '')?.get(id) ?? null;
}

function targetOf({ form }: NamedColumn): string | null {
  const item = form.kind === 'list' ? form.of : form;
  return item.kind === 'reference' ? item.to : null;
}

async function namesIn(
  reader: Reader,
  dataset: Dataset,
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const nameOf = await naming(reader, dataset, locale);
  return new Map((await recordsOf(reader, dataset)).map((record) => [record.id, nameOf(record)]));
}

/** Sentences stand on lines of their own, short items beside each other. */
const isSentences = (form: CellForm): boolean =>
  form.kind === 'list' && form.of.kind === 'text' && form.of.maxLength > 60;

/** A cell as people read it; a file keeps days as spreadsheets sort them. */
export function shownCell(column: NamedColumn, text: string, locale: Locale): string {
  const on = column.form.kind === 'day' ? day.safeParse(text) : null;
  if (on?.success) return longDay(on.data, locale);
  const shown = column.show(text, locale);
  if (column.form.kind !== 'list') return shown;
  return shown.split('|').join(isSentences(column.form) ? '\n' : locale === 'en' ? ', ' : '、');
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/**
 * All that a record holds, blanks left out; ids of other records with what those are called. What an edit clears anyway
 * (見本) is no content.
 */
export const factsOf = (
  dataset: Dataset,
  cells: Cells,
  nameOf: ReferredName,
  locale: Locale,
): readonly Fact[] =>
  dataset.columns
    .filter(({ name, whenUnsaid }) => whenUnsaid === 'kept' && (cells[name] ?? '') !== '')
    .map((column) => ({
      label: column.label[locale],
      value: factValue(column, cells[column.name] ?? '', nameOf, locale),
    }));

function factValue(column: NamedColumn, text: string, nameOf: ReferredName, locale: Locale): string {
  if (targetOf(column) === null) return shownCell(column, text, locale);
  return text
    .split('|')
    .map((id) => [id, nameOf(column, id)].filter((part) => part !== null).join('　'))
    .join('\n');
}

const LONGEST_CHANGE = 60;

/** `電話：（空） → 内線 1234`, each side cut to what tells them apart at a glance. */
export function changeLine(dataset: Dataset, change: ColumnChange, locale: Locale): string {
  const t = editingTexts(locale);
  const column = dataset.column(change.column);
  const show = (text: string): string =>
    text === '' || column === null ? text || t.blank : shownCell(column, text, locale).replaceAll('\n', ' ');
  const [before, after] = apart(show(change.before), show(change.after));
  return t.change(column?.label[locale] ?? change.column, before, after);
}

/** Long texts that begin alike are cut at their beginning, so that the difference shows. */
function apart(before: string, after: string): readonly [string, string] {
  const [a, b] = [[...before], [...after]];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  const from = Math.max(a.length, b.length) > LONGEST_CHANGE && same > 20 ? same - 10 : 0;
  const cut = (text: readonly string[]): string =>
    (from > 0 ? '…' : '') + shorten(text.slice(from).join(''), LONGEST_CHANGE);
  return [cut(a), cut(b)];
}

/** `令和8年11月24日(火) 10:05`, `Tue 24 November 2026 10:05` in Tokyo. */
export function momentText(at: Date, locale: Locale): string {
  const minutes = minuteOfDay(at);
  const minute = String(minutes % 60).padStart(2, '0');
  return `${longDay(dayOf(at), locale)} ${Math.floor(minutes / 60)}:${minute}`;
}

/** Who made a change; the number alone of one who has left. */
export async function actorName(reader: Reader, actor: string, locale: Locale): Promise<string> {
  const t = editingTexts(locale);
  if (actor === 'system') return t.system;
  if (actor === 'cli') return t.cli;
  const id = employeeId.safeParse(actor);
  return (id.success ? (await findEmployee(reader, id.data))?.name : undefined) ?? actor;
}

/** The ways of a change, beside the names of files. */
export const SOURCES = { form: 'form', undo: 'undo', inquiry: 'inquiry' } as const;

/** The way of an import; `upload` makes the change found again when an old card of that upload is tapped. */
export const fileSource = (name: string, upload: string): string =>
  `${shorten(name, 80)}${uploadMark(upload)}`;
export const uploadMark = (upload: string): string => ` #${upload.slice(0, 8)}`;

export function sourceName(source: string, locale: Locale): string {
  const t = editingTexts(locale);
  const known: Readonly<Record<string, string>> = t.sources;
  return known[source] ?? t.file(source.replace(/ #[0-9a-f]{8}$/, ''));
}

/** A problem's column as people know it. */
export const columnLabel = (dataset: Dataset, column: string, locale: Locale): string =>
  dataset.column(column)?.label[locale] ?? column;
