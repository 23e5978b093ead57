import { type AnnouncementId, type ChannelId, type EmployeeId, employeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { type JobId, jobId, type Payload, type Priority } from '../../delivery';
import type { Person } from '../directory';
import { type Announcement, type Importance, isEmergency } from './announcement';
import { messageCard } from './message-card';
import { messageView, shownOf } from './message-view';

/** The messages of an announcement as the outbox takes them. */

export const KIND = 'announcement' as const;
export const jobOf = (id: AnnouncementId): JobId => jobId.parse(`announcement:${id}`);
/** Corrections and deletions, which are not held with the rest. */
export const changesJobOf = (id: AnnouncementId): JobId => jobId.parse(`announcement:${id}:changes`);

/** Names a person's message for good, in the outbox and in the budget. */
export const keyOf = (id: AnnouncementId, to: EmployeeId | ChannelId): string => `announcement:${id}:${to}`;

/** Whose message of an announcement a key names; null for a channel's, and for anything else. */
export const personIn = (dedupeKey: string): EmployeeId | null => {
  const to = /^announcement:[0-9a-f-]{36}:(.+)$/.exec(dedupeKey)?.[1];
  return employeeId.safeParse(to).data ?? null;
};

/** Of normal ones there are most, and nobody waits for them. */
export const PRIORITY_OF: Readonly<Record<Importance, Priority>> = {
  normal: 'low',
  important: 'normal',
  emergency: 'high',
};

export const hoursOf = (announcement: Announcement): 'any' | 'open' =>
  isEmergency(announcement) ? 'any' : 'open';

export const personalPayload = (
  announcement: Announcement,
  person: Pick<Person, 'name' | 'section'>,
  locale: Locale,
  confirmedAt: Date | null,
): Payload => ({
  kind: 'card',
  card: messageCard.name,
  view: messageView(shownOf(announcement), { person, confirmedAt, locale }, 'person'),
});

export const channelPayload = (announcement: Announcement): Payload => ({
  kind: 'card',
  card: messageCard.name,
  view: messageView(shownOf(announcement), { person: null, confirmedAt: null, locale: 'ja' }, 'channel'),
});
