import { z } from 'zod';
import { day } from '../../core/calendar/day';
import { employeeId, pairId } from '../../core/ids';
import { CALL_KINDS } from './call';
import { MOST_A_PERIOD } from './check-in';

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`mentoring.${name}`), ...shape });

const ofPair = { pair: pairId };
const page = z.coerce.number().int().min(0).max(1_000).catch(0).default(0);
const number = z.coerce.number().int().min(1).max(MOST_A_PERIOD);
const ofCheckIn = { ...ofPair, from: day, number };
const yes = z.coerce.number().int().catch(0).default(0).transform(Boolean);
const kind = z.enum(CALL_KINDS);
/** By comma. */
const ids = z
  .string()
  .max(2_000)
  .catch('')
  .default('')
  .transform((text) => text.split(','));

const own = z.discriminatedUnion('verb', [
  verb('mine', {}),
  verb('help', ofPair),
  verb('askChange', ofPair),
  verb('call', { ...ofPair, kind, reader: employeeId }),
  verb('withdraw', { call: z.uuid() }),
  verb('summary', ofPair),
]);
/** A tapped button of one of a pair. */
export type OwnAction = z.infer<typeof own>;

const hr = z.discriminatedUnion('verb', [
  verb('list', { page }),
  verb('show', ofPair),
  verb('suggest', { page }),
  verb('accept', { pairs: z.array(z.string().max(50)).max(20).catch([]), page }),
  verb('suspend', ofPair),
  verb('keep', ofPair),
  verb('askEnd', ofPair),
  verb('end', ofPair),
  verb('import', {}),
  verb('confirmImport', { upload: z.uuid() }),
  verb('export', {}),
]);
/** A tapped button of HR. */
export type HrAction = z.infer<typeof hr>;

const ownOpener = z.discriminatedUnion('verb', [
  verb('write', ofCheckIn),
  verb('records', {
    ...ofPair,
    page,
    from: day.nullable().catch(null).default(null),
    number: number.catch(1).default(1),
  }),
  verb('goals', ofPair),
]);
const hrOpener = z.discriminatedUnion('verb', [
  verb('newPair', {}),
  verb('pickMentor', { mentee: employeeId }),
  verb('changePair', ofPair),
  verb('paste', {}),
]);
const ownSubmission = z.discriminatedUnion('verb', [
  verb('save', { ...ofCheckIn, draft: yes, sure: yes }),
  verb('turnRecords', { ...ofPair, page }),
  verb('editRecord', ofCheckIn),
  verb('showRecord', ofCheckIn),
  verb('history', { ...ofCheckIn, version: z.coerce.number().int().min(1).max(1_000) }),
  verb('saveGoals', { ...ofPair, sure: yes, shown: ids, done: ids }),
]);
const hrSubmission = z.discriminatedUnion('verb', [
  verb('pickMentee', {}),
  verb('savePair', { mentee: employeeId }),
  verb('saveChange', ofPair),
  verb('importPasted', { f_text: z.string().max(200_000).catch('').default('') }),
]);

/** Who may act decides by the kind: one of a pair, or HR. */
export type Parsed<Own, Hr> =
  | { readonly by: 'own'; readonly action: Own }
  | { readonly by: 'hr'; readonly action: Hr };

const bag = z.record(z.string(), z.unknown()).catch({});

const either =
  <Own, Hr>(ownSchema: z.ZodType<Own>, hrSchema: z.ZodType<Hr>) =>
  (data: unknown): Parsed<Own, Hr> | null => {
    const asOwn = ownSchema.safeParse(data);
    if (asOwn.success) return { by: 'own', action: asOwn.data };
    const asHr = hrSchema.safeParse(data);
    return asHr.success ? { by: 'hr', action: asHr.data } : null;
  };

const button = either(own, hr);
/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export const parseMentoringAction = (name: string, data: unknown): Parsed<OwnAction, HrAction> | null =>
  button({ ...bag.parse(data), verb: name });

export type OwnDialog = z.infer<typeof ownOpener>;
export type HrDialog = z.infer<typeof hrOpener>;
/** A button that opens a dialog. */
export const parseMentoringDialog = either<OwnDialog, HrDialog>(ownOpener, hrOpener);

export type OwnSubmission = z.infer<typeof ownSubmission>;
export type HrSubmission = z.infer<typeof hrSubmission>;
/** A submitted dialog. What was typed into it is read by its fields. */
export const parseMentoringSubmission = either<OwnSubmission, HrSubmission>(ownSubmission, hrSubmission);
