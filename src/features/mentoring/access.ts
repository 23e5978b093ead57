import type { PairId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';
import { type MentoringNeeds, peopleOn } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';
import { judge, type Pair, readerSide, type Side, sideOf } from './pair';
import { findPair, pairsOfPerson } from './pair-store';

/** A pair as one of the two meets it today. Its status is that of today's roster, whether a sweep has noticed or not. */
export interface Own {
  readonly pair: Pair;
  readonly side: Side;
  readonly mentee: Person | null;
  readonly mentor: Person | null;
  readonly other: Person | null;
}

/** What the other one is called, also once they are gone and nobody knows their name any more. */
export const otherNameOf = ({ side, other }: Pick<Own, 'side' | 'other'>, locale: Locale): string =>
  other?.name ?? mentoringTexts(locale).someone[side];

type Who = Pick<Scene, 'today'> & { readonly person: Pick<Person, 'id'> };

const owned = (pair: Pair, side: Side, mentee: Person | null, mentor: Person | null): Own => {
  const other = side === 'mentee' ? mentor : mentee;
  return { pair, side, mentee, mentor, other };
};

/** All pairs of somebody that they may still read, those that last first. */
export async function ownPairs(
  needs: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  { person, today }: Who,
): Promise<readonly Own[]> {
  const pairs = await pairsOfPerson(reader, person.id);
  if (pairs.length === 0) return [];
  const people = await peopleOn(needs, reader, today);
  const own = pairs.flatMap((found): readonly Own[] => {
    const [mentee, mentor] = [people.find(found.mentee), people.find(found.mentor)];
    const pair = { ...found, status: judge(found, mentee, mentor, today) };
    const side = readerSide(pair, person.id, today);
    return side === null ? [] : [owned(pair, side, mentee, mentor)];
  });
  return own.toSorted((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)));
}

export const hasEnded = ({ pair }: Own): boolean => pair.status.kind === 'ended';

/** Null for anybody but the two, and for a former mentor: as if there were no such pair. */
export async function ownPair(
  needs: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  { person, today }: Who,
  id: PairId,
): Promise<Own | null> {
  const found = await findPair(reader, id);
  if (found === null || sideOf(found, person.id) === null) return null;
  const people = await peopleOn(needs, reader, today);
  const [mentee, mentor] = [people.find(found.mentee), people.find(found.mentor)];
  const pair = { ...found, status: judge(found, mentee, mentor, today) };
  const side = readerSide(pair, person.id, today);
  return side === null ? null : owned(pair, side, mentee, mentor);
}
