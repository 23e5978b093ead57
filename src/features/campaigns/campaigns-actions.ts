import { z } from 'zod';
import { day } from '../../core/calendar/day';
import { campaignId, employeeId } from '../../core/ids';
import { FORM_PAGES } from './form-fields';
import { TEMPLATE_IDS } from './templates';

const ofCampaign = { id: campaignId };
const page = z.coerce.number().int().min(0).max(1_000).catch(0).default(0);

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`campaigns.${name}`), ...shape });

const button = z.discriminatedUnion('verb', [
  verb('list', { page }),
  verb('show', ofCampaign),
  verb('preview', ofCampaign),
  verb('test', ofCampaign),
  verb('askStart', ofCampaign),
  verb('start', ofCampaign),
  verb('unschedule', ofCampaign),
  verb('pause', ofCampaign),
  verb('resume', ofCampaign),
  verb('askEnd', ofCampaign),
  verb('end', ofCampaign),
  verb('copy', ofCampaign),
  verb('askDiscard', ofCampaign),
  verb('discard', ofCampaign),
  verb('import', ofCampaign),
  verb('undoImport', { ...ofCampaign, import: z.uuid() }),
]);
/** A tapped button of one of our cards. */
export type CampaignsAction = z.infer<typeof button>;

const template = z.enum(TEMPLATE_IDS);

const opener = z.discriminatedUnion('verb', [
  /** `template` is chosen on the list's card; null when nothing is. */
  verb('new', { template: template.nullable().catch(null).default(null) }),
  verb('edit', ofCampaign),
  verb('editAudience', ofCampaign),
  verb('editCard', ofCampaign),
  verb('askExtend', ofCampaign),
  verb('paste', ofCampaign),
  verb('meetings', ofCampaign),
  verb('ownDay', ofCampaign),
]);
/** A button that opens a dialog. */
export type CampaignsDialog = z.infer<typeof opener>;

const submission = z.discriminatedUnion('verb', [
  verb('save', {
    ...ofCampaign,
    template,
    page: z.enum(FORM_PAGES),
    turn: z.enum(['next', 'previous', 'close']).catch('close').default('close'),
  }),
  verb('extend', ofCampaign),
  verb('importPasted', { ...ofCampaign, f_text: z.string().max(200_000).catch('').default('') }),
  verb('saveMeetings', {
    ...ofCampaign,
    page,
    turn: z.enum(['next', 'previous', 'close']).catch('close').default('close'),
    shown: z.array(employeeId).max(50).catch([]).default([]),
  }),
  verb('saveOwnDay', { ...ofCampaign, f_day: day.nullable().catch(null).default(null) }),
]);
/** A submitted dialog. What was typed into a form is read by its fields. */
export type CampaignsSubmission = z.infer<typeof submission>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export const parseCampaignsAction = (name: string, data: unknown): CampaignsAction | null =>
  button.safeParse({ ...bag.parse(data), verb: name }).data ?? null;

export const parseCampaignsDialog = (data: unknown): CampaignsDialog | null =>
  opener.safeParse(data).data ?? null;

export const parseCampaignsSubmission = (data: unknown): CampaignsSubmission | null =>
  submission.safeParse(data).data ?? null;
