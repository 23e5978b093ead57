import { z } from 'zod';

/** Id of a digest that was sent. */
export const digestId = z.uuid().brand<'DigestId'>();
export type DigestId = z.infer<typeof digestId>;

/** What a card of items is about: a digest that was sent, or whatever stands open for the person who looks. */
export const digestRef = z.union([z.literal('open'), digestId]);
export type DigestRef = z.infer<typeof digestRef>;
