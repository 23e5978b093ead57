/** Who something is for: a rule as data, read by campaigns and announcements. */
export {
  AUDIENCE_ROLES,
  type AudienceRule,
  audienceRule,
  EVERYBODY,
  type Fit,
  fitOf,
  inAudience,
  type Range,
  yearOfService,
} from './audience';
export { type AudienceCount, countAudience, isReachable, type SectionCount } from './audience-count';
export { audienceFields, readAudience, typedAudience } from './audience-form';
export { audienceFormTexts } from './audience-form-texts';
export { audienceTexts } from './audience-texts';
export { describeAudience } from './describe-audience';
