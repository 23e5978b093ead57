import { defineCard } from '../../cards/define-card';
import { type FileView, fileView } from './file-view';
import { type MembersView, membersView } from './members-view';
import { type OverviewRow, type OverviewView, overviewView } from './overview-view';
import {
  calendar,
  campaign,
  manager,
  nameOf,
  person,
  placed,
  seenBy,
  talk,
  today,
} from './progress-examples';
import { progressTexts } from './progress-texts';
import { type RecordView, recordView } from './record-view';
import { type SectionsView, sectionsView } from './sections-view';

const card = campaign('職員証の更新届');
const late = campaign('ハラスメント防止研修の受講報告', 'submission', '2026-12-08');
const hr = person();
const own = placed.filter(({ section, standing }) => section === '市民課' && standing.kind === 'owes');
const row = (seen: OverviewRow['seen'], more: Partial<OverviewRow> = {}): OverviewRow => ({
  seen,
  mayTalk: false,
  mayUntalk: false,
  talked: '',
  ...more,
});
const around = { page: 0, note: null, today, calendar };

export const overviewCard = defineCard<OverviewView>({
  name: 'progress/overview',
  examples: {
    hr: overviewView(
      {
        ...around,
        purpose: 'progress',
        rows: [
          row(seenBy(hr, card)),
          row(seenBy(hr, late, placed.slice(0, 40))),
          row(seenBy(hr, campaign('自己申告書', 'self_assessment'), placed.slice(0, 6))),
        ],
      },
      'ja',
    ),
    section: overviewView(
      {
        ...around,
        purpose: 'section',
        note: progressTexts('ja').talkNotice,
        rows: [
          row(seenBy(manager, card, own), { mayTalk: true }),
          row(seenBy(manager, late, own.slice(0, 2)), {
            mayUntalk: true,
            talked: progressTexts('ja').talked('試橋 正樹', '12/14(月)'),
          }),
          row(seenBy(manager, campaign('服務の誓約書'), [])),
        ],
      },
      'ja',
    ),
    record: overviewView(
      { ...around, purpose: 'record', rows: Array(6).fill(row(seenBy(hr, card))), page: 1 },
      'en',
    ),
  },
});

const sections = { nameOf, talks: new Map([[talk.section, talk]]), mayPrint: true, today, calendar };
export const sectionsCard = defineCard<SectionsView>({
  name: 'progress/sections',
  examples: {
    running: sectionsView({ ...sections, seen: seenBy(hr, card), page: 0 }, 'ja'),
    overdue: sectionsView({ ...sections, seen: seenBy(hr, late), page: 1 }, 'ja'),
    nobody: sectionsView({ ...sections, seen: seenBy(hr, card, []), page: 0 }, 'en'),
  },
});

const list = { nameOf, mayPrint: true, section: '', page: 0 };
export const membersCard = defineCard<MembersView>({
  name: 'progress/members',
  examples: {
    hr: membersView({ ...list, seen: seenBy(hr, card), filter: 'all' }, 'ja'),
    owes: membersView({ ...list, seen: seenBy(hr, card), filter: 'owes', section: '第一保育園' }, 'en'),
    section: membersView({ ...list, seen: seenBy(manager, card, own), filter: 'owes' }, 'ja'),
    nobody: membersView({ ...list, seen: seenBy(manager, card, []), filter: 'owes' }, 'ja'),
  },
});

const recording = { campaign: card, title: card.title, section: '', page: 0, note: null, nameOf };
const recorded = placed.filter(({ standing }) => standing.kind === 'done' && standing.by === 'proxy');
export const recordCard = defineCard<RecordView>({
  name: 'progress/record',
  examples: {
    section: recordView(
      { ...recording, open: own, recorded: recorded.filter(({ section }) => section === '市民課') },
      'ja',
    ),
    hr: recordView(
      { ...recording, open: placed.filter(({ standing }) => standing.kind === 'owes'), recorded },
      'ja',
    ),
    nobody: recordView({ ...recording, open: [], recorded: [] }, 'en'),
  },
});

export const fileCard = defineCard<FileView>({
  name: 'progress/file',
  examples: {
    csv: fileView(
      {
        heading: '職員証の更新届　未提出',
        text: '31人分のCSVを用意しました。Excelでそのまま開けます。',
        hint: null,
        url: 'https://ikusei.example.jp/files/abc',
      },
      'ja',
    ),
    sheet: fileView(
      {
        heading: '職員証の更新届',
        text: 'Sheets for 12 people in 4 sections are ready.',
        hint: 'Print with the browser.',
        url: 'https://ikusei.example.jp/files/abc',
      },
      'en',
    ),
  },
});

export const progressCards = {
  overview: overviewCard,
  sections: sectionsCard,
  members: membersCard,
  record: recordCard,
  file: fileCard,
};
