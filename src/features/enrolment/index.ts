/** 研修の申込み: applying for offerings and withdrawing, one's own applications, and what is told of them. */

export { calendarFile } from './calendar-file';
export { parseEnrolmentAction } from './enrolment-actions';
export { listCard, seatCard } from './enrolment-cards';
export type { EnrolmentNeeds } from './enrolment-needs';
export type { EnrolmentRequest } from './enrolment-request';
export { createEnrolments, type Enrolments } from './enrolment-service';
export { managersOf } from './managers';
