/** 「ありがとう」 from one colleague to another; shared wider only where both want it, and counted nowhere. */
export { thanksCards } from './thanks-cards';
export type { ThanksNeeds } from './thanks-needs';
export { createThanks, type ThanksFeature } from './thanks-service';
