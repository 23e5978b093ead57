import type { Day } from '../../core/calendar/day';
import type { EmployeeId, ThanksId } from '../../core/ids';
import type { DeliveryId } from '../../delivery';
import type { Person } from '../directory';

/** Whom a card may be shown to beyond the two of it. */
export const CIRCLES = ['nobody', 'section', 'all'] as const;
export type Circle = (typeof CIRCLES)[number];
export type WiderCircle = Exclude<Circle, 'nobody'>;

/** A 「ありがとう」 from one colleague to another. */
export interface Thanks {
  readonly id: ThanksId;
  readonly sender: EmployeeId;
  readonly receiver: EmployeeId;
  readonly text: string;
  readonly sentOn: Day;
  readonly delivery: DeliveryId | null;
  /** The sender's consent. */
  readonly senderAllows: Circle;
  /** With the receiver's consent too, within the sender's. */
  readonly sharedWith: WiderCircle | null;
  readonly takenBack: boolean;
  readonly reported: boolean;
}

export const LONGEST_THANKS = 200;

/** Where a card may go if the receiver wants it, the narrower first. */
export const circlesWithin = (allowed: Circle): readonly WiderCircle[] =>
  allowed === 'all' ? ['section', 'all'] : allowed === 'section' ? ['section'] : [];

/** Who can be thanked: reached by Teams, at work, and not oneself. */
export const canBeThanked = (person: Person, by: Person): boolean =>
  person.id !== by.id && person.aadObjectId !== null && person.leave === null;

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * Those whom a text names, by full name, family name or reading; of one's own section first. A section in the text as well
 * leaves the people of that section, where there are any.
 */
export function namedIn(text: string, people: readonly Person[], by: Person): readonly Person[] {
  const said = bare(text);
  const fits = ({ name, kana }: Person): boolean => {
    const [family = '', reading = ''] = [name, kana].map((whole) => whole.split(/\s/)[0]);
    return (
      (family.length >= 2 ? said.includes(family) : isCalled(said, family)) ||
      // Within a sentence a few kana are as good as any others: どこにもいない names no もい.
      (reading.length >= 2 && said.startsWith(reading)) ||
      [name, kana].some((whole) => said.includes(bare(whole)) || isPartOf(said, whole))
    );
  };
  const named = said === '' ? [] : people.filter((person) => canBeThanked(person, by) && fits(person));
  const full = named.filter(({ name, kana }) => said.includes(bare(name)) || said.includes(bare(kana)));
  const best = full.length > 0 ? full : named;
  const placed = best.filter(({ section }) => section !== '' && said.includes(section));
  return (placed.length > 0 ? placed : best).toSorted(
    (a, b) => Number(b.section === by.section) - Number(a.section === by.section),
  );
}

/** 林 is in 小林 and in 林道 too: alone it is a name by itself or with さん. */
const isCalled = (said: string, family: string): boolean =>
  family !== '' &&
  (said === family ||
    new RegExp(`(?:^|[^\\p{sc=Han}々]|[課係部園所室館])${family}${CALLED}`, 'u').test(said));
const CALLED = '(?:さん|様|くん|君|ちゃん|先輩|先生|[課係部園所館]長|主任|主査|主事)';

/** What is typed into a search box may be a part of a name. */
const isPartOf = (said: string, name: string): boolean =>
  said.length >= 2 && said.length <= 8 && bare(name).includes(said);
