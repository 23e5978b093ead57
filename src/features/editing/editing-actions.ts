import { z } from 'zod';
import { type Dataset, datasetNamed } from '../records';

const dataset = z.string().transform((name, context): Dataset => {
  const found = datasetNamed(name);
  if (found !== null) return found;
  context.addIssue('no such dataset');
  return z.NEVER;
});
const record = z.string().min(1).max(200);
const uuid = z.uuid();
const search = z.string().max(100).catch('').default('');
const page = z.coerce.number().int().min(0).max(10_000).catch(0).default(0);
const mode = z.enum(['merge', 'replace']).catch('merge').default('merge');
/** Name of a dataset, or of another kind of file; empty while nobody has chosen one. */
const kind = z.string().max(40).catch('').default('');
const from = z.enum(['list', 'review']).catch('list').default('list');
const texts = z.record(z.string(), z.string()).catch({}).default({});
const names = z.array(z.string()).catch([]).default([]);

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`editing.${name}`), ...shape });

const ofUpload = { id: uuid, kind, mode };
const ofChangeSet = { id: uuid };
const ofList = { search, page };

const button = z.discriminatedUnion('verb', [
  verb('menu', {}),
  verb('list', { dataset, ...ofList }),
  verb('history', { dataset, id: record, ...ofList }),
  verb('export', { dataset, review: z.boolean().catch(false).default(false) }),
  verb('template', { dataset }),
  verb('upload', ofUpload),
  /** `shownKind`: the kind whose columns the card showed. */
  verb('plan', { ...ofUpload, shownKind: kind }),
  verb('apply', {
    ...ofUpload,
    seen: z.string().max(500).catch('').default(''),
    removals: z.coerce.number().int().min(0).catch(0).default(0),
  }),
  verb('drop', { id: uuid }),
  verb('changes', {}),
  verb('askUndo', ofChangeSet),
  verb('undo', ofChangeSet),
  verb('confirmAll', ofChangeSet),
  verb('reviews', {}),
  verb('review', { dataset, after: z.string().max(200).catch('').default('') }),
  verb('confirm', { dataset, id: record, hash: z.string().max(64) }),
  verb('unconfirm', { dataset, id: record }),
]);

/** A tapped button of one of our cards. */
export type EditingAction = z.infer<typeof button>;

const ofForm = {
  dataset,
  /** Null to add a record. */
  id: record.nullable().catch(null).default(null),
  from,
};

const opener = z.discriminatedUnion('verb', [verb('form', ofForm), verb('mapping', ofUpload)]);

/** A button that opens a dialog. */
export type DialogRequest = z.infer<typeof opener>;

const filledForm = {
  ...ofForm,
  basedOn: z.string().max(64).nullable().catch(null).default(null),
  page,
  shown: names,
  kept: texts,
};
const filledMapping = { ...ofUpload, page, shown: names, kept: texts };

const submission = z.discriminatedUnion('verb', [
  verb('save', filledForm),
  verb('nextPage', filledForm),
  verb('previousPage', filledForm),
  verb('askRemove', { ...ofForm, id: record }),
  verb('remove', { ...ofForm, id: record }),
  verb('form', ofForm),
  verb('saveMapping', filledMapping),
  verb('nextColumns', filledMapping),
  verb('previousColumns', filledMapping),
]);

/** A submitted dialog, without what was typed into it; see `typedIn`. */
export type Submission = z.infer<typeof submission>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export const parseEditingAction = (name: string, data: unknown): EditingAction | null =>
  button.safeParse({ ...bag.parse(data), verb: name }).data ?? null;

export const parseDialogRequest = (data: unknown): DialogRequest | null =>
  opener.safeParse(data).data ?? null;

export const parseSubmission = (data: unknown): Submission | null => submission.safeParse(data).data ?? null;

/** Begins the id of every input that belongs to a column, so that it never meets what a button carries. */
const INPUT = 'c_';
export const inputId = (column: string): string => `${INPUT}${column}`;

/** What a list of choices gives for none of them: clients want a value for each. */
export const NO_CHOICE = '-none-';

const typed = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

/** What was typed, by column. Clients leave emptied inputs out: of the columns that were shown, those are blank. */
export function typedIn(data: unknown, shown: readonly string[]): Record<string, string> {
  const given = bag.parse(data);
  const read = (column: string): string => typed.catch('').parse(given[inputId(column)]);
  return Object.fromEntries(shown.map((column) => [column, read(column) === NO_CHOICE ? '' : read(column)]));
}
