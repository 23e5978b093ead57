/** メンター・メンティ: pairs, check-ins that belong to the two, calls for help, goals. */
export { mentoringCards } from './mentoring-cards';
export type { MentoringNeeds } from './mentoring-needs';
export type { MentoringRequest } from './mentoring-request';
export { createMentoring, type Mentoring } from './mentoring-service';
export { seedSamplePairs } from './seed';
