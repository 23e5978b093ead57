import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { button, opener, type QuestionView } from './card-views';
import { questionTexts } from './question-texts';
import type { Survey } from './survey';

/** The card of a survey. What somebody answered is in none: it is not known. */
export function ballotView(survey: Survey, hasVoted: boolean, locale: Locale): QuestionView {
  const t = questionTexts(locale);
  const isOpen = survey.state !== 'closed' && !hasVoted;
  const notes = hasVoted
    ? [t.votedAgain, t.least]
    : isOpen
      ? [t.until(shortDay(survey.closesOn, locale)), t.anonymous, t.final, t.least]
      : [t.surveyClosed];
  return {
    lang: locale,
    fallback: `${t.survey}\n${survey.question}`,
    refreshes: true,
    refreshVerb: 'pulse.own',
    refreshLabel: t.refresh,
    id: survey.id,
    kicker: t.survey,
    kickerColour: 'accent',
    heading: survey.question,
    notes: notes.map((text) => ({ text })),
    moreNotes: [],
    hasAnswer: hasVoted,
    answer: hasVoted ? t.voted : '',
    choices: isOpen
      ? survey.choices.map((label, choice) => button(label, 'pulse.vote', survey.id, { choice }))
      : [],
    dialogs: isOpen ? [opener(t.addComment, 'pulse.commentForm', survey.id)] : [],
    buttons: [],
    links: [],
  };
}
