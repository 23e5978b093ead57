export {
  createLaunch,
  type Launch,
  launchCard,
  REQUIRED_DESKS,
  type Readiness,
  type RequiredDesk,
} from './launch-service';
