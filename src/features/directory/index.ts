export type { Authority } from './authority';
export {
  createDirectory,
  type Directory,
  type GrantedRole,
  type Nominee,
  type StandingGrants,
} from './directory';
export { type Employment, isHr, type LeaveKind, type Level, type Person, type Role } from './person';
export type { Scene } from './scene';
