import { z } from 'zod';
import type { EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import { type AudienceRule, EVERYBODY } from '../audience';
import { type Announcement, isEmergency } from './announcement';

/** For which announcements a second person of HR is needed. */
export const APPROVALS = ['never', 'all-staff', 'always'] as const;
const approval = z.enum(APPROVALS);
export type ApprovalPolicy = (typeof APPROVALS)[number];

const KEY = 'announcements.approval';
const DEFAULT: ApprovalPolicy = 'all-staff';

export async function approvalPolicy(reader: Reader): Promise<ApprovalPolicy> {
  const row = await reader.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  return approval.catch(DEFAULT).parse(row?.value);
}

export async function saveApprovalPolicy(tx: Writer, value: ApprovalPolicy): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** So many people count as everybody, however the rule picks them out. */
const NEARLY_ALL = 0.8;

/**
 * `share`: of the roster, 0–1. Who reads a channel is not known: it counts as everybody. An emergency cannot wait for a second
 * person.
 */
export function needsApproval(
  announcement: Pick<Announcement, 'content' | 'audience' | 'plan'>,
  share: number,
  policy: ApprovalPolicy,
): boolean {
  if (isEmergency(announcement)) return false;
  switch (policy) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'all-staff':
      return (
        announcement.plan.channels.length > 0 || share >= NEARLY_ALL || isEverybody(announcement.audience)
      );
    default:
      return policy satisfies never;
  }
}

const isEverybody = (rule: AudienceRule): boolean =>
  JSON.stringify({ ...rule, except: [] }) === JSON.stringify(EVERYBODY);

/** Two pairs of eyes: never the one who asked. */
export const mayApprove = (person: { readonly id: EmployeeId }, requestedBy: EmployeeId): boolean =>
  person.id !== requestedBy;
