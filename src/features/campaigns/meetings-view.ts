import type { Day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { CampaignId, EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { MeetingStand } from './meeting';
import { meetingTexts } from './meeting-texts';

type Turn = 'next' | 'previous' | 'close';

export type MeetingsView = {
  lang: Locale;
  fallback: string;
  hasPages: boolean;
  pages: string;
  hasNotice: boolean;
  notice: string;
  text: string;
  isEmpty: boolean;
  empty: string;
  rows: {
    input: string;
    label: string;
    day: string;
    hasStand: boolean;
    stand: string;
    colour: string;
  }[];
  buttons: { label: string; verb: string; id: string; page: number; turn: Turn; shown: string[] }[];
};

export interface MeetingRow {
  readonly employee: EmployeeId;
  readonly name: string;
  /** What the evaluator has said so far. */
  readonly day: Day | null;
  readonly stand: MeetingStand;
}

export const MEETINGS_A_PAGE = 8;
export const dayInput = (employee: EmployeeId): string => `d_${employee}`;

/** The people whom an evaluator appraises, a date each; those without one come first. */
export function meetingsView(
  shown: {
    readonly id: CampaignId;
    readonly rows: readonly MeetingRow[];
    readonly page: number;
    readonly notice: string | null;
  },
  locale: Locale,
): MeetingsView {
  const { id, rows, notice } = shown;
  const t = meetingTexts(locale);
  const last = Math.max(0, Math.ceil(rows.length / MEETINGS_A_PAGE) - 1);
  const page = Math.min(shown.page, last);
  const own = rows.slice(page * MEETINGS_A_PAGE, (page + 1) * MEETINGS_A_PAGE);
  const button = (label: string, turn: Turn) => ({
    label,
    verb: 'campaigns.saveMeetings',
    id,
    page,
    turn,
    shown: own.map(({ employee }) => employee),
  });
  return {
    lang: locale,
    fallback: t.title,
    hasPages: last > 0,
    pages: t.pages(page + 1, last + 1),
    hasNotice: notice !== null,
    notice: notice ?? '',
    text: t.text,
    isEmpty: rows.length === 0,
    empty: t.empty,
    rows: own.map(({ employee, name, day, stand }) => ({
      input: dayInput(employee),
      label: name,
      day: day ?? '',
      ...standText(stand, locale),
    })),
    buttons:
      rows.length === 0
        ? []
        : [
            button(t.save, 'close'),
            ...(page < last ? [button(t.next, 'next')] : []),
            ...(page > 0 ? [button(t.previous, 'previous')] : []),
          ],
  };
}

function standText(stand: MeetingStand, locale: Locale) {
  const t = meetingTexts(locale);
  switch (stand.kind) {
    case 'none':
      return { hasStand: false, stand: '', colour: 'default' };
    case 'asks-employee':
      return { hasStand: true, stand: t.waiting, colour: 'default' };
    case 'asks-evaluator':
      return { hasStand: true, stand: t.differs(shortDay(stand.said.day, locale)), colour: 'warning' };
    case 'agreed':
      return { hasStand: true, stand: t.agreed, colour: 'good' };
    default:
      return stand satisfies never;
  }
}
