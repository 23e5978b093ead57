/** お知らせ: what HR tells an audience, and that it did. */
export { aboutCard } from './about-view';
export { announcementsCards } from './announcements-cards';
export type { AnnouncementsNeeds, OpenOffering, Target } from './announcements-needs';
export { type Announcements, createAnnouncements } from './announcements-service';
export type { SeenChannel } from './channel-store';
