import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import {
  confirmRecords,
  type Dataset,
  lockRecords,
  type RecordCells,
  recordOf,
  recordsOf,
  withdrawConfirmations,
} from '../records';
import { CONFIRMED, isConfirmable } from './dataset-access';
import { authorOf, type EditingNeeds } from './editing-needs';
import { editingTexts } from './editing-texts';
import { namesReferredTo, SOURCES } from './record-words';
import { asMessage, type CardMessage, notice, replaceBy } from './replies';
import {
  isRequiredDesk,
  overviewCard,
  overviewView,
  type Progress,
  reviewCard,
  reviewView,
} from './review-cards';
import { reviewTexts } from './review-texts';

/** What the next card tells besides its record. */
interface Step {
  readonly note?: string;
  /** The record confirmed just before. */
  readonly before?: string;
}

/** HR reads record by record what it has yet to confirm. */
export function createReviewFlow(needs: EditingNeeds) {
  const { store } = needs;

  async function overview(scene: Scene, note: string | null = null): Promise<CardMessage> {
    return asMessage(overviewCard, overviewView(await progressOfAll(store.db), note, scene.locale));
  }

  /** The first unconfirmed record after one, in its dataset and then in those that follow; the overview at the end. */
  async function next(scene: Scene, dataset: Dataset, after: string, step: Step = {}): Promise<CardMessage> {
    const from = CONFIRMED.findIndex(({ name }) => name === dataset.name);
    for (const each of CONFIRMED.slice(Math.max(0, from))) {
      const queue = await queueOf(store.db, each);
      const passed = each.name === dataset.name ? queue.findIndex(({ id }) => id === after) : -1;
      const record = queue.slice(passed + 1).find(({ confirmed }) => !confirmed);
      if (record !== undefined) return card(scene, each, record, queue, step);
    }
    const progress = await progressOfAll(store.db);
    const waiting = progress.reduce((sum, { all, confirmed }) => sum + all - confirmed, 0);
    return overview(scene, waiting > 0 ? reviewTexts(scene.locale).skipped(waiting) : null);
  }

  async function card(
    scene: Scene,
    dataset: Dataset,
    record: RecordCells,
    queue: readonly RecordCells[],
    step: Step,
  ): Promise<CardMessage> {
    const progress = progressOf(dataset, queue);
    // Only within a dataset: the button carries one name for both records.
    const before = queue.some(({ id }) => id === step.before) ? (step.before ?? null) : null;
    const nameOf = await namesReferredTo(store.db, dataset.columns, scene.locale);
    const reviewed = { dataset, record, progress, nameOf, note: step.note ?? null, before };
    const view = reviewView(reviewed, scene.locale);
    return asMessage(reviewCard, view);
  }

  /** Confirms the very content that the card showed; another one is shown first. */
  async function confirm(
    scene: Scene,
    { dataset, id, hash }: { readonly dataset: Dataset; readonly id: string; readonly hash: string },
  ): Promise<Reply> {
    const t = reviewTexts(scene.locale);
    if (!isConfirmable(dataset)) return notice(editingTexts(scene.locale).oldCard);
    const found = await store.write(async (tx) => {
      await lockRecords(tx);
      const record = await recordOf(tx, dataset, id);
      if (record === null || record.confirmed) return record === null ? 'gone' : 'confirmed';
      if (record.contentHash !== hash) return record;
      await confirmRecords(tx, dataset, [id], authorOf(needs, scene, SOURCES.form));
      return 'confirmed';
    });
    if (found === 'gone') return replaceBy(await next(scene, dataset, '', { note: t.goneSince }));
    if (found === 'confirmed') return replaceBy(await next(scene, dataset, id, { before: id }));
    const queue = await queueOf(store.db, dataset);
    return replaceBy(await card(scene, dataset, found, queue, { note: t.changedSince }));
  }

  async function unconfirm(scene: Scene, dataset: Dataset, id: string): Promise<Reply> {
    const by = authorOf(needs, scene, SOURCES.form);
    await store.write((tx) => withdrawConfirmations(tx, dataset, [id], by));
    const queue = await queueOf(store.db, dataset);
    const record = queue.find((each) => each.id === id);
    const note = reviewTexts(scene.locale).takenBack;
    return replaceBy(
      record === undefined
        ? await next(scene, dataset, '', { note })
        : await card(scene, dataset, record, queue, { note }),
    );
  }

  return {
    next,
    start: async (scene: Scene): Promise<readonly Message[]> => [await overview(scene)],
    overview: async (scene: Scene): Promise<Reply> => replaceBy(await overview(scene)),
    review: async (scene: Scene, dataset: Dataset, after: string): Promise<Reply> =>
      replaceBy(await next(scene, dataset, after)),
    confirm,
    unconfirm,
  };
}

/** Desks that going live needs come first, the rest in the order of the data. */
async function queueOf(reader: Reader, dataset: Dataset): Promise<readonly RecordCells[]> {
  const records = await recordsOf(reader, dataset);
  const isFirst = ({ cells }: RecordCells): boolean => isRequiredDesk(dataset, cells);
  return [...records.filter(isFirst), ...records.filter((record) => !isFirst(record))];
}

const progressOf = (dataset: Dataset, records: readonly RecordCells[]): Progress => ({
  dataset,
  confirmed: records.filter(({ confirmed }) => confirmed).length,
  all: records.length,
});

async function progressOfAll(reader: Reader): Promise<readonly Progress[]> {
  const progress: Progress[] = [];
  for (const dataset of CONFIRMED) {
    const records = await recordsOf(reader, dataset);
    if (records.length > 0) progress.push(progressOf(dataset, records));
  }
  return progress;
}
