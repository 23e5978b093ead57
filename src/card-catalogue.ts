import type { Card, ViewValue } from './cards/define-card';

/** A card whose view came back from the outbox or an example: checked by the template's placeholders when it is rendered. */
export type AnyCard = Card<{ readonly [key: string]: ViewValue }>;

/** Every card of the product, for the outbox, the previews and the tests. */
export const allCards: readonly AnyCard[] = [];
