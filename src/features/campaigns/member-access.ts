import type { CampaignId } from '../../core/ids';
import { isHr, type Person } from '../directory';
import { type Campaign, managerViewOf, policyOf } from './campaign';

/** How much of a campaign a person sees: `run` all of it, `glimpse` that it exists and its dates. */
export type CampaignAccess = 'run' | 'glimpse' | null;

export function campaignAccess(person: Person, campaign: Pick<Campaign, 'specific'>): CampaignAccess {
  const { runBy } = policyOf(campaign);
  switch (runBy) {
    case 'hr':
      return isHr(person) ? 'run' : null;
    case 'stress_admin':
      // One with 人事権 never runs it, even if the roster gave both roles (労働安全衛生規則 第52条の10).
      if (isHr(person)) return 'glimpse';
      return person.roles.has('stress_admin') ? 'run' : null;
    default:
      return runBy satisfies never;
  }
}

/** Whose status: everybody's, or only who of these sections has not handed in yet. */
export type MemberScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'open-in-sections'; readonly sections: readonly string[] };

type Asked = Pick<Campaign, 'id' | 'specific' | 'managerView'>;

/**
 * The right to read who of a campaign has handed in, and to record for others (代理). Whatever does so takes one, and only
 * `memberAccess` makes one: without it, reading does not compile. Good for one turn; never kept.
 */
export class MemberAccess {
  /** Makes the class nominal: no other object, whatever it holds, is assignable to it. */
  readonly #holder: Person;
  private constructor(
    holder: Person,
    readonly campaign: CampaignId,
    readonly scope: MemberScope,
    /** Sections for whose members the holder may record; empty: for nobody. */
    readonly recordsIn: 'everywhere' | readonly string[],
  ) {
    this.#holder = holder;
  }

  get holder(): Person {
    return this.#holder;
  }

  /** Null for whoever may not. The policy of the template comes before the settings of the campaign. */
  static for(person: Person, campaign: Asked): MemberAccess | null {
    const policy = policyOf(campaign);
    if (campaignAccess(person, campaign) === 'run') {
      const recordsIn = policy.proxy === 'never' ? [] : 'everywhere';
      return new MemberAccess(person, campaign.id, { kind: 'all' }, recordsIn);
    }
    if (policy.runBy !== 'hr') return null;
    const leads = managerViewOf(campaign) === 'names' ? person.leads : [];
    const clerkOf = policy.proxy === 'section' && person.roles.has('clerk') ? [person.section] : [];
    const sections = [...new Set([...leads, ...clerkOf])];
    if (sections.length === 0) return null;
    const recordsIn = policy.proxy === 'section' ? sections : [];
    return new MemberAccess(person, campaign.id, { kind: 'open-in-sections', sections }, recordsIn);
  }
}

export const memberAccess = (person: Person, campaign: Asked): MemberAccess | null =>
  MemberAccess.for(person, campaign);
