import { pageOf, pagingOf } from '../../cards/paging';
import type { Locale } from '../../core/turn';
import { describeAudience } from '../audience';
import { barFor, percentOf } from './poll-views';
import { type Button, type ManageView, opener, type PeopleView } from './polls-cards';
import { pollsTexts } from './polls-texts';
import type { GroupResult, Survey } from './survey';

const COMMENTS_A_PAGE = 15;

/** Each group is a page: all together first. */
export function surveyManageView(
  survey: Survey,
  shown: {
    readonly reached: number;
    readonly took: number;
    readonly results: readonly GroupResult[];
    readonly comments: number;
    readonly page: number;
    readonly note: string | null;
    readonly asksToClose: boolean;
  },
  locale: Locale,
): ManageView {
  const t = pollsTexts(locale);
  const { took, note } = shown;
  const isDraft = survey.state === 'draft';
  const { rows: groups, page, last } = pageOf(shown.results, shown.page, 1);
  const result = groups[0] ?? null;
  const kicker = `${t.survey}　${t.state[survey.state]}`;
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
            const rate = result.rates[choice];
            return rate === undefined
              ? []
              : [{ name, figures: t.rate[rate.kind](rate.percent), bar: barFor(rate.percent, 100) }];
          }),
    hasSections: false,
    sectionsHeading: '',
    sections: [],
    hasWarning: shown.asksToClose,
    warning: shown.asksToClose ? t.surveyCloseText : '',
    buttons: shown.asksToClose
      ? [button(t.close, 'pulse.close', survey), button(t.back, 'pulse.show', survey)]
      : buttonsOf(survey, shown.comments, locale),
    dialogs: isDraft ? [opener(t.edit, 'pulse.edit', survey.id)] : [],
    pageVerb: 'pulse.show',
    id: survey.id,
    ...pagingOf(page, last, t),
  };
}

const groupName = ({ group }: GroupResult, locale: Locale): string => {
  const t = pollsTexts(locale);
  if (group === null) return t.whole;
  return group === '' ? t.rest : group;
};

function linesOf(
  survey: Survey,
  shown: { readonly reached: number; readonly results: readonly GroupResult[] },
  locale: Locale,
): readonly string[] {
  const t = pollsTexts(locale);
  switch (survey.state) {
    case 'draft':
      return [
        survey.choices.map((choice) => `【${choice}】`).join(' '),
        ...describeAudience(survey.audience, locale),
        t.audienceNow(shown.reached, shown.reached),
        t.ordinaryHint,
        t.anonymous,
        t.previewHint,
      ];
    case 'open':
      return [t.resultsLater];
    case 'closed':
      return [shown.results.length === 0 ? t.tooFewAnswers : t.resultsNote];
    default:
      return survey.state satisfies never;
  }
}

const button = (label: string, verb: string, { id }: Pick<Survey, 'id'>): Button => ({
  label,
  verb,
  data: { id },
});

function buttonsOf(survey: Survey, comments: number, locale: Locale): Button[] {
  const t = pollsTexts(locale);
  switch (survey.state) {
    case 'draft':
      return [
        button(t.start, 'pulse.start', survey),
        button(t.preview, 'pulse.preview', survey),
        button(t.discard, 'pulse.discard', survey),
      ];
    case 'open':
      return [button(t.refresh, 'pulse.show', survey), button(t.askClose, 'pulse.askClose', survey)];
    case 'closed':
      return comments > 0
        ? [button(t.comments(comments), 'pulse.comments', survey)]
        : [button(t.refresh, 'pulse.show', survey)];
    default:
      return survey.state satisfies never;
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
