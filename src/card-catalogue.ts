import type { Card } from './cards/define-card';
import type { CardJson } from './core/turn';
import { aboutCard, announcementsCards } from './features/announcements';
import { answerCard, candidatesCard, desksCard, improvementsCard, unknownCard } from './features/answers';
import { auditCard } from './features/audit';
import { campaignsCards } from './features/campaigns';
import { catalogueCards } from './features/catalogue';
import { menuCard } from './features/chat';
import { editingCards } from './features/editing';
import { listCard, seatCard } from './features/enrolment';
import { formCard } from './features/forms';
import { grantsCard } from './features/grants';
import { previewCard, questionCard, statusCard } from './features/inquiries';
import { launchCard, welcomeCard } from './features/launch';
import { mentoringCards } from './features/mentoring';
import { pollsCards } from './features/polls';
import { progressCards } from './features/progress';
import { digestCard, settingsCard, unreachableCard } from './features/reminders';
import { stressCheckCards } from './features/stress-check';
import { thanksCards } from './features/thanks';

/** A card whose view is not known to the compiler: it came back from the outbox, or is one of its own examples. */
export interface AnyCard {
  readonly name: string;
  readonly examples: Readonly<Record<string, unknown>>;
  /** Throws when the view leaves a placeholder of the template unbound. */
  render(view: unknown): CardJson;
}

const any = <View>(card: Card<View>): AnyCard => ({ ...card, render: (view) => card.render(view as View) });

/** Every card of the product, for the outbox, the previews and the tests. */
export const allCards: readonly AnyCard[] = [
  any(answerCard),
  any(candidatesCard),
  any(unknownCard),
  any(improvementsCard),
  any(desksCard),
  any(menuCard),
  any(previewCard),
  any(statusCard),
  any(questionCard),
  any(launchCard),
  any(welcomeCard),
  any(seatCard),
  any(listCard),
  any(auditCard),
  any(grantsCard),
  any(announcementsCards.message),
  any(announcementsCards.announcement),
  any(announcementsCards.ask),
  any(announcementsCards.list),
  any(announcementsCards.report),
  any(announcementsCards.people),
  any(announcementsCards.received),
  any(announcementsCards.settings),
  any(pollsCards.question),
  any(pollsCards.manage),
  any(pollsCards.people),
  any(pollsCards.list),
  any(thanksCards.pick),
  any(thanksCards.compose),
  any(thanksCards.card),
  any(thanksCards.gallery),
  any(aboutCard),
  any(formCard),
  any(digestCard),
  any(settingsCard),
  any(unreachableCard),
  any(mentoringCards[0]),
  any(mentoringCards[1]),
  ...catalogueCards.map(any),
  ...editingCards.map(any),
  any(stressCheckCards.protocol),
  any(stressCheckCards.about),
  any(stressCheckCards.rates),
  any(stressCheckCards.manage),
  any(stressCheckCards.ask),
  any(campaignsCards.list),
  any(campaignsCards.campaign),
  any(campaignsCards.ask),
  any(campaignsCards.preview),
  any(campaignsCards.importing),
  any(campaignsCards.imported),
  any(campaignsCards.meetings),
  any(progressCards.overview),
  any(progressCards.sections),
  any(progressCards.members),
  any(progressCards.record),
  any(progressCards.file),
];
