import { localised } from '../../core/texts';
import type { Locale } from '../../core/turn';
import type { SensitiveTopic } from '../sensitive';

/** A counselling desk (相談窓口). */
export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly topics: readonly string[];
  readonly phone: string | null;
  readonly url: string | null;
  readonly hours: string | null;
  readonly hoursEn: string | null;
  readonly note: string | null;
  readonly noteEn: string | null;
  readonly outsideHr: boolean;
  readonly external: boolean;
}

export const deskName = ({ name, nameEn }: Desk, locale: Locale): string => localised(locale, name, nameEn);

/** Topics of `contacts` that answer a sensitive topic, the most fitting first. */
const DESK_TOPICS: Readonly<Record<SensitiveTopic, readonly string[]>> = {
  life_danger: ['life_danger', 'mental_health'],
  violence: ['safety', 'life_danger', 'harassment', 'mental_health'],
  mental_health: ['mental_health', 'life_danger'],
  harassment: ['harassment', 'mental_health'],
  whistleblowing: ['whistleblowing'],
  debt: ['debt', 'mutual_aid'],
  career_demotion: ['career_demotion', 'mental_health'],
};

/** More would hide the right one on a phone. */
const MOST_DESKS = 6;
const FOREMOST_DESKS = 3;

/**
 * Desks for a topic, the most fitting topic first, and within one those that can be called at once.
 * At least one is outside 人事課 where there is any: who does not trust HR must still find help.
 */
export function desksFor(topic: SensitiveTopic | 'any', desks: readonly Desk[]): readonly Desk[] {
  const topics =
    topic === 'any'
      ? ['life_danger', 'mental_health', 'harassment', 'whistleblowing', 'debt']
      : DESK_TOPICS[topic];
  const rank = (desk: Desk): number => {
    const position = topics.findIndex((wanted) => desk.topics.includes(wanted));
    return position === -1 ? Number.POSITIVE_INFINITY : position;
  };
  const fitting = desks
    .filter((desk) => rank(desk) !== Number.POSITIVE_INFINITY)
    .map((desk, order) => ({
      desk,
      order,
      rank: rank(desk),
      reachable: desk.phone !== null || desk.url !== null,
    }))
    .sort((a, b) => a.rank - b.rank || Number(b.reachable) - Number(a.reachable) || a.order - b.order)
    .map(({ desk }) => desk);
  const shown = topic === 'any' ? oneEach(fitting, topics) : fitting.slice(0, MOST_DESKS);
  const outside = fitting.find((desk) => desk.outsideHr);
  return outside === undefined || shown.some((desk) => desk.outsideHr)
    ? shown
    : [...shown.slice(0, MOST_DESKS - 1), outside];
}

/** As many as leave room for an answer below on a phone, one outside 人事課 among them where there is any, and the rest. */
export function foremost(desks: readonly Desk[]): readonly [shown: readonly Desk[], folded: readonly Desk[]] {
  const first = desks.slice(0, FOREMOST_DESKS);
  const outside = desks.find((desk) => desk.outsideHr);
  const shown =
    outside === undefined || first.includes(outside)
      ? first
      : [...first.slice(0, FOREMOST_DESKS - 1), outside];
  const folded = desks.filter((desk) => !shown.includes(desk));
  // A button for a single desk takes more room than the desk.
  return folded.length < 2 ? [desks, []] : [shown, folded];
}

function oneEach(desks: readonly Desk[], topics: readonly string[]): readonly Desk[] {
  const chosen = topics.flatMap((topic) => desks.filter((desk) => desk.topics.includes(topic)).slice(0, 2));
  return [...new Set(chosen)].slice(0, MOST_DESKS + 2);
}
