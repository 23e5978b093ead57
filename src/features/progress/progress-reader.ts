import type { CampaignId } from '../../core/ids';
import type { Reader } from '../../db/open';
import {
  type Campaign,
  findCampaign,
  listCampaigns,
  type MemberAccess,
  memberAccess,
  membersOf,
  policyOf,
} from '../campaigns';
import type { Person, Scene } from '../directory';
import type { ProgressNeeds } from './progress-needs';
import { type Placed, placedFrom } from './standing';

/** A campaign of which a person may see who has handed in. */
export interface Visible {
  readonly campaign: Campaign;
  readonly access: MemberAccess;
}

/** With those of its members whom the access lets see, as they stand now. */
export interface Seen extends Visible {
  readonly placed: readonly Placed[];
}

/**
 * The one way to who has handed in: whoever may not see it finds no campaign. Those who run it see it to its end and after,
 * managers and 庶務担当 while something can still come of it, and never themselves in it.
 */
export function createProgressReader(needs: ProgressNeeds) {
  function visible(person: Person, campaign: Campaign): Visible | null {
    if (policyOf(campaign).completion === 'none') return null;
    const access = memberAccess(person, campaign);
    if (access === null) return null;
    const { kind } = campaign.status;
    const isLive = kind === 'running' || kind === 'paused';
    return isLive || (kind === 'ended' && access.scope.kind === 'all') ? { campaign, access } : null;
  }

  async function list(reader: Reader, person: Person): Promise<readonly Visible[]> {
    const live = await listCampaigns(reader, ['running', 'paused']);
    // What is overdue or due next stands first.
    return live
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
      .flatMap((campaign) => visible(person, campaign) ?? []);
  }

  async function find(reader: Reader, person: Person, id: CampaignId): Promise<Visible | null> {
    const campaign = await findCampaign(reader, id);
    return campaign === null ? null : visible(person, campaign);
  }

  async function see(
    reader: Reader,
    { person, today }: Pick<Scene, 'person' | 'today'>,
    all: readonly Visible[],
  ): Promise<readonly Seen[]> {
    const people = await needs.directory.everybody(reader, today);
    const unreached = new Set((await needs.unreachedFor(person)).map(({ recipient }) => recipient));
    const seen: Seen[] = [];
    for (const one of all) {
      const members = await membersOf(reader, one.access, people);
      const placed = placedFrom(members, people, unreached);
      const isOwnSection = one.access.scope.kind === 'open-in-sections';
      seen.push({ ...one, placed: isOwnSection ? placed.filter(notSelf(person)) : placed });
    }
    return seen;
  }

  return { list, find, see };
}

/** What one owes oneself is on one's own list. */
export const notSelf =
  ({ id }: Pick<Person, 'id'>) =>
  ({ employee }: Placed): boolean =>
    employee !== id;

export type ProgressReader = ReturnType<typeof createProgressReader>;
