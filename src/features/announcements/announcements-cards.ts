import { defineCard } from '../../cards/define-card';
import { announcementId, employeeId } from '../../core/ids';
import { type AudienceCount, EVERYBODY } from '../audience';
import type { Announcement, AnnouncementStatus } from './announcement';
import { announcementsTexts } from './announcements-texts';
import {
  type AnnouncementShown,
  type AnnouncementView,
  type AskView,
  announcementView,
  askView,
  type Standing,
} from './hr-views';
import {
  type ListView,
  listView,
  type ReceivedView,
  receivedView,
  type SettingsView,
  settingsView,
} from './list-view';
import { exampleContent, messageCard } from './message-card';
import { countStates, type Recipient } from './recipient';
import { type PeopleView, peopleView, type ReportView, reportView } from './report-view';

const hr = employeeId.parse('100066');
const admin = employeeId.parse('100062');
const at = new Date('2026-11-24T01:00:00Z');

const scheduled = { requestedBy: hr, approvedBy: admin, scheduledBy: admin, startsAt: at };
const started = { ...scheduled, startedAt: at };
const STATUSES: Readonly<Record<AnnouncementStatus['kind'], AnnouncementStatus>> = {
  draft: { kind: 'draft' },
  requested: { kind: 'requested', by: hr, at },
  scheduled: { kind: 'scheduled', ...scheduled },
  sending: { kind: 'sending', ...started },
  paused: { kind: 'paused', ...started },
  finished: { kind: 'finished', ...started, endedAt: at },
  cancelled: { kind: 'cancelled', ...started, endedAt: at, endedBy: hr },
  withdrawn: { kind: 'withdrawn', ...started, endedAt: at, endedBy: hr },
};

const example = (kind: AnnouncementStatus['kind']): Announcement => ({
  id: announcementId.parse('00000000-0000-4000-8000-000000000001'),
  content: exampleContent,
  audience: EVERYBODY,
  plan: {
    channels: [],
    toPeople: true,
    at: null,
    chases: true,
    managersSee: true,
    repeat: 'never',
    repeatOn: 1,
    skipped: null,
    offerings: [],
  },
  status: STATUSES[kind],
  createdBy: hr,
  editedBy: hr,
  issue: null,
  corrections: 0,
  correctedAt: null,
  correction: null,
});

const count: AudienceCount = { total: 468, notInTeams: 38, onLeave: 6, unknown: 2, bySection: [] };

const exampleRecipients: readonly Recipient[] = Array.from({ length: 60 }, (_, index) => ({
  employee: employeeId.parse(String(100_001 + index)),
  section: ['市民課', '税務課', '第一保育園', '下水道課'][index % 4] ?? '市民課',
  state: index % 13 === 0 ? 'not-in-teams' : index % 11 === 0 ? 'unreachable' : 'sent',
  delivery: null,
  error: index % 11 === 0 ? 'not-installed' : null,
  possiblyDoubled: index === 5,
  endedAt: at,
  confirmedAt: index % 3 === 0 ? null : at,
  reactedAt: null,
  leftOn: null,
}));

const standing: Standing = {
  counts: { ...countStates([]), waiting: 130, sent: 290, 'not-in-teams': 38, 'on-leave': 6, unreachable: 4 },
  confirmed: 121,
  posts: { sent: 1, all: 1 },
  changesOpen: 0,
  changesLost: 0,
  later: { count: 41, until: new Date('2026-11-26T01:00:00Z') },
};

const shown = (kind: AnnouncementStatus['kind'], more: Partial<AnnouncementShown> = {}): AnnouncementView =>
  announcementView(
    {
      announcement: example(kind),
      viewer: { id: admin },
      count,
      standing: null,
      channels: ['全庁連絡 / 一般'],
      problems: [],
      wouldStartAt: at,
      nameOf: () => '渡辺 美咲',
      note: null,
      ...more,
    },
    'ja',
  );

export const announcementCard = defineCard<AnnouncementView>({
  name: 'announcements/announcement',
  examples: {
    draft: shown('draft'),
    problems: shown('draft', { problems: ['対象が0人です。'] }),
    requested: shown('requested', {
      note: '渡辺 美咲さんから、お知らせの承認のお願いです。下の見え方を確かめてください。',
    }),
    sending: shown('sending', { count: null, standing }),
    paused: shown('paused', { count: null, standing }),
    finished: shown('finished', { count: null, standing: { ...standing, later: null } }),
    progress: shown('sending', { count: null, standing, note: announcementsTexts('ja').progressNote }),
    withdrawn: shown('withdrawn', {
      count: null,
      standing: { ...standing, changesOpen: 12, changesLost: 3 },
    }),
  },
});

export const askCard = defineCard<AskView>({
  name: 'announcements/ask',
  examples: {
    send: askView(
      example('draft'),
      {
        heading: '「情報セキュリティ研修の受講について」を送りますか',
        lines: ['468人に送ります。', 'Teamsで届かない人 38人（紙などで伝えてください）'],
        yes: { label: '送る', verb: 'announcements.send', style: 'positive' },
      },
      'ja',
    ),
    withdraw: askView(
      example('finished'),
      {
        heading: '取り下げますか',
        lines: ['取り消しはできません。'],
        yes: { label: '取り下げる', verb: 'announcements.withdraw', style: 'destructive' },
      },
      'ja',
    ),
    noWay: askView(example('draft'), { heading: '送りますか', lines: ['…'], yes: null }, 'en'),
  },
});

export const listCard = defineCard<ListView>({
  name: 'announcements/list',
  examples: {
    empty: listView([], { page: 0, last: 0 }, 'ja'),
    filled: listView(
      [
        { announcement: example('sending'), confirmed: { confirmed: 121, sent: 290 } },
        { announcement: example('draft'), confirmed: null },
        { announcement: example('scheduled'), confirmed: null },
      ],
      { page: 0, last: 1 },
      'ja',
    ),
  },
});

export const reportCard = defineCard<ReportView>({
  name: 'announcements/report',
  examples: {
    report: reportView(
      example('finished'),
      exampleRecipients,
      { page: 0, fileUrl: 'https://ikusei.example.jp/files/x' },
      'ja',
    ),
  },
});

export const peopleCard = defineCard<PeopleView>({
  name: 'announcements/people',
  examples: {
    unconfirmed: peopleView(
      example('finished'),
      exampleRecipients,
      { filter: 'unconfirmed', page: 0, nameOf: () => '裾野 花子' },
      'ja',
    ),
    unreachable: peopleView(
      example('finished'),
      exampleRecipients,
      { filter: 'unreachable', page: 0, nameOf: () => null },
      'en',
    ),
  },
});

export const receivedCard = defineCard<ReceivedView>({
  name: 'announcements/received',
  examples: {
    some: receivedView(
      [
        { id: example('finished').id, title: exampleContent.ja.title, at, confirmed: false },
        { id: example('finished').id, title: 'コンプライアンス通信', at, confirmed: null },
        { id: example('finished').id, title: '年末調整について', at, confirmed: true },
      ],
      'ja',
    ),
    none: receivedView([], 'en'),
  },
});

export const settingsCard = defineCard<SettingsView>({
  name: 'announcements/settings',
  examples: {
    admin: settingsView('all-staff', { isAdmin: true, note: null }, 'ja'),
    editor: settingsView('always', { isAdmin: false, note: null }, 'en'),
  },
});

export const announcementsCards = {
  message: messageCard,
  announcement: announcementCard,
  ask: askCard,
  list: listCard,
  report: reportCard,
  people: peopleCard,
  received: receivedCard,
  settings: settingsCard,
};
