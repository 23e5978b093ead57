import { z } from 'zod';
import { digestRef } from './digest-id';
import { thingKey } from './reminder';

const page = z.coerce.number().int().min(0).max(100).catch(0);
const card = z.object({ digest: digestRef, page });
const ofThing = card.extend({ thing: thingKey });

const schemas = {
  'reminders.choose': ofThing.extend({ choice: z.string().min(1).max(100) }),
  'reminders.snooze': ofThing,
  'reminders.unsnooze': ofThing,
  'reminders.refresh': card,
  'reminders.page': card,
  'reminders.settings': z.object({
    /** Minutes since midnight, as a button or the form gives them; absent: the card is only shown. */
    minute: z.coerce.number().int().optional(),
  }),
  'reminders.unreachable': z.object({ page }),
  'reminders.tips': z.object({ wanted: z.coerce.number().int().min(0).max(1).transform(Boolean) }),
  'reminders.unmute': z.object({ thing: thingKey }),
} as const;

export type RemindersAction = {
  [V in keyof typeof schemas]: { readonly verb: V } & z.infer<(typeof schemas)[V]>;
}[keyof typeof schemas];

/** Null for an unknown verb or data that no card of ours carries. */
export function parseRemindersAction(verb: string, data: unknown): RemindersAction | null {
  if (!(verb in schemas)) return null;
  const known = verb as keyof typeof schemas;
  const parsed = schemas[known].safeParse(data ?? {});
  return parsed.success ? ({ verb: known, ...parsed.data } as RemindersAction) : null;
}
