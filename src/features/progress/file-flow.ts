import { asMessage, notice } from '../../cards/replies';
import { dayOf } from '../../core/calendar/day';
import { formatWareki } from '../../core/calendar/wareki';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import { tableFileOf } from '../records';
import { fileTexts } from './file-texts';
import { fileView } from './file-view';
import { filterLabel } from './members-view';
import { fileCard } from './progress-cards';
import { noteRead, type ProgressNeeds } from './progress-needs';
import type { Seen } from './progress-reader';
import { progressTexts } from './progress-texts';
import { mayPrint, onSheet, sheetHtml } from './sheet';
import { type Filter, fits, type Placed, within } from './standing';
import { howDone, type NameOf, readerOf, titleOf, wordsOf } from './view-parts';

/** Files about a campaign, each behind a link of its one reader. */
export function createFileFlow(needs: ProgressNeeds) {
  const { store } = needs;

  /** For who runs the campaign. A section that nobody is of: all of them. */
  async function csv(
    scene: Scene,
    seen: Seen,
    chosen: { readonly filter: Filter; readonly section: string },
    nameOf: NameOf,
  ): Promise<Message> {
    const t = fileTexts(scene.locale);
    const { campaign } = seen;
    const rows = within(seen.placed, chosen.section).filter((one) => fits(one, chosen.filter));
    const file = await tableFileOf(
      t.csvName(fileName(campaign.title), scene.today),
      'csv',
      Object.values(t.columns),
      rows.map((one) => csvRow(one, seen, nameOf, scene)),
    );
    const url = await link(scene, seen, { ...file, content: file.bytes }, 'csv', rows.length);
    const heading = `${campaign.title}　${filterLabel(chosen.filter, seen, scene.locale)}`;
    return asMessage(
      fileCard,
      fileView({ heading, text: t.ready(rows.length), hint: null, url }, scene.locale),
    );
  }

  /** Sheets by section, for those without Teams at hand. */
  async function sheet(scene: Scene, seen: Seen): Promise<Reply> {
    const t = fileTexts(scene.locale);
    const { campaign } = seen;
    const title = titleOf(campaign, readerOf(seen), scene.locale);
    if (!mayPrint(campaign)) return notice(t.sheetRefused);
    const placed = seen.placed.filter(onSheet);
    if (placed.length === 0) return notice(t.sheetNobody);
    const at = formatWareki(scene.today);
    const html = sheetHtml({ campaign, placed, at, by: scene.person.name }, scene.locale);
    const file = {
      name: `${t.sheetName(fileName(title), scene.today)}.html`,
      mediaType: 'text/html; charset=utf-8',
      content: Buffer.from(html, 'utf8'),
    };
    const url = await link(scene, seen, file, 'sheet', placed.length);
    const sections = new Set(placed.map(({ section }) => section)).size;
    const text = t.sheetReady(sections, placed.length);
    const view = fileView({ heading: title, text, hint: t.print, url }, scene.locale);
    return notice(t.sent, asMessage(fileCard, view));
  }

  /** Answers the file's address, and notes that it was read. */
  async function link(
    scene: Scene,
    { campaign }: Seen,
    { name, mediaType, content }: { name: string; mediaType: string; content: Uint8Array },
    what: 'csv' | 'sheet',
    count: number,
  ): Promise<string> {
    const linked = { owner: scene.person.id, name, mediaType, content };
    const token = await store.write(async (tx) => {
      await noteRead(needs, tx, scene, campaign, what, count);
      return linkFile(tx, linked, scene.now);
    });
    return `${needs.publicUrl()}/files/${token}`;
  }

  return { csv, sheet };
}

/** In the order of the texts' `columns`. */
function csvRow(one: Placed, { campaign }: Seen, nameOf: NameOf, { locale }: Scene): readonly string[] {
  const t = progressTexts(locale);
  const { standing } = one;
  const words = wordsOf(campaign, locale);
  const state = {
    owes: words.owes,
    away: `${words.owes}（${t.away}）`,
    done: words.done,
  }[standing.kind];
  const isDone = standing.kind === 'done';
  return [
    one.employee,
    one.name,
    one.department,
    one.section,
    state,
    isDone ? howDone(standing, nameOf, locale) : '',
    isDone ? dayOf(standing.at) : '',
    isDone && standing.recordedBy !== null ? nameOf(standing.recordedBy) : '',
    standing.kind === 'owes' && standing.gap !== null ? t.gaps[standing.gap] : '',
    campaign.dueOn,
  ];
}

const fileName = (title: string): string => title.replace(/[\\/:*?"<>|]/g, '_');
