import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { contacts, type Dataset, faq, type RecordCells } from '../records';
import { type Fact, factsOf, type ReferredName, shorten } from './record-words';
import { reviewTexts } from './review-texts';

type Base = { lang: Locale; fallback: string };

export type OverviewView = Base & {
  heading: string;
  text: string;
  hasNote: boolean;
  note: string;
  canStart: boolean;
  startLabel: string;
  first: string;
  datasets: {
    label: string;
    progress: string;
    dataset: string;
    waiting: boolean;
    startLabel: string;
    exportLabel: string;
  }[];
};

export type ReviewView = Base & {
  heading: string;
  progress: string;
  hasNote: boolean;
  note: string;
  notices: { text: string }[];
  facts: { label: string; value: string }[];
  dataset: string;
  id: string;
  hash: string;
  confirmLabel: string;
  editLabel: string;
  laterLabel: string;
  exportLabel: string;
  overviewLabel: string;
  canTakeBack: boolean;
  takeBackLabel: string;
  takeBack: string;
};

export interface Progress {
  readonly dataset: Dataset;
  readonly confirmed: number;
  readonly all: number;
}

export function overviewView(
  progress: readonly Progress[],
  note: string | null,
  locale: Locale,
): OverviewView {
  const t = reviewTexts(locale);
  const first = progress.find(({ confirmed, all }) => confirmed < all);
  return {
    lang: locale,
    fallback: t.overviewHeading,
    heading: t.overviewHeading,
    text: first === undefined ? t.allDone : t.overviewText,
    hasNote: note !== null,
    note: note ?? '',
    canStart: first !== undefined,
    startLabel: t.start,
    first: first?.dataset.name ?? '',
    datasets: progress.map(({ dataset, confirmed, all }) => ({
      label: dataset.label[locale],
      progress: t.progress(confirmed, all),
      dataset: dataset.name,
      waiting: confirmed < all,
      startLabel: t.startHere,
      exportLabel: t.exportForReview,
    })),
  };
}

export interface Reviewed {
  readonly dataset: Dataset;
  readonly record: RecordCells;
  readonly progress: Progress;
  /** What the records that it names are called. */
  readonly nameOf: ReferredName;
  readonly note: string | null;
  /** The record confirmed just before, whose confirmation can be taken back. */
  readonly before: string | null;
}

/** Together with the layout this stays well within the limit of a card. */
const MOST_CHARACTERS = 8_000;

/** A whole record, to be read and confirmed. */
export function reviewView(reviewed: Reviewed, locale: Locale): ReviewView {
  const t = reviewTexts(locale);
  const { dataset, record, progress, note, before } = reviewed;
  const { facts, cut } = within(factsOf(dataset, record.cells, reviewed.nameOf, locale), MOST_CHARACTERS);
  return {
    lang: locale,
    fallback: `${dataset.label[locale]}: ${record.id}`,
    heading: dataset.label[locale],
    progress: t.progress(progress.confirmed, progress.all),
    hasNote: note !== null,
    note: note ?? '',
    notices: [...noticesOf(dataset, record, locale), ...(cut ? [t.cut] : [])].map((text) => ({ text })),
    facts,
    dataset: dataset.name,
    id: record.id,
    hash: record.contentHash,
    confirmLabel: t.confirm,
    editLabel: t.edit,
    laterLabel: t.later,
    exportLabel: t.exportForReview,
    overviewLabel: t.overview,
    canTakeBack: before !== null,
    takeBackLabel: t.takeBack,
    takeBack: before ?? '',
  };
}

function noticesOf(dataset: Dataset, { cells }: RecordCells, locale: Locale): readonly string[] {
  const t = reviewTexts(locale);
  const notices = cells.sample === 'yes' ? [t.sample] : [];
  if (!isRequiredDesk(dataset, cells)) return notices;
  return [t.required, ...(isUnreachableDesk(dataset, cells) ? [t.unreachable] : []), ...notices];
}

/** Confirmed or not, it does not count for going live. */
export const isUnreachableDesk = (dataset: Dataset, cells: RecordCells['cells']): boolean =>
  isRequiredDesk(dataset, cells) && (cells.phone ?? '') === '' && (cells.url ?? '') === '';

/** A desk without which the bot cannot go live. */
export const isRequiredDesk = (dataset: Dataset, cells: RecordCells['cells']): boolean =>
  dataset.name === contacts.name && (cells.required_for ?? '') !== '';

function within(
  facts: readonly Fact[],
  most: number,
): { readonly facts: { label: string; value: string }[]; readonly cut: boolean } {
  let left = most;
  let cut = false;
  const shown: { label: string; value: string }[] = [];
  for (const { label, value } of facts) {
    const room = Math.max(20, left);
    if ([...value].length > room) cut = true;
    const fitting = shorten(value, room);
    shown.push({ label, value: fitting });
    left -= fitting.length;
  }
  return { facts: shown, cut };
}

const exampleReviewed: Reviewed = {
  dataset: faq,
  record: {
    id: 'F-1.1.2-01',
    contentHash: '0000',
    confirmed: false,
    cells: {
      id: 'F-1.1.2-01',
      question: '資格を取るときに助成はありますか？',
      answer: '人事課が年度ごとに案内する資格を取ったとき、費用の一部を助成します。',
      alternates: '資格の勉強のお金って出る？|講座の受講料を助けてほしい',
      initiatives: '1.1.2',
      contact: 'C-jinji',
      sample: 'yes',
    },
  },
  progress: { dataset: faq, confirmed: 12, all: 461 },
  nameOf: ({ name }) => (name === 'contact' ? '人事課 職員研修担当' : '資格取得への助成'),
  note: null,
  before: 'F-1.1.1-01',
};
const exampleDesk: Reviewed = {
  dataset: contacts,
  record: {
    id: 'C-harassment-hr',
    contentHash: '0000',
    confirmed: false,
    cells: { id: 'C-harassment-hr', name: 'ハラスメント相談窓口', required_for: 'harassment' },
  },
  progress: { dataset: contacts, confirmed: 0, all: 25 },
  nameOf: () => null,
  note: reviewTexts('ja').changedSince,
  before: null,
};

export const overviewCard = defineCard<OverviewView>({
  name: 'editing/reviews',
  examples: {
    waiting: overviewView([exampleDesk.progress, exampleReviewed.progress], null, 'ja'),
    done: overviewView([{ dataset: faq, confirmed: 461, all: 461 }], null, 'en'),
    skipped: overviewView([exampleReviewed.progress], reviewTexts('ja').skipped(3), 'ja'),
  },
});
export const reviewCard = defineCard<ReviewView>({
  name: 'editing/review',
  examples: { faq: reviewView(exampleReviewed, 'ja'), desk: reviewView(exampleDesk, 'ja') },
});
