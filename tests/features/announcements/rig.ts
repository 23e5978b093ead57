import { randomUUID } from 'node:crypto';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { dayOf } from '../../../src/core/calendar/day';
import {
  type AadObjectId,
  type AnnouncementId,
  aadObjectId,
  announcementId,
  channelId,
  type EmployeeId,
  employeeId,
} from '../../../src/core/ids';
import type { Reply } from '../../../src/core/turn';
import type { Store } from '../../../src/db/open';
import { createOutbox } from '../../../src/delivery';
import { createAnnouncements } from '../../../src/features/announcements';
import type { AnnouncementSettings } from '../../../src/features/announcements/announcement';
import { findAnnouncement, insertAnnouncement } from '../../../src/features/announcements/announcement-store';
import { saveApprovalPolicy } from '../../../src/features/announcements/approval';
import { recipientsOf } from '../../../src/features/announcements/recipient-store';
import { EVERYBODY } from '../../../src/features/audience';
import { createAudit } from '../../../src/features/audit';
import { createDirectory, type Scene } from '../../../src/features/directory';
import type { Employee } from '../../../src/features/records';

export const HR = employeeId.parse('900001');
export const OTHER_HR = employeeId.parse('900002');
/** 2026-11-24 (Tuesday) 10:00 in Tokyo. */
export const TEN = new Date('2026-11-24T01:00:00Z');

export const accountOf = (employee: string): AadObjectId =>
  aadObjectId.parse(`00000000-0000-4000-8000-000000${employee}`);

const employee = (id: EmployeeId, more: Partial<Employee> = {}): Employee =>
  ({
    id,
    aadObjectId: accountOf(id),
    name: `見本${id}`,
    section: '市民課',
    manages: [],
    roles: [],
    deputyOf: null,
    leaveKind: null,
    birthDate: null,
    hiredOn: null,
    concurrentSection: null,
    weeklyHours: null,
    employment: null,
    ...more,
  }) as unknown as Employee;

export const rosterOf = (count: number): Employee[] => [
  employee(HR, { roles: ['hr_editor', 'hr_admin'] }),
  employee(OTHER_HR, { roles: ['hr_editor', 'hr_admin'] }),
  ...Array.from({ length: count }, (_, n) => employee(employeeId.parse(String(100_001 + n)))),
];

export const settings = (changes: Partial<AnnouncementSettings['content']> = {}): AnnouncementSettings => ({
  content: {
    ja: { title: '停電について', body: '土曜日に停電します。' },
    en: { title: '', body: '' },
    importance: 'normal',
    picture: null,
    buttons: [],
    asksConfirmation: true,
    ...changes,
  },
  audience: { ...EVERYBODY, except: [HR, OTHER_HR] },
  plan: {
    channels: [],
    toPeople: true,
    at: null,
    chases: false,
    managersSee: false,
    repeat: 'never',
    repeatOn: 1,
    skipped: null,
    offerings: [],
  },
});

/** The feature on a store of the test's, with a roster that the test changes; no second person is needed. */
export async function createAnnouncementsRig(store: Store, count: number, at: Date = TEN) {
  let roster: readonly Employee[] = rosterOf(count);
  let now = at;
  const clock = { now: () => now };
  const outbox = createOutbox(clock, () => undefined);
  const directory = createDirectory(
    async () => roster,
    async () => new Map(),
  );
  const nothing = { find: async () => [], show: async () => null };
  const announcements = createAnnouncements({
    store,
    outbox,
    directory,
    roster: directory,
    audit: createAudit(),
    calendar: () => createBusinessCalendar([]),
    courses: nothing,
    faqs: nothing,
    campaigns: nothing,
    isLive: async () => true,
    openOfferings: async () => [],
    publicUrl: () => 'http://127.0.0.1',
    newId: () => announcementId.parse(randomUUID()),
    newChannelId: () => channelId.parse(randomUUID()),
  });
  await store.write((tx) => saveApprovalPolicy(tx, 'never'));

  async function sceneOf(as: EmployeeId): Promise<Scene> {
    const today = dayOf(now);
    const person = await directory.byId(store.db, as, today);
    if (person === null) throw new Error(`${as} is not in the roster`);
    const turn = { activityId: randomUUID(), conversationId: 'c', personal: true };
    return { person, now, today, locale: 'ja', turn };
  }

  const tap = async (as: EmployeeId, verb: string, data: object): Promise<Reply> =>
    announcements.act(await sceneOf(as), `announcements.${verb}`, data);

  return {
    store,
    clock,
    outbox,
    announcements,
    tap,
    set: (to: Date): void => {
      now = to;
    },
    leave: (gone: readonly string[]): void => {
      roster = roster.filter(({ id }) => !gone.includes(id));
    },
    /** Of a person in the roster. */
    change: (id: string, more: Partial<Employee>): void => {
      roster = roster.map((one) => (one.id === id ? { ...one, ...more } : one));
    },
    async draft(changes: Partial<AnnouncementSettings['content']> = {}): Promise<AnnouncementId> {
      const id = announcementId.parse(randomUUID());
      const made = { ...settings(changes), id, createdBy: HR, issue: null };
      await store.write((tx) => insertAnnouncement(tx, made, now));
      return id;
    },
    /** A correction of the text, through the dialog. */
    async correct(id: AnnouncementId, body: string): Promise<Reply> {
      const data = { verb: 'announcements.saveCorrection', id, f_titleJa: '停電について', f_bodyJa: body };
      return announcements.submitDialog(await sceneOf(HR), data);
    },
    /** Who has left the roster can tap no more. */
    async confirm(id: AnnouncementId, as: string): Promise<void> {
      if (roster.some((one) => one.id === as)) await tap(employeeId.parse(as), 'confirm', { id });
    },
    state: async (id: AnnouncementId) => (await findAnnouncement(store.db, id))?.status.kind,
    recipients: (id: AnnouncementId) => recipientsOf(store.db, id),
  };
}

export type AnnouncementsRig = Awaited<ReturnType<typeof createAnnouncementsRig>>;
