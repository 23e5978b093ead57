import { z } from 'zod';
import { employeeId, thanksId } from '../../core/ids';
import { CIRCLES } from './thanks';

const ofCard = z.object({ id: thanksId });
const written = z.object({
  id: thanksId,
  to: employeeId,
  sentence: z.coerce.number().int().min(0).max(20).default(0),
  own: z.string().max(1_000).default(''),
  allows: z.enum(CIRCLES).default('nobody'),
  /** The desks were shown, and it is meant as it is. */
  sure: z.coerce.number().int().catch(0).default(0).transform(Boolean),
});

const schemas = {
  'thanks.pick': z.object({ name: z.string().max(100).default('') }),
  'thanks.write': z.object({ to: employeeId }),
  'thanks.preview': written,
  'thanks.send': written,
  'thanks.cancel': z.object({}),
  'thanks.sent': ofCard,
  'thanks.takeBack': ofCard,
  'thanks.received': ofCard,
  'thanks.share': z.object({ id: thanksId, circle: z.enum(['section', 'all']) }),
  'thanks.unshare': ofCard,
  'thanks.askReport': ofCard,
  'thanks.report': ofCard,
  'thanks.gallery': z.object({}),
} as const;

export type Written = z.infer<typeof written>;
export type ThanksAction = {
  [V in keyof typeof schemas]: { readonly verb: V } & z.infer<(typeof schemas)[V]>;
}[keyof typeof schemas];

/** Null for an unknown verb or data that no card of ours carries. */
export function parseThanksAction(verb: string, data: unknown): ThanksAction | null {
  if (!Object.hasOwn(schemas, verb)) return null;
  const known = verb as keyof typeof schemas;
  const parsed = schemas[known].safeParse(data ?? {});
  return parsed.success ? ({ verb: known, ...parsed.data } as ThanksAction) : null;
}
