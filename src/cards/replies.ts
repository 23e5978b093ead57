import { type Message, type Reply, replyToInvoke } from '../core/turn';
import type { Card } from './define-card';

type Shown = { readonly fallback: string };

export const asMessage = <View extends Shown>(card: Card<View>, view: View): Message => ({
  kind: 'card',
  card: card.render(view),
  summary: view.fallback,
});

/** The card takes the place of the one that was tapped. */
export const inPlace = <View>(card: Card<View>, view: View, ...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'card', card: card.render(view) }, ...messages);

export const notice = (text: string, ...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'notice', text }, ...messages);

export const dialog = <View>(title: string, card: Card<View>, view: View): Reply =>
  replyToInvoke({ kind: 'dialog', title: title.slice(0, 60), card: card.render(view), height: 'large' });

/** A dialog cannot change the card behind it, so that what came of it is said by messages. */
export const closeDialog = (...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'dialog-closed', text: null }, ...messages);
