import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { contacts, courses, type Dataset, faq } from '../records';
import { browseTexts } from './browse-texts';
import { importTexts } from './import-texts';
import { shorten } from './record-words';

type Base = { lang: Locale; fallback: string };
type ChoiceView = { title: string; value: string };

export type MenuView = Base & {
  heading: string;
  text: string;
  datasetLabel: string;
  datasets: ChoiceView[];
  dataset: string;
  /** Whether the list is offered; the files alone otherwise. */
  canBrowse: boolean;
  searchLabel: string;
  searchPlaceholder: string;
  listLabel: string;
  exportLabel: string;
  canReview: boolean;
  reviewLabel: string;
  templateLabel: string;
};

export type ListView = Base & {
  heading: string;
  count: string;
  dataset: string;
  search: string;
  searchLabel: string;
  searchPlaceholder: string;
  searchButton: string;
  isEmpty: boolean;
  empty: string;
  rows: {
    id: string;
    name: string;
    about: string;
    editLabel: string;
    historyLabel: string;
    dataset: string;
    search: string;
    page: string;
  }[];
  hasPages: boolean;
  pages: string;
  addLabel: string;
  hasNext: boolean;
  nextLabel: string;
  next: string;
  hasPrevious: boolean;
  previousLabel: string;
  previous: string;
  exportLabel: string;
  menuLabel: string;
};

export type FileView = Base & {
  heading: string;
  text: string;
  expires: string;
  openLabel: string;
  url: string;
};

/** Where in a list one was, so that one can go back. */
export interface ListPlace {
  readonly search: string;
  /** From 0. */
  readonly page: number;
}

export function menuView(
  datasets: readonly Dataset[],
  purpose: 'edit' | 'import',
  locale: Locale,
  chosen: Dataset | null = null,
): MenuView {
  const t = browseTexts(locale);
  const editing = purpose === 'edit';
  const heading = editing ? t.menuHeading : importTexts(locale).startHeading;
  return {
    lang: locale,
    fallback: heading,
    heading,
    text: editing ? t.menuText : importTexts(locale).startText,
    datasetLabel: t.datasetLabel,
    datasets: datasets.map(({ name, label }) => ({ title: label[locale], value: name })),
    dataset: (chosen ?? datasets[0])?.name ?? '',
    canBrowse: editing,
    searchLabel: t.searchLabel,
    searchPlaceholder: t.searchPlaceholder,
    listLabel: t.list,
    exportLabel: t.export,
    canReview: editing,
    reviewLabel: t.exportForReview,
    templateLabel: t.template,
  };
}

export interface ListedRecord {
  readonly id: string;
  readonly name: string;
  /** HR has yet to confirm it. */
  readonly waiting: boolean;
  readonly sample: boolean;
}

export const ROWS_A_PAGE = 8;

export function listView(
  list: {
    readonly dataset: Dataset;
    readonly place: ListPlace;
    /** How many fit in all. */
    readonly count: number;
    /** Those of the page. */
    readonly rows: readonly ListedRecord[];
  },
  locale: Locale,
): ListView {
  const t = browseTexts(locale);
  const { dataset, place, count, rows } = list;
  const pages = Math.max(1, Math.ceil(count / ROWS_A_PAGE));
  const where = { dataset: dataset.name, search: place.search, page: String(place.page) };
  return {
    lang: locale,
    fallback: `${dataset.label[locale]}: ${t.found(count)}`,
    heading: dataset.label[locale],
    count: place.search === '' ? t.found(count) : t.foundFor(place.search, count),
    dataset: dataset.name,
    search: place.search,
    searchLabel: t.searchLabel,
    searchPlaceholder: t.searchPlaceholder,
    searchButton: t.search,
    isEmpty: rows.length === 0,
    empty: t.none,
    rows: rows.map(({ id, name, waiting, sample }) => ({
      ...where,
      id,
      name: shorten(name, 80),
      about: [id, waiting ? t.waiting : '', sample ? t.sample : ''].filter(Boolean).join('　'),
      editLabel: t.edit,
      historyLabel: t.history,
    })),
    hasPages: pages > 1,
    pages: t.pageOf(place.page + 1, pages),
    addLabel: t.add,
    hasNext: place.page + 1 < pages,
    nextLabel: t.nextPage,
    next: String(place.page + 1),
    hasPrevious: place.page > 0,
    previousLabel: t.previousPage,
    previous: String(Math.max(0, place.page - 1)),
    exportLabel: t.export,
    menuLabel: t.backToMenu,
  };
}

export function fileView(
  file: { readonly name: string; readonly text: string; readonly url: string },
  locale: Locale,
): FileView {
  const t = browseTexts(locale);
  return {
    lang: locale,
    fallback: file.name,
    heading: file.name,
    text: file.text,
    expires: t.expires,
    openLabel: t.openFile,
    url: file.url,
  };
}

const exampleRows: readonly ListedRecord[] = [
  { id: 'F-1.1.2-01', name: '資格を取るときに助成はありますか？', waiting: true, sample: true },
  { id: 'F-H-1', name: '通信教育は年度の途中からでも申し込めますか？', waiting: false, sample: false },
];

export const menuCard = defineCard<MenuView>({
  name: 'editing/menu',
  examples: {
    edit: menuView([faq, courses, contacts], 'edit', 'ja'),
    import: menuView([faq, courses, contacts], 'import', 'ja'),
  },
});
export const listCard = defineCard<ListView>({
  name: 'editing/list',
  examples: {
    first: listView({ dataset: faq, place: { search: '', page: 0 }, count: 461, rows: exampleRows }, 'ja'),
    last: listView({ dataset: faq, place: { search: 'grant', page: 1 }, count: 10, rows: exampleRows }, 'en'),
    none: listView({ dataset: faq, place: { search: '温泉', page: 0 }, count: 0, rows: [] }, 'ja'),
  },
});
export const fileCard = defineCard<FileView>({
  name: 'editing/file',
  examples: {
    export: fileView(
      {
        name: '質問と回答.xlsx',
        text: browseTexts('ja').exported(461),
        url: 'https://example.jp/files/0000',
      },
      'ja',
    ),
  },
});
