import type { Card } from '../../cards/define-card';
import { type FileView, fileCard, type ListView, listCard, type MenuView, menuCard } from './browse-cards';
import {
  type ChangesView,
  changesCard,
  type HistoryView,
  historyCard,
  type UndoView,
  undoCard,
} from './change-cards';
import { type FormView, formCard, type RemoveView, removeCard } from './form-cards';
import { type MappingView, mappingCard } from './mapping-card';
import { type OutcomeView, outcomeCard } from './outcome-card';
import { type PlanView, planCard, type RemovalView, removalCard } from './plan-cards';
import { type OverviewView, overviewCard, type ReviewView, reviewCard } from './review-cards';
import { type UploadView, uploadCard } from './upload-card';

/** Every card of editing, for previews and the tests. */
export const editingCards: readonly Card<
  | UploadView
  | MappingView
  | PlanView
  | RemovalView
  | OutcomeView
  | MenuView
  | ListView
  | FileView
  | FormView
  | RemoveView
  | HistoryView
  | ChangesView
  | UndoView
  | OverviewView
  | ReviewView
>[] = [
  uploadCard,
  mappingCard,
  planCard,
  removalCard,
  outcomeCard,
  menuCard,
  listCard,
  fileCard,
  formCard,
  removeCard,
  historyCard,
  changesCard,
  undoCard,
  overviewCard,
  reviewCard,
];
