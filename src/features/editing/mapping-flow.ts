import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { findUpload, type Mapping, mappingFor, rememberMapping, type Upload } from '../records';
import { type DialogRequest, type Submission, typedIn } from './editing-actions';
import type { EditingNeeds } from './editing-needs';
import { kindFor } from './file-kind';
import { importTexts } from './import-texts';
import { mappedColumns, mappingCard, mappingView } from './mapping-card';
import { columnLabel } from './record-words';
import { closeDialog, dialog, notice } from './replies';

type OpenMapping = Extract<DialogRequest, { verb: 'editing.mapping' }>;
type FilledMapping = Extract<
  Submission,
  { verb: 'editing.saveMapping' | 'editing.nextColumns' | 'editing.previousColumns' }
>;

/** The dialog in which columns get their headings. `uploadCard` gives the upload's card as it is afterwards. */
export function createMappingFlow(
  needs: EditingNeeds,
  uploadCard: (
    scene: Scene,
    upload: Upload,
    asked: { readonly kind: string; readonly mode: 'merge' | 'replace' },
    note: string,
  ) => Promise<Message>,
) {
  const { store } = needs;

  async function found(scene: Scene, asked: OpenMapping | FilledMapping) {
    const upload = await findUpload(store.db, asked.id, scene.person.id);
    const kind = kindFor(scene.person, asked.kind);
    if (upload === null || kind?.kind !== 'dataset') return null;
    const { dataset } = kind;
    const { headings } = upload.table;
    const { mapping } = await mappingFor(store.db, dataset, headings);
    return { upload, dataset, headings, mapping };
  }

  async function open(scene: Scene, asked: OpenMapping): Promise<Reply> {
    return show(scene, asked, {}, 0, null);
  }

  async function show(
    scene: Scene,
    asked: OpenMapping | FilledMapping,
    kept: Readonly<Record<string, string>>,
    page: number,
    problem: string | null,
  ): Promise<Reply> {
    const t = importTexts(scene.locale);
    const known = await found(scene, asked);
    if (known === null) return notice(t.gone);
    const { upload, dataset, headings, mapping } = known;
    const form = { upload: upload.id, mode: asked.mode, dataset, headings, mapping, kept, page, problem };
    const title = t.mappingTitle(dataset.label[scene.locale]);
    return dialog(title, mappingCard, mappingView(form, scene.locale));
  }

  async function submit(scene: Scene, asked: FilledMapping, data: unknown): Promise<Reply> {
    const chosen = { ...asked.kept, ...typedIn(data, asked.shown) };
    switch (asked.verb) {
      case 'editing.nextColumns':
        return show(scene, asked, chosen, asked.page + 1, null);
      case 'editing.previousColumns':
        return show(scene, asked, chosen, Math.max(0, asked.page - 1), null);
      case 'editing.saveMapping':
        return save(scene, asked, chosen);
      default:
        return asked satisfies never;
    }
  }

  async function save(
    scene: Scene,
    asked: FilledMapping,
    chosen: Readonly<Record<string, string>>,
  ): Promise<Reply> {
    const t = importTexts(scene.locale);
    const known = await found(scene, asked);
    if (known === null) return notice(t.gone);
    const { upload, dataset, headings } = known;
    const mapping: Record<string, string> = {};
    for (const [column, heading] of Object.entries(known.mapping)) {
      if (chosen[column] === undefined) mapping[column] = heading;
    }
    for (const { name } of mappedColumns(known)) {
      const number = chosen[name];
      const heading = number === undefined || number === '' ? undefined : headings[Number(number)];
      if (heading !== undefined) mapping[name] = heading;
    }
    const twice = firstShared(mapping);
    if (twice !== null) {
      const columns = twice.columns.map((column) => columnLabel(dataset, column, scene.locale));
      return show(scene, asked, chosen, asked.page, t.headingTwice(twice.heading, columns.join('、')));
    }
    const by = { actor: scene.person.id, clock: needs.clock };
    await store.write((tx) => rememberMapping(tx, dataset, headings, mapping, by));
    return closeDialog(await uploadCard(scene, upload, asked, t.mappingSaved));
  }

  return { open, submit };
}

function firstShared(
  mapping: Mapping,
): { readonly heading: string; readonly columns: readonly string[] } | null {
  for (const heading of Object.values(mapping)) {
    const columns = Object.keys(mapping).filter((column) => mapping[column] === heading);
    if (columns.length > 1) return { heading, columns };
  }
  return null;
}
