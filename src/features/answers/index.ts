export {
  type Answer,
  type AskScene,
  CONFIDENCE,
  type Knowledge,
  type Ranking,
  readAnswer,
  type Wished,
} from './answer-service';
export { parseAnswersAction } from './answers-actions';
export { answerCard, candidatesCard, desksCard, textOf, titleOf, unknownCard } from './answers-cards';
export { type AnswersReplies, createAnswersReplies } from './answers-replies';
export { answersTexts, type Smalltalk } from './answers-texts';
export { withoutCourtesy } from './courtesy';
export { type Desk, deskName, desksFor } from './desk';
export { isElliptical } from './elliptical';
export { type FollowUp, pointsOnly } from './follow-up';
export { improvementsCard } from './improvements';
export { buildEntries, type Entry, type FaqRecord, type InitiativeRecord, needFor } from './knowledge';
export { OTHER_MATTERS, withoutOtherMatters } from './other-matters';
export { REQUESTED_ACTIONS, type RequestedAction } from './requests';
export { sensitiveTexts } from './sensitive-texts';
export { severalQuestions } from './several-questions';
