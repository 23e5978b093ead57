/** はじめの設定: who is answered and written to before the publish date, and the one welcome after it. */
export { createLaunchGate, type LaunchGate, NOT_LIVE } from './gate';
export type { LaunchNeeds } from './launch-needs';
export { createLaunch, type Launch } from './launch-service';
export { launchCard } from './launch-view';
export { mayPublish, REQUIRED_DESKS, type Readiness, type RequiredDesk } from './readiness';
export { welcomeCard } from './welcome-card';
export { createWelcomes, type WelcomeNeeds, type Welcomes } from './welcomes';
