/** What HR asks people at once: polls under one's name (安否・参集), and surveys that know no name. */
export { pollsCards } from './polls-cards';
export type { PollsNeeds } from './polls-needs';
export { createPolls, type Polls } from './polls-service';
