import { z } from 'zod';
import { announcementId } from '../../core/ids';
import { MOST_BUTTONS } from './announcement';
import { APPROVALS } from './approval';
import { COMPOSE_PAGES } from './compose-fields';
import { TEMPLATES } from './list-view';
import { MESSAGE_MODES } from './message-view';
import { FILTERS } from './report-view';

const one = { id: announcementId };
const page = z.coerce.number().int().min(0).max(1_000).catch(0).default(0);
const mode = z.enum(MESSAGE_MODES).catch('person').default('person');
const filter = z.enum(FILTERS).nullable().catch(null).default(null);

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`announcements.${name}`), ...shape });

/** For whoever got it. */
const ofReader = z.discriminatedUnion('verb', [
  verb('view', { ...one, mode }),
  verb('reopen', one),
  verb('confirm', { ...one, mode }),
  verb('open', {
    ...one,
    nth: z.coerce
      .number()
      .int()
      .min(0)
      .max(MOST_BUTTONS - 1),
  }),
  verb('received', {}),
]);
export type ReaderAction = z.infer<typeof ofReader>;

/** For HR, of one announcement. */
const ofHr = z.discriminatedUnion('verb', [
  verb('show', one),
  verb('refresh', one),
  verb('preview', one),
  verb('test', one),
  verb('askSend', one),
  verb('send', one),
  verb('approve', one),
  verb('return', one),
  verb('unschedule', one),
  verb('pause', one),
  verb('resume', one),
  verb('askCancel', one),
  verb('cancel', one),
  verb('askWithdraw', one),
  verb('withdraw', one),
  verb('askDiscard', one),
  verb('discard', one),
  verb('approveCorrection', one),
  verb('refuseCorrection', one),
  verb('askStopRepeat', one),
  verb('stopRepeat', one),
  verb('report', { ...one, page }),
  verb('people', { ...one, page, filter, chosen: filter }),
  verb('csv', one),
]);
export type HrAction = z.infer<typeof ofHr>;

const ofList = z.discriminatedUnion('verb', [
  verb('list', { page }),
  verb('settings', {}),
  verb('saveSettings', { policy: z.enum(APPROVALS) }),
]);
export type ListAction = z.infer<typeof ofList>;

/** A tapped button of one of our cards. */
export type AnnouncementsAction =
  | { readonly by: 'reader'; readonly action: ReaderAction }
  | { readonly by: 'hr'; readonly action: HrAction }
  | { readonly by: 'list'; readonly action: ListAction };

const opener = z.discriminatedUnion('verb', [
  /** `template` is chosen on the list's card; null when nothing is. */
  verb('new', { template: z.enum(TEMPLATES).nullable().catch(null).default(null) }),
  verb('edit', { ...one, page: z.enum(COMPOSE_PAGES).catch('text') }),
  verb('correct', one),
]);
export type AnnouncementsDialog = z.infer<typeof opener>;

const submission = z.discriminatedUnion('verb', [
  verb('save', {
    ...one,
    page: z.enum(COMPOSE_PAGES),
    template: z.enum(TEMPLATES).catch('plain').default('plain'),
    turn: z.enum(['next', 'previous', 'close']).catch('close').default('close'),
  }),
  verb('saveCorrection', one),
]);
export type AnnouncementsSubmission = z.infer<typeof submission>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export function parseAnnouncementsAction(name: string, data: unknown): AnnouncementsAction | null {
  const given = { ...bag.parse(data), verb: name };
  const reader = ofReader.safeParse(given);
  if (reader.success) return { by: 'reader', action: reader.data };
  const hr = ofHr.safeParse(given);
  if (hr.success) return { by: 'hr', action: hr.data };
  const list = ofList.safeParse(given);
  return list.success ? { by: 'list', action: list.data } : null;
}

export const parseAnnouncementsDialog = (data: unknown): AnnouncementsDialog | null =>
  opener.safeParse(data).data ?? null;

export const parseAnnouncementsSubmission = (data: unknown): AnnouncementsSubmission | null =>
  submission.safeParse(data).data ?? null;
