import { z } from 'zod';
import type { AadObjectId, EmployeeId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import type { Person } from '../directory';

export const grantId = z.uuid().brand<'GrantId'>();
export type GrantId = z.infer<typeof grantId>;

export type Ending = 'declined' | 'revoked' | 'resigned' | 'lapsed';

/**
 * One person's way to the role `stress_admin`. `proposed` waits for a second HR administrator; `standing` gives the role
 * for as long as the roster nominates the person, with the same account, and shows no 人事権.
 */
export interface Grant {
  readonly id: GrantId;
  readonly person: EmployeeId;
  /** The Entra object id that the person had when proposed: whoever gets the row of the roster later does not get the role. */
  readonly account: AadObjectId;
  readonly proposedBy: EmployeeId;
  /** Came with the sample data. */
  readonly isSample: boolean;
  readonly status:
    | { readonly kind: 'proposed' }
    | { readonly kind: 'standing'; readonly grantedBy: EmployeeId }
    | { readonly kind: 'ended'; readonly ending: Ending };
}

export type Refusal = 'admins-only' | 'own-proposal' | 'for-oneself' | 'authority' | 'no-account' | 'not-now';

const isAdmin = ({ roles }: Pick<Person, 'roles'>): boolean => roles.has('hr_admin');

/** A proposal needs an HR administrator who proposes somebody else. */
export function mayPropose(actor: Pick<Person, 'id' | 'roles'>, person: EmployeeId): Result<null, Refusal> {
  if (!isAdmin(actor)) return err('admins-only');
  return actor.id === person ? err('for-oneself') : ok(null);
}

/** Four eyes: neither the person nor who proposed them. That two are needed is the city's own rule, not the law's. */
export function mayGrant(
  actor: Pick<Person, 'id' | 'roles'>,
  { status, proposedBy, person }: Pick<Grant, 'status' | 'proposedBy' | 'person'>,
): Result<null, Refusal> {
  if (!isAdmin(actor)) return err('admins-only');
  if (status.kind !== 'proposed') return err('not-now');
  if (actor.id === person) return err('for-oneself');
  return actor.id === proposedBy ? err('own-proposal') : ok(null);
}

/** What an end by this person is called: any one HR administrator is enough to take the role away, and so is its holder. */
export function endingBy(
  actor: Pick<Person, 'id' | 'roles'>,
  { status, person }: Pick<Grant, 'status' | 'person'>,
): Result<Ending, Refusal> {
  const isOwn = actor.id === person;
  if (!isOwn && !isAdmin(actor)) return err('admins-only');
  if (status.kind === 'ended') return err('not-now');
  if (isOwn) return ok('resigned');
  return ok(status.kind === 'proposed' ? 'declined' : 'revoked');
}
