import { asMessage, closeDialog, inPlace, notice } from '../../cards/replies';
import type { SurveyId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { ballotView } from './ballot-view';
import type { QuestionView } from './card-views';
import { type Commenting, readCommenting, showCommenting } from './comment-form';
import { standingOf } from './participation-store';
import { pollsCards } from './polls-cards';
import type { PollsNeeds } from './polls-needs';
import { questionTexts } from './question-texts';
import type { Survey } from './survey';
import { findSurvey } from './survey-store';
import { vote } from './vote';

/** One vote a person, which is final. */
export function createVoting(needs: Pick<PollsNeeds, 'store' | 'sensitiveCard' | 'chance'>) {
  const { store } = needs;

  async function viewFor(scene: Scene, id: SurveyId): Promise<QuestionView | string> {
    const t = questionTexts(scene.locale);
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

  async function tap(scene: Scene, id: SurveyId, choice: number): Promise<Reply> {
    await vote(store, id, scene.person.id, { choice, comment: null }, needs.chance);
    return own(scene, id);
  }

  const commentingOn = (survey: Survey, locale: Locale): Commenting => {
    const t = questionTexts(locale);
    return {
      verb: 'pulse.comment',
      id: survey.id,
      choices: survey.choices,
      commentLabel: t.surveyCommentLabel,
      notes: [survey.question, t.anonymous, t.final],
    };
  };

  async function openForm(scene: Scene, id: SurveyId): Promise<Reply> {
    const t = questionTexts(scene.locale);
    const survey = await findSurvey(store.db, id);
    if (survey === null) return notice(t.gone);
    if (survey.state !== 'open') return notice(t.surveyClosed);
    const standing = await standingOf(store.db, id, scene.person.id);
    if (standing !== 'asked') return notice(standing === null ? t.notAsked : t.voted);
    return showCommenting(scene, commentingOn(survey, scene.locale), {});
  }

  async function submit(scene: Scene, id: SurveyId, data: unknown): Promise<Reply> {
    const t = questionTexts(scene.locale);
    const survey = await findSurvey(store.db, id);
    if (survey === null) return notice(t.gone);
    const read = readCommenting(scene, commentingOn(survey, scene.locale), data);
    if (read.given === null) return read.reply;
    const { comment } = read.given;
    const desks = comment === null ? null : await needs.sensitiveCard(comment, scene);
    if (desks !== null) return closeDialog({ kind: 'text', text: t.notStored }, desks);
    await vote(store, id, scene.person.id, read.given, needs.chance);
    const view = await viewFor(scene, id);
    return typeof view === 'string'
      ? closeDialog({ kind: 'text', text: view })
      : closeDialog(asMessage(pollsCards.question, view));
  }

  return { viewFor, own, tap, openForm, submit };
}

export type Voting = ReturnType<typeof createVoting>;
