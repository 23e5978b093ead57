import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import {
  type CellProblem,
  changesOf,
  confirmRecords,
  type Dataset,
  type NamedColumn,
  type RecordCells,
  recordOf,
  removeRecord,
  saveRecord,
} from '../records';
import { noteReading } from './audit-notes';
import { isConfirmable } from './dataset-access';
import { type DialogRequest, type Submission, typedIn } from './editing-actions';
import { authorOf, type EditingNeeds } from './editing-needs';
import { editingTexts } from './editing-texts';
import { type Form, formCard, formView, removeCard, removeView } from './form-cards';
import { canBeKept, editableColumns, isTypedId, pagesOf, saysSame } from './form-fields';
import { candidatesFor, proposedKey, savedBefore, withIds } from './form-records';
import { formTexts } from './form-texts';
import { type Outcome, outcomeCard, outcomeView } from './outcome-card';
import { changeLine, columnLabel, namesReferredTo, naming, SOURCES, shorten } from './record-words';
import { asMessage, closeDialog, dialog, notice } from './replies';
import { isUnreachableDesk } from './review-cards';

type OpenForm = Extract<DialogRequest, { verb: 'editing.form' }>;
type FilledForm = Extract<Submission, { verb: 'editing.save' | 'editing.nextPage' | 'editing.previousPage' }>;
type Removal = Extract<Submission, { verb: 'editing.askRemove' | 'editing.remove' }>;

const MOST_LINES = 6;

