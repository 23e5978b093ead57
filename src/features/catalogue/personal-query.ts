import { z } from 'zod';
import { day } from '../../core/calendar/day';

/** What one looks for in one's own 研修履歴; nobody else's can be asked for. */
export const personalQuery = z.object({
  dates: z
    .object({ from: day, to: day, label: z.string().max(40) })
    .nullable()
    .default(null),
  /** 最後に受けた研修 */
  latest: z.boolean().default(false),
  /** The subject, or an empty text. */
  words: z.string().max(200).default(''),
});
export type PersonalQuery = z.infer<typeof personalQuery>;
