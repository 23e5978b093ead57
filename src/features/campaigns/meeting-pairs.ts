import type { CampaignId, EmployeeId } from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { Person } from '../directory';
import type { Campaign } from './campaign';
import { type MeetingStand, standOf } from './meeting';
import { findMeeting, meetingsOf } from './meeting-store';
import { everyMember, findMember, finish, type Member, reopen } from './member-store';

/** A member and who appraises them today, by the roster's 一次評定者: not the 所属長, who may be another one. */
export interface Pair {
  readonly employee: EmployeeId;
  readonly evaluator: EmployeeId | null;
  readonly member: Member;
  readonly stand: MeetingStand;
}

/** Everybody who is in the campaign, by employee number; without those who have left. */
export async function pairsOf(
  reader: Reader,
  campaign: Pick<Campaign, 'id'>,
  people: readonly Person[],
): Promise<readonly Pair[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const meetings = await meetingsOf(reader, campaign.id);
  return (await everyMember(reader, campaign.id)).flatMap((member) => {
    const person = byId.get(member.employee);
    if (person === undefined || member.status.kind === 'left') return [];
    const stand = standOf(meetings.get(member.employee) ?? null);
    return [{ employee: member.employee, evaluator: person.firstEvaluator, member, stand }];
  });
}

export async function findPair(
  reader: Reader,
  campaign: Pick<Campaign, 'id'>,
  person: Pick<Person, 'id' | 'firstEvaluator'>,
): Promise<Pair | null> {
  const member = await findMember(reader, campaign.id, person.id);
  if (member === null || member.status.kind === 'left') return null;
  const stand = standOf(await findMeeting(reader, campaign.id, person.id));
  return { employee: person.id, evaluator: person.firstEvaluator, member, stand };
}

/** Done when both say one day, open again when they do not any more. */
export async function settle(
  tx: Writer,
  campaign: CampaignId,
  employee: EmployeeId,
  stand: MeetingStand,
  at: Date,
): Promise<void> {
  if (stand.kind === 'agreed')
    await finish(tx, campaign, employee, { by: 'meeting', at, recordedBy: null, importId: null });
  else await reopen(tx, campaign, employee, 'meeting');
}
