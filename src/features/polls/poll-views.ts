import { pageOf, pagingOf } from '../../cards/paging';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { describeAudience } from '../audience';
import type { Person } from '../directory';
import { barOf } from '../progress';
import { type Button, button, type ManageView, opener } from './card-views';
import { type Asks, asksOf, manageButtons } from './manage-buttons';
import { byChoice, bySection, isEmergency, isSafety, type Poll, type PollMember } from './poll';
import { isReached, type Later } from './poll-sending';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { kindOf } from './question-view';

const SECTIONS_A_PAGE = 8;

export const percentOf = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * part) / of));
export const barFor = (part: number, of: number) => barOf({ done: part, owes: of - part, away: 0 });

export const kickerOf = (poll: Poll, locale: Locale): string =>
  `${kindOf(poll, locale)}　${pollsTexts(locale).state[poll.state]}`;

/** Before the start what it will be, afterwards how far it is. */
export function pollManageView(
  poll: Poll,
  shown: {
    readonly audience: readonly Person[];
    readonly members: readonly PollMember[];
    readonly later: Later | null;
    readonly page: number;
    readonly note: string | null;
    readonly asks: Asks | null;
  },
  locale: Locale,
): ManageView {
  const t = pollsTexts(locale);
  const { members, note } = shown;
  const answered = members.filter(({ answer }) => answer !== null).length;
  const isDraft = poll.state === 'draft';
  const hasFigures = members.length > 0;
  const { rows: sections, page, last } = pageOf(bySection(members), shown.page, SECTIONS_A_PAGE);
  const counts = byChoice(poll, members);
  const gaps = members.filter(({ gap, answer }) => gap !== null && answer === null).length;
  const asks = asksOf(shown.asks, isDraft);
  const warning = warningOf(poll, { asks, gaps }, locale);
  const kicker = kickerOf(poll, locale);
  const figures = t.progress(answered, members.length, percentOf(answered, members.length));
  return {
    lang: locale,
    fallback: `${kicker}\n${poll.question}`,
    kicker,
    heading: poll.question,
    hasDone: note !== null,
    done: note ?? '',
    lines: linesOf(poll, shown, locale).map((text) => ({ text })),
    hasBar: hasFigures,
    figures,
    bar: barFor(answered, members.length),
    hasRows: false,
    rowsHeading: '',
    rows: !hasFigures
      ? []
      : poll.choices.map((name, choice) => ({
          name,
          figures: t.count(counts[choice] ?? 0),
          bar: barFor(counts[choice] ?? 0, Math.max(answered, 1)),
        })),
    hasSections: sections.length > 0,
    sectionsHeading: t.bySection,
    sections: sections.map(({ section, answered: done, asked }) => ({
      name: section === '' ? t.noSection : section,
      figures: t.of(done, asked),
      bar: barFor(done, asked),
    })),
    hasWarning: warning !== '',
    warning,
    buttons:
      asks !== null
        ? manageButtons('polls', poll.id, locale)[asks]
        : buttonsOf(
            poll,
            { isMissing: answered < members.length, reached: reachable(shown.audience) },
            locale,
          ),
    dialogs: isDraft && asks === null ? [opener(t.edit, 'polls.edit', poll.id)] : [],
    pageVerb: 'polls.show',
    id: poll.id,
    ...pagingOf(page, last, t),
  };
}

function linesOf(
  poll: Poll,
  shown: {
    readonly audience: readonly Person[];
    readonly members: readonly PollMember[];
    readonly later: Later | null;
  },
  locale: Locale,
): readonly string[] {
  if (poll.state === 'draft') return draftLines(poll, shown.audience, locale);
  if (shown.members.length === 0) return [pollsTexts(locale).expired];
  return [...laterLines(shown.later, locale), ...aidOf(poll, locale)];
}

function draftLines(poll: Poll, audience: readonly Person[], locale: Locale): readonly string[] {
  const t = pollsTexts(locale);
  return [
    poll.choices.map((choice) => `【${choice}】`).join(' '),
    ...describeAudience(poll.audience, locale),
    t.audienceNow(audience.length, reachable(audience)),
    ...(isEmergency(poll) ? [] : [t.ordinaryHint]),
    t.chase,
    ...aidOf(poll, locale),
    t.previewHint,
  ];
}

export const laterLines = (later: Later | null, locale: Locale): readonly string[] =>
  later === null ? [] : [pollsTexts(locale).later(later.count, shortDay(later.until, locale))];

const aidOf = (poll: Poll, locale: Locale): readonly string[] =>
  isSafety(poll) ? [questionTexts(locale).aid] : [];

const reachable = (audience: readonly Person[]): number => audience.filter(isReached).length;

function warningOf(
  poll: Poll,
  { asks, gaps }: { readonly asks: Asks | null; readonly gaps: number },
  locale: Locale,
): string {
  const t = pollsTexts(locale);
  if (asks !== null) return asks === 'close' ? t.closeText : t.discardText;
  if (poll.state === 'draft') return isEmergency(poll) ? t.emergencyHint : '';
  return gaps > 0 ? t.gaps(gaps) : '';
}

function buttonsOf(
  poll: Poll,
  { isMissing, reached }: { readonly isMissing: boolean; readonly reached: number },
  locale: Locale,
): Button[] {
  const { id, state, rounds } = poll;
  const t = pollsTexts(locale);
  const { draft, open, list } = manageButtons('polls', id, locale);
  const people = [
    button(t.missing, 'polls.people', id, { filter: 'missing' }),
    button(t.everybody, 'polls.people', id, { filter: 'all' }),
  ];
  switch (state) {
    case 'draft':
      return isEmergency(poll)
        ? [button(t.startEmergency(reached), 'polls.start', id), ...draft.slice(1)]
        : draft;
    case 'open':
      return [
        ...people,
        ...(isMissing ? [button(t.remind, 'polls.remind', id, { round: rounds })] : []),
        ...open,
      ];
    case 'closed':
      return [...people, list];
    default:
      return state satisfies never;
  }
}
