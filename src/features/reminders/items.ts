import { formatShort } from '../../core/calendar/wareki';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/store';
import type { Person } from '../directory';
import type { Snooze } from './plan';
import type { ReminderItem, ReminderSource, ThingKey } from './reminder';

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

export const itemOf = async (
  sources: Sources,
  reader: Reader,
  { person, thing, now, locale }: { person: Person; thing: ThingKey; now: Date; locale: Locale },
): Promise<ReminderItem | null> =>
  (await sourceOf(sources, thing)?.item(reader, person, thing, now, locale)) ?? null;

/** With what its reader has decided about it. */
export const shownItem = (
  thing: ThingKey,
  item: ReminderItem,
  kept: { readonly snoozes: readonly Snooze[]; readonly muted: ReadonlySet<ThingKey> },
  now: { readonly today: string },
): ShownItem => {
  const snooze = kept.snoozes.find((one) => one.thing === thing && one.until > now.today);
  return {
    thing,
    item,
    snoozedUntil: snooze === undefined ? null : formatShort(snooze.until),
    muted: kept.muted.has(thing),
  };
};
