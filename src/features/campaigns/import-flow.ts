import { randomUUID } from 'node:crypto';
import { asMessage, closeDialog, dialog, inPlace, notice } from '../../cards/replies';
import type { CampaignId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import { type AttachedFile, type Message, type Reply, replyWith } from '../../core/turn';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import { formCard, linesField } from '../forms';
import { MAX_FILE_BYTES, readTableFile, tableFileOf } from '../records';
import type { Campaign } from './campaign';
import { findCampaign, lockCampaign } from './campaign-store';
import { canImport } from './campaign-views';
import { importCard, importedCard } from './campaigns-cards';
import { byPerson, type CampaignsNeeds, noteStep } from './campaigns-needs';
import { campaignsTexts } from './campaigns-texts';
import { singleFormView } from './form-view';
import { type FormRow, matchRows, rowsOfLines, rowsOfTable, type UnmatchedRow } from './import-rows';
import {
  awaitedFile,
  awaitFile,
  dropAwaitedFile,
  findImport,
  insertImport,
  undoImport,
} from './import-store';
import { importTexts } from './import-texts';
import { type Imported, importedView, importView } from './import-views';
import { campaignAccess } from './member-access';
import { everyMember, finish } from './member-store';

const MOST_PASTED = 20_000;

/** Takes the form service's list of who has handed in: a file attached to the chat, or a pasted list. */
export function createImportFlow(needs: CampaignsNeeds) {
  const { store } = needs;

  async function offer(scene: Scene, campaign: Campaign): Promise<Reply> {
    if (!canImport(campaign)) return notice(importTexts(scene.locale).notNow);
    await store.write((tx) => awaitFile(tx, scene.person.id, campaign.id, scene.now));
    return inPlace(importCard, importView(campaign, scene.locale));
  }

  const openPaste = (scene: Scene, campaign: Campaign): Reply => paste(scene, campaign, '', []);

  function paste(scene: Scene, { id }: Campaign, text: string, problems: readonly string[]): Reply {
    const t = importTexts(scene.locale);
    const field = linesField('text', t.pasteLabel, MOST_PASTED);
    // A long list would not fit into the card that gives it back.
    const typed = { text: text.slice(0, 5_000) };
    const view = singleFormView(
      { id, fields: [field], typed, problems, notes: [t.columns] },
      { label: t.pasteButton, verb: 'campaigns.importPasted' },
      scene.locale,
    );
    return dialog(t.pasteTitle, formCard, view);
  }

  async function importPasted(scene: Scene, campaign: Campaign, text: string): Promise<Reply> {
    const t = importTexts(scene.locale);
    const rows = await rowsOfPasted(text, scene, campaign);
    // What was refused by the template's rules is not shown again either.
    if (!rows.ok) return paste(scene, campaign, isChecked(campaign) ? '' : text, [rows.error]);
    const done = await record(scene, campaign.id, rows.value);
    return done === null
      ? paste(scene, campaign, text, [t.notNow])
      : closeDialog(asMessage(importedCard, importedView(done, scene.locale)));
  }

  async function rowsOfPasted(
    text: string,
    scene: Scene,
    campaign: Campaign,
  ): Promise<Result<readonly FormRow[], string>> {
    const t = importTexts(scene.locale);
    if (text.trim() === '') return err(t.empty);
    const lines = rowsOfLines(text);
    return lines === null ? rowsOfFile(new TextEncoder().encode(text), scene, campaign) : ok(lines);
  }

  const isChecked = ({ specific }: Campaign): boolean =>
    needs.rules[specific.template]?.readFile !== undefined;

  async function rowsOfFile(
    bytes: Uint8Array,
    scene: Scene,
    { specific }: Campaign,
  ): Promise<Result<readonly FormRow[], string>> {
    const t = importTexts(scene.locale);
    const table = await readTableFile(bytes);
    if (!table.ok) return err(table.error[scene.locale]);
    const checked = needs.rules[specific.template]?.readFile?.(table.value, scene.locale) ?? table;
    if (!checked.ok) return err(checked.error);
    const rows = rowsOfTable(checked.value);
    if (rows.ok) return rows;
    return err(rows.error === 'no-column' ? t.noColumn : t.empty);
  }

  /** Null when this person awaits no file: it is meant for something else. */
  async function receive(scene: Scene, files: readonly AttachedFile[]): Promise<Reply | null> {
    const id = await awaitedFile(store.db, scene.person.id, scene.now);
    const campaign = id === null ? null : await findCampaign(store.db, id);
    if (campaign === null || campaignAccess(scene.person, campaign) !== 'run') return null;
    const t = importTexts(scene.locale);
    if (!scene.turn.personal)
      return replyWith({ kind: 'text', text: campaignsTexts(scene.locale).onlyPersonal });
    const [file, ...others] = files;
    if (file === undefined) return null;
    const said = (text: string): Reply => replyWith({ kind: 'text', text });
    const bytes = await file.read(MAX_FILE_BYTES).catch(() => null);
    if (bytes === null) return said(t.fetchFailed(file.name));
    const rows = await rowsOfFile(bytes, scene, campaign);
    if (!rows.ok) return said(t.unreadable(file.name, rows.error));
    const done = await record(scene, campaign.id, rows.value);
    if (done === null) return said(t.notNow);
    const messages: Message[] = [asMessage(importedCard, importedView(done, scene.locale))];
    if (others.length > 0) messages.push({ kind: 'text', text: t.oneFile });
    return replyWith(...messages);
  }

  /** Records all that fit in one transaction; who is done already stays as they are. Null when it is not running. */
  async function record(scene: Scene, id: CampaignId, rows: readonly FormRow[]): Promise<Imported | null> {
    const done = await store.write(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (campaign === null || !canImport(campaign)) return null;
      const { matched, unmatched } = await matchRows(tx, rows);
      const members = new Map((await everyMember(tx, id)).map((member) => [member.employee, member.status]));
      const importId = randomUUID();
      const strangers: UnmatchedRow[] = [];
      const seen = new Set<string>();
      let recorded = 0;
      for (const { row, employee } of matched) {
        const status = members.get(employee);
        if (status === undefined || status.kind === 'left') {
          const given = row.number === '' ? row.mail : row.number;
          strangers.push({ line: row.line, given, reason: 'not-in-audience' });
        } else if (!seen.has(employee)) {
          seen.add(employee);
          const by = { by: 'import' as const, at: scene.now, recordedBy: scene.person.id, importId };
          if (status.kind === 'open' && (await finish(tx, id, employee, by))) recorded += 1;
        }
      }
      const already = seen.size - recorded;
      if (recorded > 0) {
        await insertImport(tx, { id: importId, campaign: id, by: scene.person.id }, recorded, scene.now);
        await noteStep(needs, tx, byPerson(scene), campaign, 'import', { recorded });
      }
      await dropAwaitedFile(tx, scene.person.id);
      const all = [...unmatched, ...strangers].toSorted((a, b) => a.line - b.line);
      return { campaign, importId: recorded > 0 ? importId : null, recorded, already, unmatched: all };
    });
    if (done === null) return null;
    return { ...done, undone: false, file: await unmatchedFile(scene, done.unmatched) };
  }

  async function unmatchedFile(scene: Scene, rows: readonly UnmatchedRow[]): Promise<string | null> {
    if (rows.length === 0) return null;
    const t = importTexts(scene.locale);
    const file = await tableFileOf(
      t.fileTitle,
      'csv',
      Object.values(t.fileHeadings),
      rows.map(({ line, given, reason }) => [String(line), given, t.reasons[reason]]),
    );
    const linked = {
      owner: scene.person.id,
      name: file.name,
      mediaType: file.mediaType,
      content: file.bytes,
    };
    const token = await store.write((tx) => linkFile(tx, linked, scene.now));
    return `${needs.publicUrl()}/files/${token}`;
  }

  /** Undoes one import as a whole; what people or others recorded meanwhile stays. */
  async function undo(scene: Scene, campaign: Campaign, importId: string): Promise<Reply> {
    const recorded = await store.write(async (tx) => {
      const locked = await lockCampaign(tx, campaign.id);
      const found = await findImport(tx, campaign.id, importId);
      if (locked === null || found === null) return null;
      if (await undoImport(tx, campaign.id, importId, scene.now))
        await noteStep(needs, tx, byPerson(scene), campaign, 'undo-import', { recorded: found.recorded });
      return found.recorded;
    });
    if (recorded === null) return notice(campaignsTexts(scene.locale).gone);
    const shown = { campaign, importId, recorded, already: 0, unmatched: [], undone: true, file: null };
    return inPlace(importedCard, importedView(shown, scene.locale));
  }

  return { offer, openPaste, importPasted, receive, undo };
}
