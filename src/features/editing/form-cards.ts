import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import {
  type Cells,
  contacts,
  courses,
  type Dataset,
  faq,
  type NamedColumn,
  namedBy,
  offerings,
} from '../records';
import { isConfirmable } from './dataset-access';
import { editingTexts } from './editing-texts';
import {
  type Candidates,
  type FieldView,
  fieldView,
  fixedColumns,
  inputText,
  isTooLong,
  isTypedId,
  pagesOf,
} from './form-fields';
import { formTexts } from './form-texts';
import { type ReferredName, shorten, shownCell } from './record-words';

type Base = { lang: Locale; fallback: string };

export type FormView = Base & {
  hasPages: boolean;
  pages: string;
  hasProblems: boolean;
  problems: { line: string }[];
  hasFixed: boolean;
  fixed: { label: string; text: string }[];
  fields: FieldView[];
  hasNote: boolean;
  note: string;
  saveLabel: string;
  hasNext: boolean;
  nextLabel: string;
  hasPrevious: boolean;
  previousLabel: string;
  canRemove: boolean;
  removeLabel: string;
  /** What the buttons carry. */
  dataset: string;
  id: string | null;
  basedOn: string | null;
  from: string;
  page: string;
  shown: string[];
  kept: Record<string, string>;
};

export type RemoveView = Base & {
  text: string;
  name: string;
  dataset: string;
  id: string;
  from: string;
  removeLabel: string;
  backLabel: string;
};

/** A form as it is being filled in. */
export interface Form {
  readonly dataset: Dataset;
  /** Null for a new record. */
  readonly record: { readonly id: string; readonly cells: Cells; readonly contentHash: string } | null;
  /** From 0. */
  readonly page: number;
  /** What was typed or proposed, by column; elsewhere the record's own content is shown. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  readonly candidates: Candidates;
  /** What an id stands for that is not chosen but typed. */
  readonly called: ReferredName;
  /** From where it was opened: after `review` the next record to be confirmed follows. */
  readonly from: 'list' | 'review';
}

const MOST_PROBLEMS = 8;

export function formView(form: Form, locale: Locale): FormView {
  const t = formTexts(locale);
  const { dataset, record, typed, candidates } = form;
  const stored = record?.cells ?? null;
  const pages = pagesOf(dataset, stored, candidates);
  const page = Math.min(form.page, pages.length - 1);
  const columns = pages[page] ?? [];
  const onPage = new Set(columns.map(({ name }) => name));
  const fixed = fixedColumns(dataset, stored);
  return {
    lang: locale,
    fallback: dataset.label[locale],
    hasPages: pages.length > 1,
    pages: t.page(page + 1, pages.length),
    hasProblems: form.problems.length > 0,
    problems: form.problems.slice(0, MOST_PROBLEMS).map((line) => ({ line: shorten(line, 120) })),
    hasFixed: fixed.length > 0,
    fixed: fixed.map((column) => {
      const canonical = stored?.[column.name] ?? '';
      const text = isTooLong(column, canonical) ? t.tooLongHere : shownCell(column, canonical, locale);
      return { label: column.label[locale], text };
    }),
    fields: columns.map((column) => {
      const text = typed[column.name] ?? inputText(column, stored?.[column.name] ?? '');
      return fieldView(column, text, candidates, hintFor(form, column, text, locale), locale);
    }),
    hasNote: isConfirmable(dataset),
    note: t.confirmedBySaving,
    saveLabel: editingTexts(locale).save,
    hasNext: page + 1 < pages.length,
    nextLabel: editingTexts(locale).next,
    hasPrevious: page > 0,
    previousLabel: editingTexts(locale).previous,
    canRemove: record !== null,
    removeLabel: t.remove,
    dataset: dataset.name,
    id: record?.id ?? null,
    basedOn: record?.contentHash ?? null,
    from: form.from,
    page: String(page),
    shown: [...onPage],
    kept: Object.fromEntries(Object.entries(typed).filter(([column]) => !onPage.has(column))),
  };
}

/** What the id in an input stands for, or that one need not know it. */
function hintFor(
  { dataset, record, candidates, called }: Form,
  column: NamedColumn,
  text: string,
  locale: Locale,
): string {
  const t = formTexts(locale);
  if (record === null && column.inKey && dataset.numbering !== null) return t.numbered;
  if (!isTypedId(column, candidates)) return '';
  return called(column, text.trim()) ?? (namedBy(column) === null ? t.byId : t.orName);
}

export function removeView(
  record: { readonly dataset: Dataset; readonly id: string; readonly name: string; readonly from: string },
  locale: Locale,
): RemoveView {
  const t = formTexts(locale);
  return {
    lang: locale,
    fallback: t.removeTitle,
    text: t.removeText,
    name: shorten(record.name, 200),
    dataset: record.dataset.name,
    id: record.id,
    from: record.from,
    removeLabel: t.removeYes,
    backLabel: editingTexts(locale).back,
  };
}

const exampleFaq = {
  id: 'F-1.1.2-01',
  contentHash: '0000',
  cells: {
    id: 'F-1.1.2-01',
    question: '資格を取るときに助成はありますか？',
    answer:
      '人事課が年度ごとに案内する資格を取ったとき、費用の一部を助成します。\n詳しくは実施要領をご覧ください。',
    alternates: '資格の勉強のお金って出る？|講座の受講料を助けてほしい',
    initiatives: '1.1.2',
    contact: 'C-jinji',
  },
};
const exampleCandidates: Candidates = new Map([
  [contacts.name, [{ title: '人事課 職員研修担当（C-jinji）', value: 'C-jinji' }]],
]);
const exampleForm: Form = {
  dataset: faq,
  record: exampleFaq,
  page: 0,
  typed: {},
  problems: [],
  candidates: exampleCandidates,
  called: (_, id) => (id === 'C-001' ? '新規採用職員研修（前期）' : null),
  from: 'list',
};

export const formCard = defineCard<FormView>({
  name: 'editing/form',
  examples: {
    faq: formView(exampleForm, 'ja'),
    problems: formView(
      { ...exampleForm, typed: { answer: '' }, problems: ['回答：必須ですが、空です'] },
      'ja',
    ),
    newCourse: formView({ ...exampleForm, dataset: courses, record: null, typed: { id: 'C-H-1' } }, 'ja'),
    offering: formView(
      {
        ...exampleForm,
        dataset: offerings,
        record: {
          id: 'O-001',
          contentHash: '0000',
          cells: { id: 'O-001', course_id: 'C-001', starts_on: '2027-04-02', ends_on: '2027-04-06' },
        },
      },
      'ja',
    ),
    newCourseNext: formView({ ...exampleForm, dataset: courses, record: null, page: 1 }, 'en'),
    contact: formView(
      {
        ...exampleForm,
        dataset: contacts,
        record: {
          id: 'C-H-1',
          contentHash: '0000',
          cells: { id: 'C-H-1', name: '健康相談室', topics: 'debt' },
        },
      },
      'ja',
    ),
  },
});
export const removeCard = defineCard<RemoveView>({
  name: 'editing/remove',
  examples: {
    faq: removeView({ dataset: faq, id: exampleFaq.id, name: exampleFaq.cells.question, from: 'list' }, 'ja'),
  },
});
