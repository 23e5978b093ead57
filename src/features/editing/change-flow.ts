import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import {
  type ChangeCounts,
  type ChangeSet,
  type ChangeSetHead,
  changeSetOf,
  changesOf,
  confirmRecords,
  countsOf,
  type Dataset,
  historyOf,
  lockRecords,
  type RecordChange,
  recentChangeSets,
  recordOf,
  recordsOf,
  undoChangeSet,
} from '../records';
import { noteReading } from './audit-notes';
import type { ListPlace } from './browse-cards';
import {
  changesCard,
  changesView,
  historyCard,
  historyView,
  type NamedChangeSet,
  undoCard,
  undoView,
} from './change-cards';
import { changeTexts } from './change-texts';
import { datasetsFor, isConfirmable, mayEdit } from './dataset-access';
import { authorOf, type EditingNeeds } from './editing-needs';
import { editingTexts } from './editing-texts';
import { type Outcome, outcomeCard, outcomeView } from './outcome-card';
import { actorName, momentText, naming, SOURCES } from './record-words';
import { asMessage, inPlace, notice } from './replies';

const MOST_CHANGE_SETS = 5;

/** What was changed, by whom, and how it is taken back. */
export function createChangeFlow(needs: EditingNeeds) {
  const { store } = needs;

  async function changesShown(scene: Scene) {
    const sets = await Promise.all(
      (await latestFor(store.db, scene.person)).map((set) => named(store.db, set, set, scene)),
    );
    return changesView(sets, scene.locale);
  }

  async function askUndo(scene: Scene, id: string): Promise<Reply> {
    const head = await ownHead(store.db, scene.person, id);
    if (head === null) return notice(changeTexts(scene.locale).undoGone);
    if (head.undoneAt !== null) return alreadyUndone(scene, head);
    const changes = await changesOf(store.db, id);
    const nameOf = await naming(store.db, head.dataset, scene.locale);
    const names = changes.map(({ id: record, before, after }) =>
      nameOf({ id: record, cells: (after ?? before)?.cells ?? {} }),
    );
    return inPlace(
      undoCard,
      undoView(await named(store.db, head, countsOf(changes), scene), names, scene.locale),
    );
  }

  async function undo(scene: Scene, id: string): Promise<Reply> {
    const { locale } = scene;
    const t = changeTexts(locale);
    const head = await ownHead(store.db, scene.person, id);
    if (head === null) return notice(t.undoGone);
    if (head.undoneAt !== null) return alreadyUndone(scene, head);
    const undone = await store.write((tx) => undoChangeSet(tx, id, authorOf(needs, scene, SOURCES.undo)));
    if (!undone.ok) {
      // Somebody else, or the same tap sent twice, may have been first.
      const now = await ownHead(store.db, scene.person, id);
      if (now !== null && now.undoneAt !== null) return alreadyUndone(scene, now);
      return told(scene, { heading: t.refusedHeading, text: undone.error[locale], seeChanges: true });
    }
    const changes = await changesOf(store.db, undone.value);
    const counts = countsOf(changes);
    return told(scene, {
      heading: t.undoneHeading,
      text: t.what(
        head.dataset.label[locale],
        editingTexts(locale).counts(counts.added, counts.changed, counts.removed),
      ),
      changeSet: undone.value,
      undo: 'at-once',
      undoLabel: t.redo,
      unconfirmed: (await unconfirmedOf(store.db, head.dataset, changes)).length,
      seeChanges: true,
    });
  }

  async function alreadyUndone(scene: Scene, head: ChangeSetHead): Promise<Reply> {
    const t = changeTexts(scene.locale);
    const by = await actorName(store.db, head.undoneBy ?? '', scene.locale);
    return told(scene, {
      heading: t.alreadyUndone,
      text: t.undoneBy(by, momentText(head.undoneAt ?? head.at, scene.locale)),
      seeChanges: true,
    });
  }

  /** Confirms what a change set left, as far as nobody has changed it since. */
  async function confirmAll(scene: Scene, id: string): Promise<Reply> {
    const t = changeTexts(scene.locale);
    const head = await ownHead(store.db, scene.person, id);
    if (head === null) return notice(t.undoGone);
    const count = await store.write(async (tx) => {
      await lockRecords(tx);
      const waiting = await unconfirmedOf(tx, head.dataset, await changesOf(tx, id));
      return confirmRecords(tx, head.dataset, waiting, authorOf(needs, scene, SOURCES.form));
    });
    return told(scene, {
      heading: t.confirmedHeading,
      text: count > 0 ? t.confirmedText(count) : t.nothingToConfirm,
      changeSet: id,
      undo: head.undoneAt === null ? 'ask' : null,
    });
  }

  async function history(scene: Scene, dataset: Dataset, id: string, place: ListPlace): Promise<Reply> {
    const entries = await historyOf(store.db, dataset, id);
    const record = await recordOf(store.db, dataset, id);
    if (record === null && entries.length === 0) return notice(editingTexts(scene.locale).recordGone);
    const nameOf = await naming(store.db, dataset, scene.locale);
    const by = await Promise.all(entries.map(({ actor }) => actorName(store.db, actor, scene.locale)));
    // Any older one is refused anyway, since the record has changed afterwards.
    const [latest] = entries;
    const head = latest === undefined ? null : await changeSetOf(store.db, latest.changeSet);
    await noteReading(needs, scene, dataset, { record: id });
    const view = historyView(
      {
        dataset,
        name: record === null ? id : nameOf(record),
        entries: entries.map((entry, index) => ({ ...entry, by: by[index] ?? '' })),
        undoable: new Set(head !== null && head.undoneAt === null ? [head.id] : []),
        place,
      },
      scene.locale,
    );
    return inPlace(historyCard, view);
  }

  const told = (scene: Scene, outcome: Outcome): Reply =>
    inPlace(outcomeCard, outcomeView(outcome, scene.locale));

  return {
    start: async (scene: Scene): Promise<readonly Message[]> => [
      asMessage(changesCard, await changesShown(scene)),
    ],
    changes: async (scene: Scene): Promise<Reply> => inPlace(changesCard, await changesShown(scene)),
    askUndo,
    undo,
    confirmAll,
    history,
  };
}

