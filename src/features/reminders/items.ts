import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/store';
import type { Snooze } from './plan';
import type { Look, ReminderItem, ReminderSource, ThingKey } from './reminder';

/** An item and what its reader has decided about it. */
export interface ShownItem {
  readonly thing: ThingKey;
  readonly item: ReminderItem;
  /** The day on which it comes back, as people read it; null when it is not put off. */
  readonly snoozedUntil: string | null;
  readonly muted: boolean;
}

export type Sources = () => readonly ReminderSource[];

/** The feature that a thing belongs to; null when none of today's has that name. */
export const sourceOf = (sources: Sources, thing: ThingKey): ReminderSource | null =>
  sources().find(({ name }) => thing.startsWith(`${name}:`)) ?? null;

export const itemOf = async (sources: Sources, reader: Reader, look: Look): Promise<ReminderItem | null> =>
  (await sourceOf(sources, look.thing)?.item(reader, look)) ?? null;

/** With what its reader has decided about it. */
export const shownItem = (
  thing: ThingKey,
  item: ReminderItem,
  kept: { readonly snoozes: readonly Snooze[]; readonly muted: ReadonlySet<ThingKey> },
  { today, locale }: { readonly today: string; readonly locale: Locale },
): ShownItem => {
  const snooze = kept.snoozes.find((one) => one.thing === thing && one.until > today);
  return {
    thing,
    item,
    snoozedUntil: snooze === undefined ? null : shortDay(snooze.until, locale),
    muted: kept.muted.has(thing),
  };
};

/** Said of anything that is handed in: names nothing. */
const NAMELESS = /提出|確認|記録|回答|入力|書類|(?:[ぁ-ん]|\s)+/u;
/** So many letters that two texts share are no accident. */
const isName = (shared: string): boolean => shared.length >= (/^[\x20-\x7e]*$/.test(shared) ? 5 : 2);

/** Those that a text names, first and the best named before the others; the rest as they stood. */
export function namedFirst(items: readonly ShownItem[], text: string): readonly ShownItem[] {
  const said = text.normalize('NFKC').toLowerCase();
  const pieces = /^[\x20-\x7e]*$/.test(said) ? [said] : said.split(NAMELESS);
  const likeness = new Map(
    items.map((one) => {
      const title = one.item.title.normalize('NFKC').toLowerCase();
      return [one, Math.max(0, ...pieces.map((piece) => longestShared(piece, title)))];
    }),
  );
  return items.toSorted((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0));
}

/** The shortest piece that two texts share by no accident, when it is but a part of a word. */
const longEnough = (piece: string): number => (/^[\x20-\x7e]*$/.test(piece) ? 8 : 3);

/** Those that a text names: by a word of their titles, or a good part of one. */
export function onlyNamed(items: readonly ShownItem[], text: string): readonly ShownItem[] {
  const said = text.normalize('NFKC').toLowerCase();
  const pieces = /^[\x20-\x7e]*$/.test(said) ? [said] : said.split(NAMELESS);
  return items.filter((one) => {
    const title = one.item.title.normalize('NFKC').toLowerCase();
    return pieces.some((piece) => {
      const shared = longestShared(piece, title);
      return shared >= longEnough(piece) || (shared > 1 && shared === piece.length);
    });
  });
}

/** Length of the longest piece of `a` that stands in `b` and says something; 0 when there is none. */
function longestShared(a: string, b: string): number {
  for (let length = a.length; length > 1; length -= 1) {
    for (let at = 0; at + length <= a.length; at += 1) {
      const piece = a.slice(at, at + length);
      if (b.includes(piece) && isName(piece)) return length;
    }
  }
  return 0;
}
