import { z } from 'zod';
import { campaignId, type EmployeeId, employeeId } from '../../core/ids';
import { FILTERS } from './standing';

const page = z.coerce.number().int().min(0).max(1_000).catch(0).default(0);
/** As a choice set sends it; empty: all. */
const section = z.string().max(60).catch('').default('');
const filter = z.enum(FILTERS).catch('owes').default('owes');
/** A choice set of many sends the chosen values by comma. */
const people = z
  .string()
  .max(2_000)
  .catch('')
  .default('')
  .transform((text): readonly EmployeeId[] =>
    text.split(',').flatMap((one) => employeeId.safeParse(one.trim()).data ?? []),
  );

export const PURPOSES = ['progress', 'section', 'record', 'csv'] as const;
/** What a list of campaigns is for. `section`: of one's own section alone. */
export type Purpose = (typeof PURPOSES)[number];
const purpose = z.enum(PURPOSES).catch('progress').default('progress');

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`progress.${name}`), ...shape });

const id = campaignId;
const button = z.discriminatedUnion('verb', [
  verb('overview', { purpose, page }),
  verb('sections', { id, page }),
  verb('members', { id, filter, section, page }),
  verb('csv', { id, filter, section }),
  verb('sheet', { id }),
  verb('recording', { id, section, page }),
  verb('record', { id, section, page, people }),
  verb('withdraw', { id, section, page, recorded: people }),
  verb('talk', { id, purpose, page }),
  verb('untalk', { id, purpose, page }),
]);
/** A tapped button of one of our cards. */
export type ProgressAction = z.infer<typeof button>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Null for an unknown verb or data that no card of ours carries. */
export const parseProgressAction = (name: string, data: unknown): ProgressAction | null =>
  button.safeParse({ ...bag.parse(data), verb: name }).data ?? null;
