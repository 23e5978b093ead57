/** What a year of messages looks like to those who got them. Pure arithmetic. */

/** A message as its recipient counts it. `day` and `monday` are YYYY-MM-DD. */
export interface Sent {
  readonly person: string;
  readonly day: string;
  /** An emergency, a change of the same day, or an answer to what they did: none of the budget. */
  readonly free: boolean;
}

/** A person at work in a week, by what they were in it. */
export interface PersonWeek {
  readonly person: string;
  readonly monday: string;
  readonly role: string;
}

export interface Figures {
  readonly people: number;
  readonly personWeeks: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  /** Share of person-weeks with no, one, two, three and more messages. */
  readonly shares: readonly number[];
}

const MILLISECONDS_A_DAY = 86_400_000;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const sinceMonday = (new Date(midnight(day)).getUTCDay() + 6) % 7;
  return dayAt(midnight(day) - sinceMonday * MILLISECONDS_A_DAY);
}

/** The smallest value that at least that share of all values does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Messages a week by role. Weeks without a message count as well as those with. */
export function figuresByRole(
  weeks: readonly PersonWeek[],
  sent: readonly Sent[],
): ReadonlyMap<string, Figures> {
  const counts = Map.groupBy(sent, ({ person, day }) => `${person} ${mondayOf(day)}`);
  return new Map(
    [...Map.groupBy(weeks, ({ role }) => role)].map(([role, own]) => {
      const messages = own.map(({ person, monday }) => counts.get(`${person} ${monday}`)?.length ?? 0);
      const shareOf = (is: (count: number) => boolean) => messages.filter(is).length / messages.length;
      return [
        role,
        {
          people: new Set(own.map(({ person }) => person)).size,
          personWeeks: own.length,
          median: quantile(messages, 0.5),
          p95: quantile(messages, 0.95),
          max: Math.max(...messages),
          shares: [0, 1, 2, 3].map((n) => shareOf((count) => count === n)).concat(shareOf((n) => n > 3)),
        },
      ];
    }),
  );
}

/** Person-days with more than one message of the budget, and spans of seven days with more than three. */
export function brokenBudgets(sent: readonly Sent[]): { readonly days: number; readonly weeks: number } {
  const byPerson = Map.groupBy(
    sent.filter(({ free }) => !free),
    ({ person }) => person,
  );
  let days = 0;
  let weeks = 0;
  for (const own of byPerson.values()) {
    const at = own.map(({ day }) => midnight(day));
    const distinct = new Set(at);
    for (const day of distinct) {
      if (at.filter((one) => one === day).length > 1) days += 1;
      const from = day - 6 * MILLISECONDS_A_DAY;
      if (at.filter((one) => one >= from && one <= day).length > 3) weeks += 1;
    }
  }
  return { days, weeks };
}
