import type { Locale } from '../../core/turn';
import type { CellForm, Cells, Dataset, NamedColumn } from '../records';
import { inputId, NO_CHOICE } from './editing-actions';
import { formTexts } from './form-texts';
import { shorten } from './record-words';

type ChoiceView = { title: string; value: string };

/** One input of a form. Exactly one of the `is…` is true. */
export type FieldView = {
  id: string;
  label: string;
  required: boolean;
  error: string;
  placeholder: string;
  value: string;
  isText: boolean;
  style: string;
  isLines: boolean;
  maxLength: number;
  isChoice: boolean;
  isChoices: boolean;
  choices: ChoiceView[];
  isDay: boolean;
  isTime: boolean;
  isNumber: boolean;
  isBlankNumber: boolean;
  number: number;
  min: number;
  max: number;
  isToggle: boolean;
  yes: string;
  hasHint: boolean;
  hint: string;
};

/** Records of another dataset to choose from, where they are few. */
export type Candidates = ReadonlyMap<string, readonly ChoiceView[]>;

const CODE_LENGTH = 60;
const URL_LENGTH = 500;
const MAIL_LENGTH = 254;
const SENTENCES_LENGTH = 2_000;
const ITEMS_LENGTH = 600;
const LONGEST_EXAMPLE = 60;
const LONGEST_HINT = 60;

/** How many characters an input takes; 0 where one does not type. */
function typedLength(form: CellForm): number {
  switch (form.kind) {
    case 'text':
    case 'long-text':
      return form.maxLength;
    case 'code':
    case 'reference':
      return CODE_LENGTH;
    case 'mail':
      return MAIL_LENGTH;
    case 'url':
      return URL_LENGTH;
    case 'list':
      if (form.of.kind === 'choice') return 0;
      return isSentence(form.of) ? SENTENCES_LENGTH : ITEMS_LENGTH;
    case 'day':
    case 'time':
    case 'yes-no':
    case 'integer':
    case 'decimal':
    case 'choice':
      return 0;
    default:
      return form satisfies never;
  }
}

const isSentence = (form: CellForm): boolean => form.kind === 'text' && form.maxLength > 60;

/** The text that an input shows for a cell's canonical text. */
export function inputText(column: NamedColumn, canonical: string): string {
  const { form } = column;
  if (form.kind !== 'list') return canonical;
  return canonical.split('|').join(form.of.kind === 'choice' ? ',' : '\n');
}

/** Whether a typed text means what is stored; what cannot be read does not. */
export function saysSame(column: NamedColumn, typed: string, canonical: string): boolean {
  const reading = column.read(typed);
  return reading.ok ? reading.value.text === canonical : typed.trim() === '' && canonical === '';
}

/** A key names the record and stays; a list gives only its first item to the key, and the rest may change. */
const isFixed = (column: NamedColumn, isNew: boolean): boolean =>
  !isNew && column.inKey && column.form.kind !== 'list';

/** What a form shows without letting it be changed: the key, and texts too long for a dialog. */
export const fixedColumns = (dataset: Dataset, stored: Cells | null): readonly NamedColumn[] =>
  dataset.columns.filter(
    (column) => isFixed(column, stored === null) || isTooLong(column, stored?.[column.name] ?? ''),
  );

export const isTooLong = (column: NamedColumn, canonical: string): boolean => {
  const length = typedLength(column.form);
  return length > 0 && inputText(column, canonical).length > length * 1.2;
};

/** What an edit clears by itself (見本) is not asked for. */
export function editableColumns(dataset: Dataset, stored: Cells | null): readonly NamedColumn[] {
  const fixed = new Set(fixedColumns(dataset, stored).map(({ name }) => name));
  return dataset.columns.filter(({ name, whenUnsaid }) => whenUnsaid === 'kept' && !fixed.has(name));
}

const MOST_FIELDS = 14;
/**
 * So that a form stays within the limit of a card even when every input is full. A form of several pages has less room
 * on each, since its buttons carry what was typed on the others.
 */
const MOST_CHARACTERS = { onePage: 10_500, ofSeveral: 6_500 };
const MOST_KEPT = 1_500;
const FIELD_OVERHEAD = 260;
const HINT_OVERHEAD = 200;

