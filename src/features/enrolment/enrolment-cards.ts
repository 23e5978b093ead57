import { defineCard } from '../../cards/define-card';
import { exampleLists, exampleSeats } from './enrolment-examples';
import type { ListView, SeatView } from './enrolment-views';

export const seatCard = defineCard<SeatView>({ name: 'enrolment/seat', examples: exampleSeats });
export const listCard = defineCard<ListView>({ name: 'enrolment/list', examples: exampleLists });
