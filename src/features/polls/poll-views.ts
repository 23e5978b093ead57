import { pageOf, pagingOf } from '../../cards/paging';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { countAudience, describeAudience, EVERYBODY } from '../audience';
import type { Person } from '../directory';
import { barOf } from '../progress';
import { byChoice, bySection, type Poll, type PollMember } from './poll';
import { type Button, type ManageView, opener, type PeopleView } from './polls-cards';
import { pollsTexts } from './polls-texts';

const SECTIONS_A_PAGE = 8;
const PEOPLE_A_PAGE = 20;

export const percentOf = (part: number, of: number): number => (of === 0 ? 0 : Math.floor((100 * part) / of));
export const barFor = (part: number, of: number) => barOf({ done: part, owes: of - part, away: 0 });

export const kickerOf = ({ emergency, state }: Poll, locale: Locale): string => {
  const t = pollsTexts(locale);
  return `${emergency ? t.safety : t.poll}　${t.state[state]}`;
};

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
  const kicker = kickerOf(poll, locale);
  const figures = t.progress(answered, members.length, percentOf(answered, members.length));
  return {
    lang: locale,
    fallback: `${kicker}\n${poll.question}`,
    kicker,
    heading: poll.question,
    hasDone: note !== null,
    done: note ?? '',
    lines: (isDraft ? draftLines(poll, shown.audience, locale) : [t.aid]).map((text) => ({ text })),
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
    hasWarning: shown.asksToClose || gaps > 0,
    warning: shown.asksToClose ? t.closeText : gaps > 0 ? t.gaps(gaps) : '',
    buttons: shown.asksToClose
      ? [button(t.close, 'polls.close', poll), button(t.back, 'polls.show', poll)]
      : buttonsOf(poll, answered < members.length, locale),
    dialogs: isDraft ? [opener(t.edit, 'polls.edit', poll.id)] : [],
    pageVerb: 'polls.show',
    id: poll.id,
    ...pagingOf(page, last, t),
  };
}

function draftLines(poll: Poll, audience: readonly Person[], locale: Locale): readonly string[] {
  const t = pollsTexts(locale);
  const { total, notInTeams, onLeave } = countAudience(audience, EVERYBODY, 0);
  return [
    poll.choices.map((choice) => `【${choice}】`).join(' '),
    ...describeAudience(poll.audience, locale),
    t.audienceNow(total, total - notInTeams - onLeave),
    poll.emergency ? t.emergencyHint : t.ordinaryHint,
    t.aid,
    t.previewHint,
  ];
}

const button = (
  label: string,
  verb: string,
  { id }: Pick<Poll, 'id'>,
  data: Readonly<Record<string, string | number>> = {},
): Button => ({ label, verb, data: { id, ...data } });

function buttonsOf(poll: Poll, isMissing: boolean, locale: Locale): Button[] {
  const t = pollsTexts(locale);
  switch (poll.state) {
    case 'draft':
      return [
        button(t.start, 'polls.start', poll),
        button(t.preview, 'polls.preview', poll),
        button(t.discard, 'polls.discard', poll),
      ];
    case 'open':
      return [
        button(t.missing, 'polls.people', poll, { filter: 'missing' }),
        button(t.everybody, 'polls.people', poll, { filter: 'all' }),
        ...(isMissing ? [button(t.remind, 'polls.remind', poll, { round: poll.rounds })] : []),
        button(t.refresh, 'polls.show', poll),
        button(t.askClose, 'polls.askClose', poll),
      ];
    case 'closed':
      return [
        button(t.missing, 'polls.people', poll, { filter: 'missing' }),
        button(t.everybody, 'polls.people', poll, { filter: 'all' }),
      ];
    default:
      return poll.state satisfies never;
  }
}

/** Who has not answered, or what everybody answered. */
export function pollPeopleView(
  poll: Poll,
  shown: {
    readonly members: readonly PollMember[];
    readonly filter: 'missing' | 'all';
    readonly page: number;
    readonly nameOf: (employee: EmployeeId) => string;
  },
  locale: Locale,
): PeopleView {
  const t = pollsTexts(locale);
  const { filter } = shown;
  const wanted = shown.members.filter(({ answer }) => filter === 'all' || answer === null);
  const { rows, page, last } = pageOf(wanted, shown.page, PEOPLE_A_PAGE);
  return {
    lang: locale,
    fallback: t.peopleHeading[filter],
    heading: t.peopleHeading[filter],
    rows: rows.map((member) => {
      const detail = detailOf(poll, member, filter, locale);
      return {
        text: `${member.section}　${shown.nameOf(member.employee)}`,
        detail,
        hasDetail: detail !== '',
      };
    }),
    hasEmpty: rows.length === 0,
    empty: t.nobody,
    id: poll.id,
    filter,
    pageVerb: 'polls.people',
    backVerb: 'polls.show',
    backLabel: t.back,
    ...pagingOf(page, last, t),
  };
}

function detailOf(
  poll: Poll,
  { answer, gap }: PollMember,
  filter: 'missing' | 'all',
  locale: Locale,
): string {
  const t = pollsTexts(locale);
  const parts = [
    answer === null ? (filter === 'all' ? t.noAnswer : '') : (poll.choices[answer.choice] ?? ''),
    gap === null ? '' : t.gap[gap],
    answer?.comment ? t.comment(answer.comment) : '',
  ];
  return parts.filter((part) => part !== '').join('　');
}
