import { type Day, partsOf } from '../../core/calendar/day';
import type { Person } from '../directory';

/** 「こんなことも聞けます」: what a digest may end with. Each one is a question, in `tip-texts.ts`. */
const TIPS = {
  grant: {},
  'for-me': {},
  history: {},
  'own-group': {},
  desks: {},
  'due-list': {},
  snooze: {},
  'self-assessment': { months: [9, 10, 11] },
  'stress-check': { months: [6, 7, 8, 9, 10] },
  'next-month': { months: [3, 4, 5, 6, 8, 9, 10] },
  appraisal: { months: [3, 4, 9, 10] },
  section: { for: 'manager' },
  record: { for: 'clerk' },
  mentoring: { for: 'mentor' },
  improvements: { for: 'hr' },
} as const satisfies Record<
  string,
  { months?: readonly number[]; for?: 'manager' | 'clerk' | 'mentor' | 'hr' }
>;

export type TipId = keyof typeof TIPS;
export const TIP_IDS = Object.keys(TIPS) as readonly TipId[];

export const isTip = (id: string): id is TipId => Object.hasOwn(TIPS, id);

/** Those that fit a person in the month of `today`: of the season first, then of the role, then the others. */
export function tipsFor(person: Pick<Person, 'roles'>, today: Day): readonly TipId[] {
  const { month } = partsOf(today);
  const rankOf = (id: TipId): number | null => {
    const tip: { months?: readonly number[]; for?: 'manager' | 'clerk' | 'mentor' | 'hr' } = TIPS[id];
    if (tip.months !== undefined) return tip.months.includes(month) ? 0 : null;
    if (tip.for === undefined) return 2;
    const fits =
      tip.for === 'hr'
        ? person.roles.has('hr_editor') || person.roles.has('hr_admin')
        : person.roles.has(tip.for);
    return fits ? 1 : null;
  };
  return TIP_IDS.flatMap((id) => {
    const rank = rankOf(id);
    return rank === null ? [] : [{ id, rank }];
  })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
}

/** The one after `last`, in turn; never `last` again, null when there is no other. */
export function nextTip(person: Pick<Person, 'roles'>, last: TipId | null, today: Day): TipId | null {
  const fitting = tipsFor(person, today);
  const next = fitting[(last === null ? -1 : fitting.indexOf(last)) + 1] ?? fitting[0] ?? null;
  return next === last ? null : next;
}
