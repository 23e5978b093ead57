import { z } from 'zod';

/** What a card's link may be: an address that browsers open safely. */
export const httpsLink = z
  .string()
  .trim()
  .max(500)
  .refine((text) => URL.parse(text)?.protocol === 'https:');
