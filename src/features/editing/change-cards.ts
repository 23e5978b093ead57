import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { contacts, type Dataset, type HistoryEntry } from '../records';
import type { ListPlace } from './browse-cards';
import { changeTexts } from './change-texts';
import { editingTexts } from './editing-texts';
import { changeLine, momentText, shorten, sourceName } from './record-words';

type Base = { lang: Locale; fallback: string };
type LineView = { line: string };

export type ChangesView = Base & {
  heading: string;
  text: string;
  changes: {
    id: string;
    what: string;
    who: string;
    isUndone: boolean;
    undone: string;
    canUndo: boolean;
    undoLabel: string;
  }[];
};

export type UndoView = Base & {
  id: string;
  heading: string;
  what: string;
  who: string;
  effects: string;
  lines: LineView[];
  undoLabel: string;
  cancelLabel: string;
};

export type HistoryView = Base & {
  heading: string;
  name: string;
  isEmpty: boolean;
  empty: string;
  entries: {
    id: string;
    title: string;
    who: string;
    lines: LineView[];
    canUndo: boolean;
    undoLabel: string;
  }[];
  hasMore: boolean;
  more: string;
  backLabel: string;
  dataset: string;
  search: string;
  page: string;
};

/** A change set with the names of those who made and undid it. */
export interface NamedChangeSet {
  readonly id: string;
  readonly dataset: Dataset;
  readonly at: Date;
  readonly source: string;
  readonly by: string;
  readonly undone: { readonly by: string; readonly at: Date } | null;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

const whatOf = (set: NamedChangeSet, locale: Locale): string =>
  changeTexts(locale).what(
    set.dataset.label[locale],
    editingTexts(locale).counts(set.added, set.changed, set.removed),
  );
const whoOf = (by: string, at: Date, source: string, locale: Locale): string =>
  changeTexts(locale).who(by, momentText(at, locale), sourceName(source, locale));

export function changesView(sets: readonly NamedChangeSet[], locale: Locale): ChangesView {
  const t = changeTexts(locale);
  return {
    lang: locale,
    fallback: t.changesHeading,
    heading: t.changesHeading,
    text: sets.length === 0 ? t.changesEmpty : t.changesText,
    changes: sets.map((set) => ({
      id: set.id,
      what: whatOf(set, locale),
      who: whoOf(set.by, set.at, set.source, locale),
      isUndone: set.undone !== null,
      undone: set.undone === null ? '' : t.undoneBy(set.undone.by, momentText(set.undone.at, locale)),
      canUndo: set.undone === null,
      undoLabel: editingTexts(locale).undo,
    })),
  };
}

const MOST_NAMES = 8;

/** `names`: what the records of the change are called. */
export function undoView(set: NamedChangeSet, names: readonly string[], locale: Locale): UndoView {
  const t = changeTexts(locale);
  const more = names.length - MOST_NAMES;
  return {
    lang: locale,
    fallback: t.askHeading,
    id: set.id,
    heading: t.askHeading,
    what: whatOf(set, locale),
    who: whoOf(set.by, set.at, set.source, locale),
    effects: t.effects(set.added, set.changed, set.removed),
    lines: [
      ...names.slice(0, MOST_NAMES).map((name) => shorten(name, 80)),
      ...(more > 0 ? [editingTexts(locale).more(more)] : []),
    ].map((line) => ({ line })),
    undoLabel: editingTexts(locale).undo,
    cancelLabel: editingTexts(locale).cancel,
  };
}

const MOST_ENTRIES = 5;
const MOST_COLUMNS = 8;

export interface History {
  readonly dataset: Dataset;
  readonly name: string;
  /** The latest first, with the name of who made the change; all of them. */
  readonly entries: readonly (HistoryEntry & { readonly by: string })[];
  /** Change sets that can still be undone. */
  readonly undoable: ReadonlySet<string>;
  readonly place: ListPlace;
}

export function historyView(history: History, locale: Locale): HistoryView {
  const t = changeTexts(locale);
  const { dataset, entries, place } = history;
  const more = entries.length - MOST_ENTRIES;
  return {
    lang: locale,
    fallback: `${t.historyHeading}: ${history.name}`,
    heading: t.historyHeading,
    name: shorten(history.name, 120),
    isEmpty: entries.length === 0,
    empty: t.historyEmpty,
    entries: entries.slice(0, MOST_ENTRIES).map((entry) => ({
      id: entry.changeSet,
      title: t.kinds[entry.kind],
      who: whoOf(entry.by, entry.at, entry.source, locale),
      lines: linesOf(dataset, entry, locale),
      canUndo: history.undoable.has(entry.changeSet),
      undoLabel: t.undoThis,
    })),
    hasMore: more > 0,
    more: t.historyMore(more),
    backLabel: t.backToList,
    dataset: dataset.name,
    search: place.search,
    page: String(place.page),
  };
}

/** What was added or removed as a whole is told by its kind; only a change is told column by column. */
function linesOf(dataset: Dataset, entry: HistoryEntry, locale: Locale): LineView[] {
  if (entry.kind !== 'changed') return [];
  const lines = entry.columns.map((column) => changeLine(dataset, column, locale));
  const more = lines.length - MOST_COLUMNS;
  return [...lines.slice(0, MOST_COLUMNS), ...(more > 0 ? [editingTexts(locale).more(more)] : [])].map(
    (line) => ({ line }),
  );
}

const exampleSet: NamedChangeSet = {
  id: '00000000-0000-4000-8000-000000000002',
  dataset: contacts,
  at: new Date('2026-11-24T01:05:00Z'),
  source: 'form',
  by: '例内 恵子',
  undone: null,
  added: 0,
  changed: 1,
  removed: 0,
};
const exampleUndone: NamedChangeSet = {
  ...exampleSet,
  id: '00000000-0000-4000-8000-000000000003',
  source: '相談窓口一覧.xlsx #00000000',
  undone: { by: '模谷 優花', at: exampleSet.at },
  added: 12,
};
const exampleHistory: History = {
  dataset: contacts,
  name: '健康相談室',
  entries: [
    {
      changeSet: exampleSet.id,
      at: exampleSet.at,
      actor: '100066',
      by: exampleSet.by,
      source: 'form',
      kind: 'changed',
      columns: [{ column: 'phone', before: '', after: '内線 1234' }],
    },
  ],
  undoable: new Set([exampleSet.id]),
  place: { search: '', page: 0 },
};

export const changesCard = defineCard<ChangesView>({
  name: 'editing/changes',
  examples: {
    some: changesView([exampleSet, exampleUndone], 'ja'),
    none: changesView([], 'en'),
  },
});
export const undoCard = defineCard<UndoView>({
  name: 'editing/undo',
  examples: { import: undoView(exampleUndone, ['健康相談室', '内部通報窓口'], 'ja') },
});
export const historyCard = defineCard<HistoryView>({
  name: 'editing/history',
  examples: {
    changed: historyView(exampleHistory, 'ja'),
    none: historyView({ ...exampleHistory, entries: [] }, 'en'),
  },
});
