/** Courses and their offerings, recommendations, and one's own training history (研修履歴). */

export type { SeatsTaken } from './application';
export { catalogueCards } from './catalogue-cards';
export {
  type Catalogue,
  type CatalogueAnswer,
  type CatalogueNeeds,
  createCatalogue,
  type PersonalAnswer,
} from './catalogue-service';
export { type CatalogueData, courseTitle } from './course';
export { type CourseMatch, type CourseScores, matchByIndex, matchBySubstring } from './course-match';
export type { CourseQuery } from './course-query';
export type { CourseReading } from './course-reader';
export type { PersonalQuery } from './personal-query';