/** Whether the buttons of a page can carry what was typed on the others. */
export const canBeKept = (typed: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(typed).length <= MOST_KEPT;

/** The columns page by page, in the order of the dataset, the pages about equally long. */
export function pagesOf(
  dataset: Dataset,
  stored: Cells | null,
  candidates: Candidates,
): readonly (readonly NamedColumn[])[] {
  const columns = editableColumns(dataset, stored);
  const total = columns.reduce((sum, column) => sum + costOf(column, candidates), 0);
  if (columns.length <= MOST_FIELDS && total <= MOST_CHARACTERS.onePage) return [columns];
  const even = Math.ceil(columns.length / Math.ceil(columns.length / MOST_FIELDS));
  const pages: NamedColumn[][] = [[]];
  let used = 0;
  for (const column of columns) {
    const cost = costOf(column, candidates);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length >= even || used + cost > MOST_CHARACTERS.ofSeveral)) {
      pages.push([column]);
      used = cost;
    } else {
      page.push(column);
      used += cost;
    }
  }
  return pages;
}

function costOf(column: NamedColumn, candidates: Candidates): number {
  const choices = choicesOf(column.form, candidates, 'ja');
  const beside = choices === null ? 0 : JSON.stringify(choices).length;
  const hint = isTypedId(column, candidates) ? HINT_OVERHEAD : 0;
  return FIELD_OVERHEAD + typedLength(column.form) + beside + hint;
}

/** Whether one types the id of another record, since there are too many to choose from. */
export const isTypedId = ({ form }: NamedColumn, candidates: Candidates): boolean =>
  form.kind === 'reference' && !candidates.has(form.to);

function choicesOf(form: CellForm, candidates: Candidates, locale: Locale): readonly ChoiceView[] | null {
  if (form.kind === 'choice')
    return form.choices.map(({ code, label }) => ({ title: label[locale], value: code }));
  if (form.kind === 'reference') return candidates.get(form.to) ?? null;
  return form.kind === 'list' && form.of.kind === 'choice' ? choicesOf(form.of, candidates, locale) : null;
}

/** `typed`: the text of the input, as it is shown (see `inputText`) or as somebody left it; `hint` stands below and may be blank. */
export function fieldView(
  column: NamedColumn,
  typed: string,
  candidates: Candidates,
  hint: string,
  locale: Locale,
): FieldView {
  const t = formTexts(locale);
  const { form, required } = column;
  const label = column.label[locale];
  const choices = choicesOf(form, candidates, locale);
  const multiple = form.kind === 'list' && choices !== null;
  const isNumber = form.kind === 'integer' || form.kind === 'decimal';
  const number = typed.trim() === '' ? Number.NaN : Number(typed);
  const isLines = form.kind === 'long-text' || (form.kind === 'list' && !multiple);
  const single = choices !== null && !multiple;
  return {
    id: inputId(column.name),
    label,
    required,
    error: isNumber ? t.invalid(label) : t.required(label),
    placeholder: choices === null ? placeholderOf(column, locale) : t.choose,
    value: single && !required ? shownValue(form, typed) || NO_CHOICE : shownValue(form, typed),
    isText: !single && ['text', 'code', 'mail', 'url', 'reference'].includes(form.kind),
    style: form.kind === 'mail' ? 'email' : form.kind === 'url' ? 'url' : 'text',
    isLines,
    maxLength: Math.max(1, typedLength(form)),
    isChoice: single,
    isChoices: multiple,
    choices: [...(single && !required ? [{ title: t.none, value: NO_CHOICE }] : []), ...(choices ?? [])],
    isDay: form.kind === 'day',
    isTime: form.kind === 'time',
    isNumber: isNumber && Number.isFinite(number),
    isBlankNumber: isNumber && !Number.isFinite(number),
    number: Number.isFinite(number) ? number : 0,
    min: isNumber ? form.min : 0,
    max: isNumber ? form.max : 0,
    isToggle: form.kind === 'yes-no',
    yes: t.yes,
    hasHint: hint !== '',
    hint: shorten(hint, LONGEST_HINT),
  };
}

/** A client refuses a date or a time that is none; texts are cut to what their input takes. */
function shownValue(form: CellForm, typed: string): string {
  if (form.kind === 'day') return /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : '';
  if (form.kind === 'time') return /^\d\d:\d\d$/.test(typed) ? typed : '';
  if (form.kind === 'yes-no') return typed === 'yes' ? 'yes' : 'no';
  const length = typedLength(form);
  return length === 0 ? typed.slice(0, ITEMS_LENGTH) : typed.slice(0, Math.ceil(length * 1.2));
}

function placeholderOf({ form, example }: NamedColumn, locale: Locale): string {
  const t = formTexts(locale);
  if (form.kind === 'list') return isSentence(form.of) ? t.linesHint : t.itemsHint;
  return example === '' ? '' : t.exampleHint([...example].slice(0, LONGEST_EXAMPLE).join(''));
}
