import { z } from 'zod';

/** Id of a digest that was sent. */
export const digestId = z.uuid().brand<'DigestId'>();
export type DigestId = z.infer<typeof digestId>;

/** What stands now for the person who looks: open, or done by their own word. */
const LISTS = ['open', 'done'] as const;
export type ListRef = (typeof LISTS)[number];
export const isList = (ref: DigestRef): ref is ListRef => LISTS.some((list) => list === ref);

/** What a card of items is about: a digest that was sent, or a list of what stands now. */
export const digestRef = z.union([z.enum(LISTS), digestId]);
export type DigestRef = z.infer<typeof digestRef>;
