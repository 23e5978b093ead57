import type { Locale } from '../../core/turn';
import type { Campaign } from './campaign';
import type { UnmatchedRow } from './import-rows';
import { importTexts } from './import-texts';

type Base = { lang: Locale; fallback: string; id: string; heading: string; lines: { text: string }[] };

export type ImportView = Base & { pasteLabel: string; backLabel: string };

export type ImportedView = Base & {
  title: string;
  importId: string;
  hasRows: boolean;
  rowsHeading: string;
  rows: { text: string }[];
  hasFile: boolean;
  file: string;
  fileLabel: string;
  canUndo: boolean;
  undoLabel: string;
  backLabel: string;
};

export interface Imported {
  readonly campaign: Campaign;
  /** Null when nothing was recorded, so that there is nothing to undo. */
  readonly importId: string | null;
  readonly recorded: number;
  readonly already: number;
  readonly unmatched: readonly UnmatchedRow[];
  readonly undone: boolean;
  /** Address of the whole list of unmatched rows. */
  readonly file: string | null;
}

export function importView(campaign: Pick<Campaign, 'id' | 'title'>, locale: Locale): ImportView {
  const t = importTexts(locale);
  return {
    lang: locale,
    fallback: t.heading,
    id: campaign.id,
    heading: t.heading,
    lines: [campaign.title, t.attach, t.columns].map((text) => ({ text })),
    pasteLabel: t.paste,
    backLabel: t.back,
  };
}

const MOST_ROWS = 10;

export function importedView(imported: Imported, locale: Locale): ImportedView {
  const { campaign, importId, recorded, already, unmatched, undone, file } = imported;
  const t = importTexts(locale);
  const heading = undone ? t.undone : recorded > 0 ? t.doneHeading : t.nothingHeading;
  const lines = undone
    ? [t.undoneLine(recorded)]
    : [...(recorded > 0 ? [t.recorded(recorded)] : []), ...(already > 0 ? [t.already(already)] : [])];
  const rows = unmatched
    .slice(0, MOST_ROWS)
    .map(({ line, given, reason }) => t.row(line, given.slice(0, 60), t.reasons[reason]));
  const rest = unmatched.length - rows.length;
  return {
    lang: locale,
    fallback: [heading, ...lines].join('\n'),
    id: campaign.id,
    heading,
    title: campaign.title,
    lines: lines.map((text) => ({ text })),
    importId: importId ?? '',
    hasRows: rows.length > 0,
    rowsHeading: t.unmatchedHeading(unmatched.length),
    rows: [...rows, ...(rest > 0 ? [t.more(rest)] : [])].map((text) => ({ text })),
    hasFile: file !== null,
    file: file ?? '',
    fileLabel: t.file,
    canUndo: importId !== null && recorded > 0 && !undone,
    undoLabel: t.undo,
    backLabel: t.back,
  };
}
