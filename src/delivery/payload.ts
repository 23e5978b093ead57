import { z } from 'zod';
import type { Locale, Message } from '../core/turn';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A message as the outbox keeps it: plain text, or a card's name and its view. The card is rendered when it is sent, so
 * it has the layout of the program that sends it.
 */
export type Payload =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'card'; readonly card: string; readonly view: { readonly [key: string]: Json } };

const payload: z.ZodType<Payload> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('card'), card: z.string(), view: z.record(z.string(), z.json()) }),
]);

/** Makes the message for a recipient who reads `locale`. Throws when the card is unknown or its view does not fit. */
export type Render = (payload: Payload, locale: Locale) => Message;

/** Reads a stored payload. Throws when it is not one. */
export const parsePayload = (json: string): Payload => payload.parse(JSON.parse(json));
