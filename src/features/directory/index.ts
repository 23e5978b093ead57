export { createDirectory, type Directory } from './directory';
export { type Employment, isHr, type LeaveKind, type Level, type Person, type Role } from './person';
export type { Scene } from './scene';
