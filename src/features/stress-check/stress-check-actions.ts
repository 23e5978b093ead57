import { z } from 'zod';
import { campaignId } from '../../core/ids';
import { IMPLEMENTER_PROFESSIONS } from '../campaigns';
import { LEAST_GROUP } from './rates';

/** What a stress_admin can choose as the fewest people of a published rate: only more than the default. */
export const LEASTS = [LEAST_GROUP, 15, 20, 30, 50] as const;

const ofCampaign = { id: campaignId };
const page = z.coerce.number().int().min(0).max(1_000).catch(0).default(0);
const least = z.coerce.number().int().min(LEAST_GROUP).max(10_000).catch(LEAST_GROUP).default(LEAST_GROUP);

const verb = <V extends string, S extends z.ZodRawShape>(name: V, shape: S) =>
  z.object({ verb: z.literal(`stressCheck.${name}`), ...shape });

const button = z.discriminatedUnion('verb', [
  verb('manage', {}),
  verb('rates', { ...ofCampaign, page }),
  verb('askPublish', { ...ofCampaign, least }),
  verb('publish', { ...ofCampaign, least }),
  verb('askNotice', ofCampaign),
  verb('sendNotice', ofCampaign),
]);
export type StressCheckAction = z.infer<typeof button>;

const opener = z.discriminatedUnion('verb', [verb('protocol', ofCampaign), verb('about', ofCampaign)]);
export type StressCheckDialog = z.infer<typeof opener>;

const text = (most: number) => z.string().trim().max(most).catch('').default('');
const submission = verb('saveProtocol', {
  ...ofCampaign,
  implementer: text(200),
  profession: z.enum(IMPLEMENTER_PROFESSIONS).nullable().catch(null).default(null),
  clerks: text(200),
  deliberatedOn: z.string().max(20).catch('').default(''),
  noDisadvantage: z.string().catch('').default(''),
  whoSeesWhat: text(1_000),
  interviewContact: text(500),
});
export type ProtocolSubmission = z.infer<typeof submission>;

const bag = z.record(z.string(), z.unknown()).catch({});

/** Null for an unknown verb or data that no card of ours carries; so are the two below. */
export const parseStressCheckAction = (name: string, data: unknown): StressCheckAction | null =>
  button.safeParse({ ...bag.parse(data), verb: name }).data ?? null;

export const parseStressCheckDialog = (data: unknown): StressCheckDialog | null =>
  opener.safeParse(data).data ?? null;

export const parseProtocolSubmission = (data: unknown): ProtocolSubmission | null =>
  submission.safeParse(data).data ?? null;
