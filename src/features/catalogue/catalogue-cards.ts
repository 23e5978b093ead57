import { type Card, defineCard } from '../../cards/define-card';
import { exampleViews } from './catalogue-examples';
import type { CourseView, SharedCourseView } from './course-view';
import type { CoursesView } from './courses-view';
import type { HistoryView } from './history-view';

export const coursesCard = defineCard<CoursesView>({
  name: 'catalogue/courses',
  examples: exampleViews.courses,
});
export const courseCard = defineCard<CourseView>({ name: 'catalogue/course', examples: exampleViews.course });
export const historyCard = defineCard<HistoryView>({
  name: 'catalogue/history',
  examples: exampleViews.history,
});
export const sharedCourseCard = defineCard<SharedCourseView>({
  name: 'catalogue/shared-course',
  examples: exampleViews.sharedCourse,
});

/** Every card of the catalogue, for previews and the tests. */
export const catalogueCards: readonly Card<CoursesView | CourseView | HistoryView | SharedCourseView>[] = [
  coursesCard,
  courseCard,
  historyCard,
  sharedCourseCard,
];
