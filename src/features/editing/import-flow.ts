import type { AttachedFile, Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import {
  applyImport,
  changeSetFrom,
  changesOf,
  countsOf,
  type Dataset,
  dropUpload,
  type EntraJoin,
  findUpload,
  type ImportDone,
  type ImportMode,
  type ImportPlan,
  keepUpload,
  MAX_FILE_BYTES,
  mappingFor,
  planEntraImport,
  planImport,
  readTableFile,
  type Upload,
} from '../records';
import { unconfirmedOf } from './change-flow';
import { losesRole, mayEdit } from './dataset-access';
import { addressOf, authorOf, type EditingNeeds } from './editing-needs';
import { editingTexts } from './editing-texts';
import { type FileKind, guessKind, kindFor, kindLabel, kindsFor } from './file-kind';
import { problemsFile, unmatchedFile } from './import-files';
import { importTexts } from './import-texts';
import { type Outcome, outcomeCard, outcomeView } from './outcome-card';
import { type PlanShown, planCard, planView, removalCard, removalView } from './plan-cards';
import { fileSource, naming, uploadMark } from './record-words';
import { asMessage, type CardMessage, inPlace, replaceBy } from './replies';
import { uploadCard, uploadView } from './upload-card';

const MOST_FILES = 5;
/** What it really is shows in its bytes; these are only those of which that is worth a look. */
const TABLE_NAMES = /\.(?:csv|tsv|txt|xlsx|xlsm|xls)$/i;

interface Planned {
  readonly kind: FileKind;
  readonly upload: Upload;
  readonly plan: ImportPlan;
  readonly join: EntraJoin | null;
}

/** What a card's buttons say of an upload. None of it is trusted. */
interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly mode: ImportMode;
}

