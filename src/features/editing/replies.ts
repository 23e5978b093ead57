import type { Card } from '../../cards/define-card';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';

type Shown = { readonly fallback: string };
export type CardMessage = Extract<Message, { kind: 'card' }>;

export const asMessage = <View extends Shown>(card: Card<View>, view: View): CardMessage => ({
  kind: 'card',
  card: card.render(view),
  summary: view.fallback,
});

/** The card takes the place of the one that was tapped. */
export const replaceBy = ({ card }: CardMessage): Reply => replyToInvoke({ kind: 'card', card });

export const inPlace = <View extends Shown>(card: Card<View>, view: View): Reply =>
  replaceBy(asMessage(card, view));

export const notice = (text: string, ...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'notice', text }, ...messages);

export const dialog = <View>(title: string, card: Card<View>, view: View): Reply =>
  replyToInvoke({ kind: 'dialog', title, card: card.render(view), height: 'large' });

/** A dialog cannot change the card behind it, so that what came of it is said by messages. */
export const closeDialog = (...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'dialog-closed', text: null }, ...messages);
