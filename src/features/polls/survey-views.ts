import { pageOf, pagingOf } from '../../cards/paging';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { describeAudience } from '../audience';
import { type Button, button, type ManageView, opener, type PeopleView } from './card-views';
import type { Share } from './certainty';
import { type Asks, asksOf, manageButtons } from './manage-buttons';
import type { Later } from './poll-sending';
import { barFor, laterLines, percentOf } from './poll-views';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import type { Survey } from './survey';
import type { GroupResult } from './survey-results';

const COMMENTS_A_PAGE = 15;

export const surveyKicker = ({ state }: Survey, locale: Locale): string =>
  `${questionTexts(locale).survey}　${pollsTexts(locale).state[state]}`;

/** Each group is a page: all together first. */
export function surveyManageView(
  survey: Survey,
  shown: {
    readonly reached: number;
    readonly later: Later | null;
    readonly took: number;
    readonly results: readonly GroupResult[];
    readonly comments: number;
    readonly page: number;
    readonly note: string | null;
    readonly asks: Asks | null;
    /** Before the start: the last day may come before somebody's budget allows the message. */
    readonly closesSoon: boolean;
  },
  locale: Locale,
): ManageView {
  const t = pollsTexts(locale);
  const { took, note } = shown;
  const isDraft = survey.state === 'draft';
  const { rows: groups, page, last } = pageOf(shown.results, shown.page, 1);
  const result = groups[0] ?? null;
  const asks = asksOf(shown.asks, isDraft);
  const warning = warningOf({ asks, closesSoon: isDraft && shown.closesSoon }, locale);
  const kicker = surveyKicker(survey, locale);
  return {
    lang: locale,
    fallback: `${kicker}\n${survey.question}`,
    kicker,
    heading: survey.question,
    hasDone: note !== null,
    done: note ?? '',
    lines: linesOf(survey, shown, locale).map((text) => ({ text })),
    hasBar: !isDraft,
    figures: t.took(took, survey.asked, percentOf(took, survey.asked)),
    bar: barFor(took, survey.asked),
    hasRows: result !== null,
    rowsHeading: result === null ? '' : t.groupAnswers(groupName(result, locale), result.answers),
    rows:
      result === null
        ? []
        : survey.choices.flatMap((name, choice) => {
            const share = result.shares[choice];
            return share === undefined
              ? []
              : [{ name, figures: figuresOf(share, locale), bar: barOfShare(share) }];
          }),
    hasSections: false,
    sectionsHeading: '',
    sections: [],
    hasWarning: warning !== '',
    warning,
    buttons:
      asks !== null
        ? manageButtons('pulse', survey.id, locale)[asks]
        : buttonsOf(survey, shown.comments, locale),
    dialogs: isDraft && asks === null ? [opener(t.edit, 'pulse.edit', survey.id)] : [],
    pageVerb: 'pulse.show',
    id: survey.id,
    ...pagingOf(page, last, t),
  };
}

function warningOf(
  { asks, closesSoon }: { readonly asks: Asks | null; readonly closesSoon: boolean },
  locale: Locale,
): string {
  const t = pollsTexts(locale);
  if (asks !== null) return asks === 'close' ? t.surveyCloseText : t.discardText;
  return closesSoon ? t.closesSoon : '';
}

/** A wide share has no place of its own: the middle of it is drawn. */
const barOfShare = (share: Share) =>
  barFor(share.kind === 'between' ? (share.percent + share.below) / 2 : share.percent, 100);

function figuresOf(share: Share, locale: Locale): string {
  const { rate } = pollsTexts(locale);
  return share.kind === 'between'
    ? rate.between(share.percent, share.below)
    : rate[share.kind](share.percent);
}

const groupName = ({ group }: GroupResult, locale: Locale): string => {
  const t = pollsTexts(locale);
  if (group === null) return t.whole;
  return group === '' ? t.rest : group;
};

function linesOf(
  survey: Survey,
  shown: {
    readonly reached: number;
    readonly later: Later | null;
    readonly results: readonly GroupResult[];
  },
  locale: Locale,
): readonly string[] {
  const t = pollsTexts(locale);
  switch (survey.state) {
    case 'draft':
      return [
        survey.choices.map((choice) => `【${choice}】`).join(' '),
        ...describeAudience(survey.audience, locale),
        t.audienceNow(shown.reached, shown.reached),
        t.closesOn(shortDay(survey.closesOn, locale)),
        t.ordinaryHint,
        t.chase,
        questionTexts(locale).anonymous,
        t.previewHint,
      ];
    case 'open':
      return [
        t.closesOn(shortDay(survey.closesOn, locale)),
        ...laterLines(shown.later, locale),
        t.resultsLater,
      ];
    case 'closed':
      return [shown.results.length === 0 ? t.tooFewAnswers : t.resultsNote];
    default:
      return survey.state satisfies never;
  }
}

function buttonsOf({ id, state }: Survey, comments: number, locale: Locale): Button[] {
  const { draft, open, list } = manageButtons('pulse', id, locale);
  switch (state) {
    case 'draft':
      return draft;
    case 'open':
      return open;
    case 'closed':
      return [
        ...(comments > 0 ? [button(pollsTexts(locale).comments(comments), 'pulse.comments', id)] : []),
        list,
      ];
    default:
      return state satisfies never;
  }
}

export function commentsView(
  survey: Survey,
  comments: readonly string[],
  asked: number,
  locale: Locale,
): PeopleView {
  const t = pollsTexts(locale);
  const { rows, page, last } = pageOf(comments, asked, COMMENTS_A_PAGE);
  return {
    lang: locale,
    fallback: t.commentsHeading,
    heading: t.commentsHeading,
    hasFilters: false,
    filters: [],
    rows: rows.map((text) => ({ text, detail: '', hasDetail: false })),
    hasEmpty: rows.length === 0,
    empty: t.nobody,
    id: survey.id,
    filter: 'all',
    pageVerb: 'pulse.comments',
    backVerb: 'pulse.show',
    backLabel: t.back,
    ...pagingOf(page, last, t),
  };
}
