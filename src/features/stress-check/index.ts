/** The stress check (労働安全衛生法 第66条の10): its rules, what is promised, rates that reveal nobody, and nothing of results. */
export { startProblems } from './protocol';
export {
  boundsOfRate,
  LEAST_GROUP,
  type Placed,
  type Publication,
  type PublishedGroup,
  publish,
  type Rate,
  rateOf,
} from './rates';
export { ratesTexts } from './rates-texts';
export type { StressCheckNeeds } from './stress-check-access';
export { stressCheckCards } from './stress-check-examples';
export { createStressCheck, type StressCheck } from './stress-check-service';
export { stressCheckTexts } from './stress-check-texts';
export { readTakenFile } from './taken-file';
export { ordersIn } from './wording';
