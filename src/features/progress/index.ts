/** How far what HR asked of people is: figures, names, files, paper, recording for others, and who speaks to whom. */
export { progressCards } from './progress-cards';
export type { ProgressNeeds } from './progress-needs';
export { createProgress, type Progress } from './progress-service';
export { type Bar, barOf } from './view-parts';
