import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { changeTexts } from './change-texts';
import { editingTexts } from './editing-texts';

export type OutcomeView = {
  lang: Locale;
  fallback: string;
  id: string;
  heading: string;
  text: string;
  lines: { line: string }[];
  hasNote: boolean;
  note: string;
  canConfirm: boolean;
  confirmLabel: string;
  canUndo: boolean;
  canAskUndo: boolean;
  undoLabel: string;
  canSeeChanges: boolean;
  changesLabel: string;
};

export interface Outcome {
  readonly heading: string;
  readonly text: string;
  readonly lines?: readonly string[];
  /** The change set that the buttons act on; without it there are none. */
  readonly changeSet?: string | null;
  /** `ask`: what undoing would do is shown first. */
  readonly undo?: 'at-once' | 'ask' | null;
  readonly undoLabel?: string;
  /** How many records of the change set await confirmation. */
  readonly unconfirmed?: number;
  readonly seeChanges?: boolean;
}

/** What came of an action, and what can be done about it. */
export function outcomeView(outcome: Outcome, locale: Locale): OutcomeView {
  const t = changeTexts(locale);
  const { heading, text, lines = [], changeSet = null, undo = null, unconfirmed = 0 } = outcome;
  const acts = changeSet !== null;
  return {
    lang: locale,
    fallback: heading,
    id: changeSet ?? '',
    heading,
    text,
    lines: lines.map((line) => ({ line })),
    hasNote: unconfirmed > 0,
    note: t.unconfirmed(unconfirmed),
    canConfirm: acts && unconfirmed > 0,
    confirmLabel: t.confirmAll(unconfirmed),
    canUndo: acts && undo === 'at-once',
    canAskUndo: acts && undo === 'ask',
    undoLabel: outcome.undoLabel ?? editingTexts(locale).undo,
    canSeeChanges: outcome.seeChanges ?? false,
    changesLabel: t.seeChanges,
  };
}

const exampleSet = '00000000-0000-4000-8000-000000000002';

export const outcomeCard = defineCard<OutcomeView>({
  name: 'editing/outcome',
  examples: {
    imported: outcomeView(
      {
        heading: '取り込みました',
        text: '質問と回答：追加12件、変更3件',
        changeSet: exampleSet,
        undo: 'ask',
        unconfirmed: 15,
      },
      'ja',
    ),
    saved: outcomeView(
      {
        heading: '保存しました',
        text: '健康相談室',
        lines: ['電話：（空） → 内線 1234'],
        changeSet: exampleSet,
        undo: 'at-once',
      },
      'ja',
    ),
    undone: outcomeView({ heading: 'Undone', text: 'Contacts: 1 changed', seeChanges: true }, 'en'),
  },
});
