import { z } from 'zod';
import { exchangeId } from './exchange';

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`mentoring.exchange${name}`), ...shape });

const one = { exchange: exchangeId };
const sure = z.coerce.number().int().catch(0).default(0).transform(Boolean);

const shortText = z.string().max(20).catch('').default('');

const button = z.discriminatedUnion('verb', [
  verb('List', {}),
  verb('Join', one),
  verb('Leave', one),
  verb('File', one),
  verb('Cancel', { ...one, sure }),
]);
export type ExchangeAction = z.infer<typeof button>;

const opener = z.discriminatedUnion('verb', [
  verb('Topic', one),
  verb('Make', {}),
  verb('Edit', one),
  verb('Tip', {}),
]);
export type ExchangeDialog = z.infer<typeof opener>;

const submission = z.discriminatedUnion('verb', [
  verb('SaveTopic', { ...one, sure }),
  /** Of a new one, the id that its dialog was opened with: sent twice it is made once. */
  verb('SaveNew', one),
  verb('SaveEdit', one),
  verb('SaveTip', { month: shortText, version: shortText }),
]);
export type ExchangeSubmission = z.infer<typeof submission>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Whether a verb is of the meetings of mentors. */
export const isOfExchange = (name: unknown): boolean =>
  typeof name === 'string' && name.startsWith('mentoring.exchange');
export const verbIn = (data: unknown): unknown => bag.parse(data).verb;

/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export const parseExchangeAction = (name: string, data: unknown): ExchangeAction | null =>
  button.safeParse({ ...bag.parse(data), verb: name }).data ?? null;
export const parseExchangeDialog = (data: unknown): ExchangeDialog | null =>
  opener.safeParse(data).data ?? null;
export const parseExchangeSubmission = (data: unknown): ExchangeSubmission | null =>
  submission.safeParse(data).data ?? null;