/** The last change sets of all datasets that this person may edit. */
async function latestFor(reader: Reader, person: Person): Promise<readonly ChangeSet[]> {
  const found: ChangeSet[] = [];
  for (const dataset of datasetsFor(person)) {
    found.push(...(await recentChangeSets(reader, { dataset, limit: MOST_CHANGE_SETS })));
  }
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST_CHANGE_SETS);
}

/** Null for a change set that does not exist or is not this person's to see. */
async function ownHead(reader: Reader, person: Person, id: string): Promise<ChangeSetHead | null> {
  const head = await changeSetOf(reader, id);
  return head !== null && mayEdit(person, head.dataset) ? head : null;
}

async function named(
  reader: Reader,
  set: ChangeSetHead,
  counts: ChangeCounts,
  { locale }: Scene,
): Promise<NamedChangeSet> {
  const { id, dataset, at, source, undoneAt, undoneBy } = set;
  return {
    id,
    dataset,
    at,
    source,
    by: await actorName(reader, set.actor, locale),
    undone: undoneAt === null ? null : { by: await actorName(reader, undoneBy ?? '', locale), at: undoneAt },
    added: counts.added,
    changed: counts.changed,
    removed: counts.removed,
  };
}

/** Ids of what changes left and nobody has confirmed or changed since; empty for data that needs no confirmation. */
export async function unconfirmedOf(
  reader: Reader,
  dataset: Dataset,
  changes: readonly RecordChange[],
): Promise<readonly string[]> {
  if (!isConfirmable(dataset)) return [];
  const present = new Map((await recordsOf(reader, dataset)).map((record) => [record.id, record]));
  return changes.flatMap(({ id, after }) => {
    const now = present.get(id);
    if (after === null || now === undefined || now.confirmed) return [];
    const same = dataset.columns.every(({ name }) => (after.cells[name] ?? '') === (now.cells[name] ?? ''));
    return same ? [id] : [];
  });
}
