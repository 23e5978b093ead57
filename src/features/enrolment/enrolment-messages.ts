import type { Message } from '../../core/turn';
import type { Scene } from '../directory';
import type { Course } from '../records';
import { listCard, seatCard } from './enrolment-cards';
import { enrolmentTexts } from './enrolment-texts';
import { type ButtonView, button, type ListView, type SeatView } from './enrolment-views';

export type CardMessage = Extract<Message, { kind: 'card' }>;

export const seatMessage = (view: SeatView): CardMessage => ({
  kind: 'card',
  card: seatCard.render(view),
  summary: view.fallback,
});
export const listMessage = (view: ListView): CardMessage => ({
  kind: 'card',
  card: listCard.render(view),
  summary: view.fallback,
});

export const detailsButton = (course: Course, label: string): ButtonView =>
  button(label, 'catalogue.course', { id: course.id });

/** How one gets to courses from here. */
export const waysOn = ({ locale }: Scene): ButtonView[] => {
  const t = enrolmentTexts(locale);
  return [
    button(t.forMe, 'catalogue.recommend', { query: { forMe: true } }),
    button(t.allCourses, 'catalogue.list', { query: {} }),
  ];
};
