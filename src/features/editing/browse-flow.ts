import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { countOf, type Dataset, exportDataset, recordsOf, templateOf } from '../records';
import { noteExport, noteReading } from './audit-notes';
import {
  fileCard,
  fileView,
  type ListPlace,
  listCard,
  listView,
  menuCard,
  menuView,
  ROWS_A_PAGE,
} from './browse-cards';
import { browseTexts } from './browse-texts';
import { datasetIn, datasetsFor, isConfirmable } from './dataset-access';
import { addressOf, type EditingNeeds } from './editing-needs';
import { naming, shownCell } from './record-words';
import { asMessage, inPlace, notice } from './replies';

/** Finding records, and whole datasets as files. */
export function createBrowseFlow(needs: EditingNeeds) {
  const { store } = needs;

  const menu = (scene: Scene, purpose: 'edit' | 'import', text = '') =>
    menuView(datasetsFor(scene.person), purpose, scene.locale, datasetIn(text, scene.person));

  async function list(scene: Scene, dataset: Dataset, asked: ListPlace): Promise<Reply> {
    const { locale } = scene;
    const records = await recordsOf(store.db, dataset);
    const nameOf = await naming(store.db, dataset, locale);
    const words = fold(asked.search).split(' ').filter(Boolean);
    const found = records.filter((record) => {
      if (words.length === 0) return true;
      // Days are found as the list writes them and as files do.
      const cells = dataset.columns.flatMap((column) => {
        const stored = record.cells[column.name] ?? '';
        return [stored, shownCell(column, stored, locale)];
      });
      const text = fold([record.id, nameOf(record), ...cells].join('\n'));
      return words.every((word) => text.includes(word));
    });
    const lastPage = Math.max(0, Math.ceil(found.length / ROWS_A_PAGE) - 1);
    const place = { search: asked.search.trim(), page: Math.min(asked.page, lastPage) };
    const rows = found.slice(place.page * ROWS_A_PAGE, (place.page + 1) * ROWS_A_PAGE).map((record) => ({
      id: record.id,
      name: nameOf(record),
      waiting: isConfirmable(dataset) && !record.confirmed,
      sample: record.cells.sample === 'yes',
    }));
    await noteReading(needs, scene, dataset, { count: rows.length });
    return inPlace(listCard, listView({ dataset, place, count: found.length, rows }, locale));
  }

  /** The card stays as it is; the file comes as a message of its own. */
  async function exported(scene: Scene, dataset: Dataset, forReview: boolean): Promise<Reply> {
    const t = browseTexts(scene.locale);
    const { locale } = scene;
    const count = await countOf(store.db, dataset);
    const file = await exportDataset(store.db, dataset, { format: 'xlsx', locale, forReview });
    const url = await addressOf(needs, scene, file);
    await noteExport(needs, scene, dataset, { count });
    const text = forReview ? t.exportedForReview(count) : t.exported(count);
    return notice(t.fileReady, asMessage(fileCard, fileView({ name: file.name, text, url }, locale)));
  }

  async function template(scene: Scene, dataset: Dataset): Promise<Reply> {
    const t = browseTexts(scene.locale);
    const file = await templateOf(dataset, { format: 'xlsx', locale: scene.locale });
    const url = await addressOf(needs, scene, file);
    const view = fileView({ name: file.name, text: t.templateText, url }, scene.locale);
    return notice(t.fileReady, asMessage(fileCard, view));
  }

  return {
    start: (scene: Scene, purpose: 'edit' | 'import', text: string): readonly Message[] => [
      asMessage(menuCard, menu(scene, purpose, text)),
    ],
    menu: (scene: Scene): Reply => inPlace(menuCard, menu(scene, 'edit')),
    list,
    exported,
    template,
  };
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
