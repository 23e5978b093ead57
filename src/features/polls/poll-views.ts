import { pageOf, pagingOf } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import { describeAudience } from '../audience';
import type { Person } from '../directory';
import { barOf } from '../progress';
import { type Button, button, type ManageView, opener, type PeopleView } from './card-views';
import { manageButtons } from './manage-buttons';
import {
  byChoice,
  bySection,
  isEmergency,
  isSafety,
  type PeopleFilter,
  type Poll,
  type PollMember,
} from './poll';
import { isReached } from './poll-sending';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { answerText, kindOf } from './question-view';

const SECTIONS_A_PAGE = 8;
const PEOPLE_A_PAGE = 20;

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
    readonly page: number;
    readonly note: string | null;
    readonly asksToClose: boolean;
  },
  locale: Locale,
): ManageView {
  const t = pollsTexts(locale);
  const { members, note } = shown;
  const answered = members.filter(({ answer }) => answer !== null).length;
  const isDraft = poll.state === 'draft';
  const { rows: sections, page, last } = pageOf(bySection(members), shown.page, SECTIONS_A_PAGE);
  const counts = byChoice(poll, members);
  const gaps = members.filter(({ gap, answer }) => gap !== null && answer === null).length;
  const warning = warningOf(poll, { asksToClose: shown.asksToClose, gaps }, locale);
  const kicker = kickerOf(poll, locale);
  const figures = t.progress(answered, members.length, percentOf(answered, members.length));
  return {
    lang: locale,
    fallback: `${kicker}\n${poll.question}`,
    kicker,
    heading: poll.question,
    hasDone: note !== null,
    done: note ?? '',
    lines: (isDraft ? draftLines(poll, shown.audience, locale) : aidOf(poll, locale)).map((text) => ({
      text,
    })),
    hasBar: !isDraft,
    figures,
    bar: barFor(answered, members.length),
    hasRows: false,
    rowsHeading: '',
    rows: isDraft
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
    buttons: shown.asksToClose
      ? manageButtons('polls', poll.id, locale).closing
      : buttonsOf(poll, { isMissing: answered < members.length, reached: reachable(shown.audience) }, locale),
    dialogs: isDraft ? [opener(t.edit, 'polls.edit', poll.id)] : [],
    pageVerb: 'polls.show',
    id: poll.id,
    ...pagingOf(page, last, t),
  };
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

const aidOf = (poll: Poll, locale: Locale): readonly string[] =>
  isSafety(poll) ? [questionTexts(locale).aid] : [];

const reachable = (audience: readonly Person[]): number => audience.filter(isReached).length;

function warningOf(
  poll: Poll,
  { asksToClose, gaps }: { readonly asksToClose: boolean; readonly gaps: number },
  locale: Locale,
): string {
  const t = pollsTexts(locale);
  if (asksToClose) return t.closeText;
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

/** Who has not answered, or what everybody answered. */
export function pollPeopleView(
  poll: Poll,
  shown: {
    readonly rows: readonly { readonly member: PollMember; readonly name: string }[];
    readonly filter: PeopleFilter;
    readonly heading: string;
    readonly page: number;
    /** Verb of the way back. */
    readonly back: 'polls.show' | 'polls.list';
  },
  locale: Locale,
): PeopleView {
  const t = pollsTexts(locale);
  const { filter, heading } = shown;
  const { rows, page, last } = pageOf(shown.rows, shown.page, PEOPLE_A_PAGE);
  return {
    lang: locale,
    fallback: heading,
    heading,
    hasFilters: true,
    filters: filtersOf(poll, filter, locale),
    rows: rows.map(({ member, name }) => {
      const detail = detailOf(poll, member, filter, locale);
      return { text: `${member.section}　${name}`, detail, hasDetail: detail !== '' };
    }),
    hasEmpty: rows.length === 0,
    empty: t.nobody,
    id: poll.id,
    filter,
    pageVerb: 'polls.people',
    backVerb: shown.back,
    backLabel: shown.back === 'polls.list' ? t.list : t.back,
    ...pagingOf(page, last, t),
  };
}

/** The other lists, each with one tap. */
function filtersOf({ id, choices }: Poll, shown: PeopleFilter, locale: Locale): Button[] {
  const t = pollsTexts(locale);
  const all: readonly (readonly [PeopleFilter, string])[] = [
    ['missing', t.missing],
    ...choices.map((label, choice) => [choice, label] as const),
    ['all', t.everybody],
  ];
  return all.flatMap(([filter, label]) =>
    filter === shown ? [] : [button(label, 'polls.people', id, { filter })],
  );
}

function detailOf(poll: Poll, { answer, gap }: PollMember, filter: PeopleFilter, locale: Locale): string {
  const t = pollsTexts(locale);
  const given = answer === null ? t.noAnswer : answerText(poll, answer);
  const parts = [
    filter === 'all' ? given : '',
    gap === null ? '' : t.gap[gap],
    answer?.comment ? questionTexts(locale).comment(answer.comment) : '',
  ];
  return parts.filter((part) => part !== '').join('　');
}
