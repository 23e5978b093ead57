import type { Card } from './cards/define-card';
import type { CardJson } from './core/turn';
import { answerCard, candidatesCard, desksCard, unknownCard } from './features/answers';
import { auditCard } from './features/audit';
import { catalogueCards } from './features/catalogue';
import { menuCard } from './features/chat';
import { editingCards } from './features/editing';
import { listCard, seatCard } from './features/enrolment';
import { previewCard, questionCard, statusCard } from './features/inquiries';
import { launchCard } from './features/launch';
import { digestCard, settingsCard, unreachableCard } from './features/reminders';

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
  any(desksCard),
  any(menuCard),
  any(previewCard),
  any(statusCard),
  any(questionCard),
  any(launchCard),
  any(seatCard),
  any(listCard),
  any(auditCard),
  any(digestCard),
  any(settingsCard),
  any(unreachableCard),
  ...catalogueCards.map(any),
  ...editingCards.map(any),
];
