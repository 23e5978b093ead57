import { asMessage, closeDialog, dialog, inPlace, notice } from '../../cards/replies';
import type { SurveyId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { choiceField, createFieldReader, formCard, formView, linesField, typedIn } from '../forms';
import { castBallot } from './ballot-store';
import { standingOf, takePart } from './participation-store';
import { LONGEST_COMMENT } from './poll';
import { opener, pollsCards, type QuestionView } from './polls-cards';
import type { PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import type { Survey } from './survey';
import { findSurvey, lockSurvey } from './survey-store';

/** The card of a survey. What somebody answered is in none: it is not known. */
export function ballotView(survey: Survey, hasVoted: boolean, locale: Locale): QuestionView {
  const t = pollsTexts(locale);
  const isOpen = survey.state !== 'closed' && !hasVoted;
  const notes = hasVoted
    ? [t.votedAgain, t.least]
    : isOpen
      ? [t.anonymous, t.final, t.least]
      : [t.surveyClosed];
  return {
    lang: locale,
    fallback: `${t.survey}\n${survey.question}`,
    refreshVerb: 'pulse.own',
    refreshLabel: t.refresh,
    id: survey.id,
    kicker: t.survey,
    kickerColour: 'accent',
    heading: survey.question,
    notes: notes.map((text) => ({ text })),
    hasAnswer: hasVoted,
    answer: hasVoted ? t.voted : '',
    choices: isOpen
      ? survey.choices.map((label, choice) => ({
          label,
          verb: 'pulse.vote',
          data: { id: survey.id, choice },
        }))
      : [],
    dialogs: isOpen ? [opener(t.addComment, 'pulse.commentForm', survey.id)] : [],
    links: [],
  };
}

/** One vote a person, which is final. */
export function createVoting(needs: Pick<PollsNeeds, 'store' | 'sensitiveCard' | 'chance'>) {
  const { store } = needs;

  async function viewFor(scene: Scene, id: SurveyId): Promise<QuestionView | string> {
    const t = pollsTexts(scene.locale);
    const survey = await findSurvey(store.db, id);
    if (survey === null || survey.state === 'draft') return t.gone;
    if (survey.state === 'closed') return ballotView(survey, false, scene.locale);
    const standing = await standingOf(store.db, id, scene.person.id);
    return standing === null ? t.notAsked : ballotView(survey, standing === 'took-part', scene.locale);
  }

  async function own(scene: Scene, id: SurveyId): Promise<Reply> {
    const view = await viewFor(scene, id);
    return typeof view === 'string' ? notice(view) : inPlace(pollsCards.question, view);
  }

  /** The person ends here: what goes on to the box has no name. */
  const vote = (scene: Scene, id: SurveyId, choice: number, comment: string | null): Promise<void> =>
    store.write(async (tx) => {
      const survey = await lockSurvey(tx, id);
      if (survey?.state !== 'open' || survey.choices[choice] === undefined) return;
      const group = await takePart(tx, id, scene.person.id);
      if (group !== null) await castBallot(tx, id, { group, choice, comment }, needs.chance);
    });

  async function tap(scene: Scene, id: SurveyId, choice: number): Promise<Reply> {
    await vote(scene, id, choice, null);
    return own(scene, id);
  }

  const fieldsOf = (survey: Survey, locale: Locale) => {
    const t = pollsTexts(locale);
    const choices = survey.choices.map((title, index) => ({ title, value: String(index) }));
    return [
      choiceField('choice', t.choiceLabel, choices),
      linesField('comment', t.surveyCommentLabel, LONGEST_COMMENT),
    ];
  };

  function showForm(
    scene: Scene,
    survey: Survey,
    typed: Readonly<Record<string, string>>,
    problems: readonly string[],
  ): Reply {
    const t = pollsTexts(scene.locale);
    const view = formView(
      {
        fields: fieldsOf(survey, scene.locale),
        typed,
        problems,
        notes: [survey.question, t.anonymous, t.final],
        page: null,
        moreLabel: '',
        fallback: t.commentTitle,
        buttons: [{ label: t.send, data: { verb: 'pulse.comment', id: survey.id } }],
      },
      scene.locale,
    );
    return dialog(t.commentTitle, formCard, view);
  }

  async function openForm(scene: Scene, id: SurveyId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const survey = await findSurvey(store.db, id);
    if (survey === null) return notice(t.gone);
    if (survey.state !== 'open') return notice(t.surveyClosed);
    const standing = await standingOf(store.db, id, scene.person.id);
    if (standing !== 'asked') return notice(standing === null ? t.notAsked : t.voted);
    return showForm(scene, survey, {}, []);
  }

  async function submit(scene: Scene, id: SurveyId, data: unknown): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const survey = await findSurvey(store.db, id);
    if (survey === null) return notice(t.gone);
    const fields = fieldsOf(survey, scene.locale);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const [choice] = reader.chosen('choice');
    const comment = reader.text('comment');
    if (choice === undefined) reader.problems.push(t.tapToChoose);
    if (reader.problems.length > 0) return showForm(scene, survey, typed, reader.problems);
    const desks = comment === '' ? null : await needs.sensitiveCard(comment, scene);
    if (desks !== null) return closeDialog({ kind: 'text', text: t.notStored }, desks);
    await vote(scene, id, Number(choice), comment === '' ? null : comment);
    const view = await viewFor(scene, id);
    return typeof view === 'string'
      ? closeDialog({ kind: 'text', text: view })
      : closeDialog(asMessage(pollsCards.question, view));
  }

  return { own, tap, openForm, submit };
}
