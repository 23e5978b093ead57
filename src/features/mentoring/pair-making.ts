import { type EmployeeId, employeeId, pairId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import type { Writer } from '../../db/open';
import type { Person, Scene } from '../directory';
import type { MentoringNeeds, People } from './mentoring-needs';
import { type Pair, type PairProblem, pairProblems } from './pair';
import { insertPair } from './pair-store';
import type { Pace, Term } from './periods';

export interface Wanted {
  readonly mentee: Person;
  readonly mentor: Person;
  readonly term: Term;
  readonly early: Pace;
}

/** To be called under `lockPairs`, with the pairs as read after it. */
export async function makePair(
  needs: Pick<MentoringNeeds, 'newId'>,
  tx: Writer,
  wanted: Wanted,
  live: readonly Pair[],
  by: {
    readonly now: Date;
    readonly today: Scene['today'];
    readonly actor: string;
    readonly sample?: boolean;
  },
): Promise<Result<Pair, readonly PairProblem[]>> {
  const { mentee, mentor, term, early } = wanted;
  const problems = pairProblems(wanted, live, by.today);
  if (problems.length > 0) return err(problems);
  const pair = {
    id: pairId.parse(needs.newId()),
    mentee: mentee.id,
    mentor: mentor.id,
    from: term.from,
    until: term.until,
    early,
    sections: { mentee: mentee.section, mentor: mentor.section },
    sample: by.sample ?? false,
  };
  await insertPair(tx, pair, { at: by.now, actor: by.actor });
  return ok({ ...pair, status: { kind: 'active' }, changedAt: by.now, isNews: false });
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Somebody by number or full name, blanks aside. */
export function personMeant(
  { all }: Pick<People, 'all'>,
  given: string,
): Result<Person, 'unknown' | 'ambiguous'> {
  const wanted = fold(given);
  const byNumber = all.find(({ id }) => fold(id) === wanted);
  if (byNumber !== undefined) return ok(byNumber);
  const [first, ...others] = all.filter(({ name, kana }) => fold(name) === wanted || fold(kana) === wanted);
  if (first === undefined) return err('unknown');
  return others.length > 0 ? err('ambiguous') : ok(first);
}

/** The ids of `mentee:mentor`, as a button carries them. */
export function idsOf(shown: string): { readonly mentee: EmployeeId; readonly mentor: EmployeeId } | null {
  const [mentee = '', mentor = ''] = shown.split(':');
  const read = [mentee, mentor].map((id) => employeeId.safeParse(id).data);
  const [a, b] = read;
  return a === undefined || b === undefined ? null : { mentee: a, mentor: b };
}
