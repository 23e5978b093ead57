/** 「ありがとう」 from one colleague to another; shared wider only where both want it, and counted nowhere. */
export { thanksCards } from './thanks-cards';
export { createThanks, type ThanksFeature, type ThanksNeeds } from './thanks-service';
