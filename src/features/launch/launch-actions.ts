import { z } from 'zod';
import { day } from '../../core/calendar/day';

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`launch.${name}`), ...shape });

const sure = z.coerce.number().int().catch(0).default(0).transform(Boolean);

const button = z.discriminatedUnion('verb', [
  verb('show', {}),
  verb('test', {}),
  /** As a card of before there were publish dates carries it: it only shows what is to be done. */
  verb('publish', {}),
  verb('unpublish', { sure }),
  verb('sample', {}),
]);
export type LaunchAction = z.infer<typeof button>;

const opener = z.discriminatedUnion('verb', [verb('ask', {}), verb('pilot', {}), verb('date', {})]);
export type LaunchDialog = z.infer<typeof opener>;

const submission = z.discriminatedUnion('verb', [
  verb('asked', {}),
  verb('savePilot', {}),
  verb('pickDate', {}),
  verb('date', {}),
  verb('publishOn', { on: day }),
]);
export type LaunchSubmission = z.infer<typeof submission>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export const parseLaunchAction = (name: string, data: unknown): LaunchAction | null =>
  button.safeParse({ ...bag.parse(data), verb: name }).data ?? null;
export const parseLaunchDialog = (data: unknown): LaunchDialog | null => opener.safeParse(data).data ?? null;
export const parseLaunchSubmission = (data: unknown): LaunchSubmission | null =>
  submission.safeParse(data).data ?? null;
