import type { EmployeeId, PairId } from '../../core/ids';
import type { Person } from '../directory';
import { isSuperior, type Pair, type Side } from './pair';

/** Somebody of a pair asks one person for help (`help`) or for another mentor or mentee (`change`). It holds no text. */
export interface Call {
  readonly id: string;
  readonly pair: PairId;
  readonly kind: CallKind;
  readonly asker: EmployeeId;
  readonly reader: EmployeeId;
  readonly askedAt: Date;
  readonly state: 'open' | 'taken' | 'withdrawn';
  readonly stateAt: Date;
}

export const CALL_KINDS = ['help', 'change'] as const;
export type CallKind = (typeof CALL_KINDS)[number];

const MOST_READERS = 4;

/**
 * Whom somebody can choose as the one reader of a call: HR editors who are at work and neither of the pair nor above the
 * mentee, and for a mentee's call for help the mentor first. Each is named before the tap.
 */
export function readersFor(
  kind: CallKind,
  side: Side,
  pair: Pick<Pair, 'mentee' | 'mentor'>,
  people: { readonly mentee: Person | null; readonly mentor: Person | null; readonly hr: readonly Person[] },
): readonly Person[] {
  const isThere = ({ leave, aadObjectId }: Person): boolean => leave === null && aadObjectId !== null;
  const { mentee, mentor } = people;
  // Those who do the work, before those who lead them.
  const byRole = people.hr.toSorted(
    (a, b) => Number(b.roles.has('hr_editor')) - Number(a.roles.has('hr_editor')),
  );
  const hr = byRole.filter(
    (person) =>
      isThere(person) &&
      person.id !== pair.mentee &&
      person.id !== pair.mentor &&
      (mentee === null || !isSuperior(mentee, person)),
  );
  const first = kind === 'help' && side === 'mentee' && mentor !== null && isThere(mentor) ? [mentor] : [];
  return [...first, ...hr.slice(0, MOST_READERS)];
}
