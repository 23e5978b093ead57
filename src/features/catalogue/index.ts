/** Courses and their offerings, recommendations, and one's own training history (研修履歴). */

export { canApply, type OfferingNow, offeringNow, type SeatsTaken } from './application';
export { type CatalogueAction, parseCatalogueAction } from './catalogue-actions';
export { catalogueCards } from './catalogue-cards';
export { audienceText, lineText, whenText } from './catalogue-phrases';
export {
  type Catalogue,
  type CatalogueAnswer,
  type CatalogueNeeds,
  createCatalogue,
  type PersonalAnswer,
} from './catalogue-service';
export { type CatalogueData, courseTitle, isSelfPaced } from './course';
export { type CourseMatch, type CourseScores, matchByIndex, matchBySubstring } from './course-match';
export { type CourseQuery, compact } from './course-query';
export type { CourseReading } from './course-reader';
export { everythingToCome, type FoundCourse } from './course-search';
export { COURSE_NOUN, has } from './course-words';
export { recommend } from './courses-for-me';
export { COURSES_A_PAGE } from './courses-view';
export type { OwnSeat, OwnSeats } from './own-seats';
export type { PersonalQuery } from './personal-query';
export { type TargetMiss, targetMisses } from './target';
