export { createDirectory, type Directory } from './directory';
export { isHr, type Level, type Person, type Role } from './person';
export type { Scene } from './scene';