/** The dialog in which one record is added, changed or removed. `reviewNext` gives the card that follows a review. */
export function createFormFlow(
  needs: EditingNeeds,
  reviewNext: (scene: Scene, dataset: Dataset, after: string) => Promise<Message>,
) {
  const { store } = needs;

  async function open(scene: Scene, { dataset, id, from }: Omit<OpenForm, 'verb'>): Promise<Reply> {
    const record = id === null ? null : await recordOf(store.db, dataset, id);
    if (id !== null && record === null) return notice(editingTexts(scene.locale).recordGone);
    if (record !== null) await noteReading(needs, scene, dataset, { record: record.id });
    const proposed = record === null ? await proposedKey(store.db, dataset) : {};
    return show(scene, { dataset, record, page: 0, typed: proposed, problems: [], from });
  }

  async function show(scene: Scene, form: Omit<Form, 'candidates' | 'called'>): Promise<Reply> {
    const t = formTexts(scene.locale);
    const candidates = await candidatesFor(store.db, form.dataset, scene);
    const typedIds = form.dataset.columns.filter((column) => isTypedId(column, candidates));
    const called = await namesReferredTo(store.db, typedIds, scene.locale);
    const label = form.dataset.label[scene.locale];
    const title = form.record === null ? t.addTitle(label) : t.editTitle(label);
    return dialog(title, formCard, formView({ ...form, candidates, called }, scene.locale));
  }

  /** What was typed on this page and those before, of columns that a form may change. */
  function typedOf(submitted: FilledForm, record: RecordCells | null, data: unknown): Record<string, string> {
    const editable = editableColumns(submitted.dataset, record?.cells ?? null);
    const shown = editable.filter(({ name }) => submitted.shown.includes(name)).map(({ name }) => name);
    const given = { ...submitted.kept, ...typedIn(data, shown) };
    const typed: Record<string, string> = {};
    for (const column of editable) {
      const text = given[column.name];
      if (text === undefined || saysSame(column, text, record?.cells[column.name] ?? '')) continue;
      typed[column.name] = text;
    }
    return typed;
  }

  async function turnPage(scene: Scene, submitted: FilledForm, data: unknown): Promise<Reply> {
    const { dataset, id, page, from } = submitted;
    const record = id === null ? null : await recordOf(store.db, dataset, id);
    if (id !== null && record === null) return notice(editingTexts(scene.locale).recordGone);
    const typed = typedOf(submitted, record, data);
    const opened = asOpened(record, submitted);
    const pages = pagesOf(dataset, record?.cells ?? null, await candidatesFor(store.db, dataset, scene));
    const next = submitted.verb === 'editing.nextPage' ? page + 1 : Math.max(0, page - 1);
    if (fits(typed, pages[next]))
      return show(scene, { dataset, record: opened, page: next, typed, problems: [], from });
    const problems = [formTexts(scene.locale).keptTooLong];
    return show(scene, { dataset, record: opened, page, typed: fitting(typed, pages[page]), problems, from });
  }

  async function save(scene: Scene, submitted: FilledForm, data: unknown): Promise<Reply> {
    const { dataset, id, basedOn, from } = submitted;
    const by = authorOf(needs, scene, SOURCES.form);
    const result = await store.write(async (tx) => {
      const record = id === null ? null : await recordOf(tx, dataset, id);
      const typed = await withIds(tx, dataset, typedOf(submitted, record, data));
      const saved = await saveRecord(tx, dataset, { id, basedOn, values: typed }, by);
      if (saved.ok) {
        await confirmRecords(tx, dataset, [saved.value.id], by);
        return { ok: true as const, ...saved.value };
      }
      const twice = await savedBefore(tx, submitted, typed, by.actor);
      if (twice !== null) return { ok: true as const, ...twice };
      return { ok: false as const, problems: saved.error, record, typed };
    });
    if (result.ok) return saved(scene, dataset, result, id === null, from);
    const { problems, record, typed } = result;
    if (id !== null && record === null) return notice(editingTexts(scene.locale).recordGone);
    const candidates = await candidatesFor(store.db, dataset, scene);
    const pages = pagesOf(dataset, record?.cells ?? null, candidates);
    const page = pages.findIndex((columns) =>
      columns.some(({ name }) => name === problems.find(({ column }) => column !== null)?.column),
    );
    const at = page < 0 || !fits(typed, pages[page]) ? submitted.page : page;
    return show(scene, {
      dataset,
      record: asOpened(record, submitted),
      page: at,
      typed: fitting(typed, pages[at]),
      problems: problems.map((problem) => problemText(dataset, problem, scene)),
      from,
    });
  }

  async function saved(
    scene: Scene,
    dataset: Dataset,
    { id, changeSet }: { readonly id: string; readonly changeSet: string | null },
    isNew: boolean,
    from: Form['from'],
  ): Promise<Reply> {
    const t = formTexts(scene.locale);
    const record = await recordOf(store.db, dataset, id);
    const nameOf = await naming(store.db, dataset, scene.locale);
    const name = shorten(record === null ? id : nameOf(record), 120);
    const warning = record !== null && isUnreachableDesk(dataset, record.cells) ? [t.unreachable] : [];
    const outcome: Outcome =
      changeSet === null
        ? {
            heading: t.unchangedHeading,
            text: name,
            lines: [...(isConfirmable(dataset) ? [t.unchangedText] : []), ...warning],
          }
        : {
            heading: isNew ? t.addedHeading : t.savedHeading,
            text: name,
            lines: [
              ...(isNew ? [] : await linesOf(scene, dataset, changeSet)),
              ...(isConfirmable(dataset) ? [t.confirmed] : []),
              ...warning,
            ],
            changeSet,
            undo: 'at-once',
          };
    const messages: Message[] = [asMessage(outcomeCard, outcomeView(outcome, scene.locale))];
    if (from === 'review') messages.push(await reviewNext(scene, dataset, id));
    return closeDialog(...messages);
  }

  async function linesOf(scene: Scene, dataset: Dataset, changeSet: string): Promise<readonly string[]> {
    const [change] = await changesOf(store.db, changeSet);
    if (change === undefined) return [];
    return dataset.columns
      .filter(({ whenUnsaid }) => whenUnsaid === 'kept')
      .map(({ name }) => ({
        column: name,
        before: change.before?.cells[name] ?? '',
        after: change.after?.cells[name] ?? '',
      }))
      .filter(({ before, after }) => before !== after)
      .slice(0, MOST_LINES)
      .map((column) => changeLine(dataset, column, scene.locale));
  }

  async function askRemove(scene: Scene, { dataset, id, from }: Removal): Promise<Reply> {
    const record = await recordOf(store.db, dataset, id);
    if (record === null) return notice(editingTexts(scene.locale).recordGone);
    const nameOf = await naming(store.db, dataset, scene.locale);
    const view = removeView({ dataset, id, name: nameOf(record), from }, scene.locale);
    return dialog(formTexts(scene.locale).removeTitle, removeCard, view);
  }

  async function remove(scene: Scene, { dataset, id, from }: Removal): Promise<Reply> {
    const t = formTexts(scene.locale);
    const record = await recordOf(store.db, dataset, id);
    if (record === null) return notice(editingTexts(scene.locale).recordGone);
    const nameOf = await naming(store.db, dataset, scene.locale);
    const name = nameOf(record);
    const removed = await store.write((tx) =>
      removeRecord(tx, dataset, id, authorOf(needs, scene, SOURCES.form)),
    );
    if (!removed.ok) {
      const problems = removed.error.map((problem) => problemText(dataset, problem, scene));
      return show(scene, { dataset, record, page: 0, typed: {}, problems, from });
    }
    const outcome: Outcome = {
      heading: t.removedHeading,
      text: shorten(name, 120),
      changeSet: removed.value,
      undo: 'at-once',
    };
    const messages: Message[] = [asMessage(outcomeCard, outcomeView(outcome, scene.locale))];
    if (from === 'review') messages.push(await reviewNext(scene, dataset, id));
    return closeDialog(...messages);
  }

  return { open, turnPage, save, askRemove, remove };
}

function problemText(dataset: Dataset, { column, reason }: CellProblem, { locale }: Scene): string {
  return column === null
    ? reason[locale]
    : formTexts(locale).problem(columnLabel(dataset, column, locale), reason[locale]);
}

/** The form goes on being based on what its person saw, so that it never overwrites what somebody else changed since. */
const asOpened = (record: RecordCells | null, { basedOn }: FilledForm): RecordCells | null =>
  record === null ? null : { ...record, contentHash: basedOn ?? record.contentHash };

type Typed = Readonly<Record<string, string>>;
type Page = readonly NamedColumn[] | undefined;

const elsewhere = (typed: Typed, page: Page = []): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([column]) => !page.some(({ name }) => name === column)));

/** Whether the buttons of a page can carry what was typed on the others. */
const fits = (typed: Typed, page: Page): boolean => canBeKept(elsewhere(typed, page));

/** What came to a page fitted it; only data that no form of ours sent does not, and loses what is not shown. */
function fitting(typed: Typed, page: Page): Typed {
  if (fits(typed, page)) return typed;
  const rest = elsewhere(typed, page);
  return Object.fromEntries(Object.entries(typed).filter(([column]) => rest[column] === undefined));
}