/** From a file attached in chat to changed data: kind and columns, the difference, and only then the change. */
export function createImportFlow(needs: EditingNeeds) {
  const { store } = needs;

  async function receive(scene: Scene, files: readonly AttachedFile[]): Promise<readonly Message[]> {
    const t = importTexts(scene.locale);
    if (files.length === 0) return [{ kind: 'text', text: t.noFiles }];
    const messages: Message[] = [];
    for (const file of files.slice(0, MOST_FILES)) messages.push(await receiveOne(scene, file));
    const left = files.slice(MOST_FILES).map(({ name }) => name);
    if (left.length > 0) messages.push({ kind: 'text', text: t.tooMany(MOST_FILES, left.join(', ')) });
    return messages;
  }

  async function receiveOne(scene: Scene, file: AttachedFile): Promise<Message> {
    const t = importTexts(scene.locale);
    const told = (text: string): Message => ({ kind: 'text', text });
    if (!TABLE_NAMES.test(file.name)) return told(t.wrongFile(file.name));
    const bytes = await file.read(MAX_FILE_BYTES).catch(() => null);
    if (bytes === null) return told(t.fetchFailed(file.name));
    const table = await readTableFile(bytes);
    if (!table.ok) return told(t.unreadable(file.name, table.error[scene.locale]));
    if (table.value.rows.length === 0) return told(t.noRows(file.name));
    const kind = await guessKind(store.db, table.value.headings);
    if (kind !== null && !mayEdit(scene.person, kind.dataset))
      return told(editingTexts(scene.locale).adminOnly);
    const upload = { name: file.name, dataset: kind?.dataset ?? null, table: table.value };
    const id = await store.write((tx) =>
      keepUpload(tx, upload, { owner: scene.person.id, clock: needs.clock }),
    );
    return uploadShown(scene, { ...upload, id }, kind, 'merge', null);
  }

  async function uploadShown(
    scene: Scene,
    upload: Upload,
    kind: FileKind | null,
    mode: ImportMode,
    note: string | null,
  ): Promise<CardMessage> {
    const { id, name, table } = upload;
    const mapping =
      kind?.kind === 'dataset' ? await mappingFor(store.db, kind.dataset, table.headings) : null;
    const kinds = kindsFor(scene.person);
    const shown = { id, name, rows: table.rows.length, kind, kinds, mode, mapping, note };
    return asMessage(uploadCard, uploadView(shown, scene.locale));
  }

  /** The upload's card as it now stands. */
  async function upload(scene: Scene, { id, kind, mode }: Asked, note: string | null = null): Promise<Reply> {
    const found = await findUpload(store.db, id, scene.person.id);
    if (found === null) return gone(scene, id);
    return replaceBy(await uploadShown(scene, found, kindFor(scene.person, kind), mode, note));
  }

  async function plan(scene: Scene, asked: Asked & { readonly shownKind: string }): Promise<Reply> {
    const t = importTexts(scene.locale);
    const kind = kindFor(scene.person, asked.kind);
    if (kind === null) return upload(scene, { ...asked, kind: asked.shownKind }, t.kindMissing);
    if (asked.kind !== asked.shownKind)
      return upload(scene, asked, t.kindChosen(kindLabel(kind, scene.locale)));
    const found = await findUpload(store.db, asked.id, scene.person.id);
    if (found === null) return gone(scene, asked.id);
    return showPlan(scene, await planOf(store.db, found, kind, asked.mode), null);
  }

  async function showPlan(scene: Scene, planned: Planned, note: string | null): Promise<Reply> {
    return inPlace(planCard, planView(await planShown(scene, planned, note), scene.locale));
  }

  async function planShown(scene: Scene, planned: Planned, note: string | null): Promise<PlanShown> {
    const { upload: found, kind, plan: made, join } = planned;
    const file =
      made.problems.length > 0
        ? await problemsFile(made, scene.locale)
        : join === null
          ? null
          : await unmatchedFile(join, scene.locale);
    return {
      id: found.id,
      name: found.name,
      kind,
      plan: made,
      join,
      seen: fingerprint(made),
      note: note ?? (losesRole(made, scene.person) ? importTexts(scene.locale).losesRole : null),
      url: file === null ? null : await addressOf(needs, scene, file),
      nameOf: await naming(store.db, made.dataset, scene.locale),
    };
  }

  /** Applies exactly what the card showed, or shows what has become of it. Removals are asked about by number first. */
  async function apply(
    scene: Scene,
    asked: Asked & { readonly seen: string; readonly removals: number },
  ): Promise<Reply> {
    const t = importTexts(scene.locale);
    const kind = kindFor(scene.person, asked.kind);
    if (kind === null) return upload(scene, asked, t.kindMissing);
    const result = await store.write(async (tx) => {
      const found = await findUpload(tx, asked.id, scene.person.id);
      if (found === null) return null;
      const planned = await planOf(tx, found, kind, asked.mode);
      const { plan: made } = planned;
      if (made.problems.length > 0) return { step: 'look' as const, planned, note: null };
      if (fingerprint(made) !== asked.seen)
        return { step: 'look' as const, planned, note: t.changedMeanwhile };
      if (made.removed.length > 0 && made.removed.length !== asked.removals)
        return { step: 'ask' as const, planned };
      const by = authorOf(needs, scene, fileSource(found.name, found.id));
      const done = await applyImport(tx, made, by);
      if (!done.ok) return { step: 'look' as const, planned, note: done.error[scene.locale] };
      await dropUpload(tx, found.id);
      return { step: 'done' as const, done: done.value };
    });
    if (result === null) return gone(scene, asked.id);
    switch (result.step) {
      case 'look':
        return showPlan(scene, result.planned, result.note);
      case 'ask':
        return inPlace(removalCard, removalView(await planShown(scene, result.planned, null), scene.locale));
      case 'done':
        return applied(scene, kind, result.done);
      default:
        return result satisfies never;
    }
  }

  async function applied(scene: Scene, kind: FileKind, done: ImportDone): Promise<Reply> {
    const t = importTexts(scene.locale);
    const { changeSet } = done;
    if (changeSet === null) {
      const text =
        done.confirmed + done.withdrawn > 0 ? t.reviews(done.confirmed, done.withdrawn) : t.doneNothing;
      return told(scene, { heading: t.doneReviews, text, seeChanges: true });
    }
    const lines = done.confirmed + done.withdrawn > 0 ? [t.reviews(done.confirmed, done.withdrawn)] : [];
    return changed(scene, kind.dataset, changeSet, lines);
  }

  async function changed(
    scene: Scene,
    dataset: Dataset,
    changeSet: string,
    lines: readonly string[],
  ): Promise<Reply> {
    const t = importTexts(scene.locale);
    const changes = await changesOf(store.db, changeSet);
    const { added, changed: edited, removed } = countsOf(changes);
    return told(scene, {
      heading: t.doneHeading,
      text: t.done(dataset.label[scene.locale], editingTexts(scene.locale).counts(added, edited, removed)),
      lines,
      changeSet,
      undo: 'ask',
      unconfirmed: (await unconfirmedOf(store.db, dataset, changes)).length,
    });
  }

  /** An old card, or the same tap sent twice: what became of the upload, as far as it is known. */
  async function gone(scene: Scene, id: string): Promise<Reply> {
    const t = importTexts(scene.locale);
    const head = await changeSetFrom(store.db, { actor: scene.person.id, sourceEnd: uploadMark(id) });
    if (head === null || !mayEdit(scene.person, head.dataset))
      return told(scene, { heading: t.goneHeading, text: t.gone });
    if (head.undoneAt !== null)
      return told(scene, { heading: t.doneHeading, text: t.undone, seeChanges: true });
    return changed(scene, head.dataset, head.id, []);
  }

  async function drop(scene: Scene, id: string): Promise<Reply> {
    const found = await findUpload(store.db, id, scene.person.id);
    if (found === null) return gone(scene, id);
    await store.write((tx) => dropUpload(tx, id));
    return told(scene, { heading: found.name, text: importTexts(scene.locale).dropped });
  }

  const told = (scene: Scene, outcome: Outcome): Reply =>
    inPlace(outcomeCard, outcomeView(outcome, scene.locale));

  return {
    receive,
    upload,
    uploadMessage: (
      scene: Scene,
      found: Upload,
      { kind, mode }: Pick<Asked, 'kind' | 'mode'>,
      note: string,
    ): Promise<Message> => uploadShown(scene, found, kindFor(scene.person, kind), mode, note),
    plan,
    apply,
    drop,
  };
}

async function planOf(reader: Reader, upload: Upload, kind: FileKind, mode: ImportMode): Promise<Planned> {
  if (kind.kind === 'entra') {
    const { plan, join } = await planEntraImport(reader, upload.table);
    return { kind, upload, plan, join };
  }
  const { dataset } = kind;
  const { mapping } = await mappingFor(reader, dataset, upload.table.headings);
  const plan = await planImport(reader, { dataset, table: upload.table, mapping, mode });
  return { kind, upload, plan, join: null };
}

/** Tells whether what is applied is what was shown: the data it was made from, and how much it changes. */
const fingerprint = (plan: ImportPlan): string =>
  [
    ...Object.entries(plan.revisions).map(([dataset, revision]) => `${dataset}:${revision}`),
    ...[plan.added, plan.changed, plan.removed, plan.confirm, plan.withdraw].map(({ length }) => length),
  ].join('/');
