import { asMessage, closeDialog, dialog, inPlace, notice } from '../../cards/replies';
import type { EmployeeId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import { type AttachedFile, type Message, type Reply, replyWith } from '../../core/turn';
import type { Reader, Writer } from '../../db/open';
import { isHr, type Scene } from '../directory';
import { formCard, formView, linesField } from '../forms';
import {
  dropUpload,
  findUpload,
  keepUpload,
  MAX_FILE_BYTES,
  readTableFile,
  type Table,
  type Upload,
} from '../records';
import { importTexts } from './import-texts';
import { previewView } from './import-view';
import { button, listView, opener } from './list-view';
import { listCard } from './mentoring-cards';
import { type MentoringNeeds, noteChange, peopleOn } from './mentoring-needs';
import type { PairFlow } from './pair-flow';
import { makePair } from './pair-making';
import { pairRows, type RowProblem } from './pair-rows';
import { livePairs, lockPairs } from './pair-store';
import { pairTexts } from './pair-texts';

const MOST_PASTED = 20_000;
const MOST_SHOWN = 5_000;
const MOST_PROBLEMS = 10;
const AWAITED_FOR_MS = 10 * 60_000;

/** HR's list of pairs, attached or pasted: all of it or nothing. Whoever calls this has checked that it is HR who acts. */
export function createPairImport(needs: MentoringNeeds, flow: PairFlow) {
  const { store } = needs;

  async function offer(scene: Scene): Promise<Reply> {
    const t = pairTexts(scene.locale);
    const words = importTexts(scene.locale);
    await store.write((tx) => awaitFile(tx, scene.person.id, scene.now));
    const view = listView(
      {
        heading: words.importHeading,
        notes: [words.importText, words.columns],
        dialogs: [opener(words.paste, 'paste')],
        buttons: [button(t.back, 'list', { page: 0 })],
      },
      scene.locale,
    );
    return inPlace(listCard, view);
  }

  function openPaste(scene: Scene, text = '', problems: readonly string[] = []): Reply {
    const words = importTexts(scene.locale);
    const view = formView(
      {
        fields: [linesField('text', words.pasteLabel, MOST_PASTED)],
        // A long list would not fit into the card that gives it back.
        typed: { text: text.slice(0, MOST_SHOWN) },
        problems,
        notes: [words.columns],
        page: null,
        moreLabel: '',
        fallback: words.pasteTitle,
        buttons: [{ label: words.checkButton, data: { verb: 'mentoring.importPasted' } }],
      },
      scene.locale,
    );
    return dialog(words.pasteTitle, formCard, view);
  }

  async function importPasted(scene: Scene, text: string): Promise<Reply> {
    const words = importTexts(scene.locale);
    if (text.trim() === '') return openPaste(scene, text, [words.importEmpty]);
    const table = await readTableFile(new TextEncoder().encode(text));
    if (!table.ok) return openPaste(scene, text, [table.error[scene.locale]]);
    const shown = await preview(scene, table.value);
    return shown.ok ? closeDialog(shown.value) : openPaste(scene, text, problemLines(scene, shown.error));
  }

  /** Null when this person awaits no file: it is meant for something else. */
  async function receive(scene: Scene, files: readonly AttachedFile[]): Promise<Reply | null> {
    if (!isHr(scene.person) || !scene.turn.personal) return null;
    const [file] = files;
    if (file === undefined || !(await isAwaited(store.db, scene.person.id, scene.now))) return null;
    const words = importTexts(scene.locale);
    const said = (text: string): Reply => replyWith({ kind: 'text', text });
    const bytes = await file.read(MAX_FILE_BYTES).catch(() => null);
    if (bytes === null) return said(words.fetchFailed);
    const table = await readTableFile(bytes);
    if (!table.ok) return said(table.error[scene.locale]);
    const shown = await preview(scene, table.value);
    return replyWith(shown.ok ? shown.value : failed(scene, shown.error));
  }

  /** What would be made, kept until it is confirmed; nothing is made yet. */
  async function preview(scene: Scene, table: Table): Promise<Result<Message, readonly RowProblem[]>> {
    const people = await peopleOn(needs, store.db, scene.today);
    const read = pairRows(table, people, await livePairs(store.db), scene.today, scene.locale);
    if (!read.ok) return read;
    const upload = await store.write(async (tx) => {
      await tx.deleteFrom('mentoring_awaited_files').where('person', '=', scene.person.id).execute();
      const by = { owner: scene.person.id, clock: { now: () => scene.now } };
      return keepUpload(tx, { name: 'pairs', dataset: null, table }, by);
    });
    return ok(asMessage(listCard, previewView(read.value, upload, scene.locale)));
  }

  /** The file that its sender has seen and confirmed, read anew: the pairs may have changed since. */
  async function confirm(scene: Scene, id: string): Promise<Reply> {
    const words = importTexts(scene.locale);
    const upload = await findUpload(store.db, id, scene.person.id);
    if (upload === null) return notice(words.importGone);
    const done = await record(scene, upload);
    if (!done.ok) return notice(words.importFailed, failed(scene, done.error));
    if (done.value === null) return notice(words.importGone);
    return flow.list(scene, 0, words.imported(done.value.made, done.value.same));
  }

  function failed(scene: Scene, problems: readonly RowProblem[]): Message {
    const words = importTexts(scene.locale);
    const view = listView(
      {
        heading: words.importFailed,
        notes: [words.importFailedNote, ...problemLines(scene, problems)],
        dialogs: [opener(words.paste, 'paste')],
      },
      scene.locale,
    );
    return asMessage(listCard, view);
  }

  const problemLines = ({ locale }: Scene, problems: readonly RowProblem[]): readonly string[] => {
    const words = importTexts(locale);
    const more = problems.length - MOST_PROBLEMS;
    return [
      ...problems.slice(0, MOST_PROBLEMS).map(({ line, reason }) => words.importLine(line, reason)),
      ...(more > 0 ? [words.moreLines(more)] : []),
    ];
  };

  async function record(
    scene: Scene,
    { id, table }: Upload,
  ): Promise<Result<{ readonly made: number; readonly same: number } | null, readonly RowProblem[]>> {
    return store.write(async (tx) => {
      await lockPairs(tx);
      // The second of two taps.
      if ((await findUpload(tx, id, scene.person.id)) === null) return ok(null);
      const people = await peopleOn(needs, tx, scene.today);
      const read = pairRows(table, people, await livePairs(tx), scene.today, scene.locale);
      if (!read.ok) return err(read.error);
      const rows = read.value.filter(({ exists }) => !exists);
      for (const row of rows) {
        const by = { now: scene.now, today: scene.today, actor: scene.person.id };
        const pair = await makePair(needs, tx, row, await livePairs(tx), by);
        if (!pair.ok) throw new Error(`row ${row.line} was sound and is not: ${pair.error.join()}`);
      }
      await dropUpload(tx, id);
      await noteChange(needs, tx, scene, 'mentoring', 'import', { made: rows.length });
      return ok({ made: rows.length, same: read.value.length - rows.length });
    });
  }

  return { offer, openPaste, importPasted, receive, confirm };
}

async function awaitFile(tx: Writer, person: EmployeeId, now: Date): Promise<void> {
  const until = new Date(now.getTime() + AWAITED_FOR_MS).toISOString();
  await tx
    .insertInto('mentoring_awaited_files')
    .values({ person, until })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ until }))
    .execute();
}

async function isAwaited(reader: Reader, person: EmployeeId, now: Date): Promise<boolean> {
  const row = await reader
    .selectFrom('mentoring_awaited_files')
    .select('person')
    .where('person', '=', person)
    .where('until', '>=', now.toISOString())
    .executeTakeFirst();
  return row !== undefined;
}
