import type { z } from 'zod';
import type { Message } from '../../core/turn';
import { type ItemOutcome, type ThingKey, thingKey } from './reminder';

/** What sources say alike: outcomes of a tap, what an item has unless it says otherwise, and things that have parts. */

/** The card as it now stands, with a word above the items or none. */
export const said = (notice: string | null): ItemOutcome => ({ notice, messages: [] });
export const NOTHING_SAID: ItemOutcome = said(null);
/** Something to read below the card. */
export const shownBelow = (...messages: readonly Message[]): ItemOutcome => ({ notice: null, messages });

/** An item that is only read. */
export const BARE_ITEM = {
  badge: null,
  choices: [],
  links: [],
  dialogs: [],
  mayBeSnoozed: false,
  mayBeMuted: false,
} as const;

/** `<source>:<id>:<part>` without the source. */
export const partsOf = (thing: ThingKey): readonly string[] => thing.split(':').slice(1);

/** Things of a source that are one's own, `<source>:<id>`, or another part of the same, `<source>:<id>:<part>`. */
export function partedThings<Schema extends z.ZodType<string>, Part extends string>(
  source: string,
  schema: Schema,
  other: Part,
) {
  return {
    thingOf: (id: z.infer<Schema>, part: 'own' | Part = 'own'): ThingKey =>
      thingKey.parse([source, id, ...(part === 'own' ? [] : [part])].join(':')),
    /** Null for anything else. */
    readThing(thing: ThingKey): { readonly id: z.infer<Schema>; readonly part: 'own' | Part } | null {
      const [given, part, ...rest] = partsOf(thing);
      const id = schema.safeParse(given);
      if (!id.success || rest.length > 0 || (part !== undefined && part !== other)) return null;
      return { id: id.data, part: part === undefined ? 'own' : other };
    },
  };
}
