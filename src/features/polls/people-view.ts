import { pageOf, pagingOf } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import { type Button, button, type PeopleView } from './card-views';
import type { PeopleFilter, Poll, PollMember } from './poll';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { answerText } from './question-view';

const PEOPLE_A_PAGE = 20;

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
