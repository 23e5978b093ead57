import { defineCard } from '../../cards/define-card';
import { createBusinessCalendar } from '../../core/calendar/business-calendar';
import { day } from '../../core/calendar/day';
import { campaignId, employeeId } from '../../core/ids';
import type { AudienceCount } from '../audience';
import type { Campaign, CampaignStatus } from './campaign';
import { type CampaignView, campaignView, countLines } from './campaign-views';
import { campaignsTexts } from './campaigns-texts';
import { defaultSettings } from './default-settings';
import { type ImportedView, type ImportView, importedView, importView } from './import-views';
import { itemView } from './item-view';
import { type ListView, listView } from './list-view';
import { type MeetingsView, meetingsView } from './meetings-view';
import { type AskView, askView, type PreviewView, previewView } from './preview-views';
import { TEMPLATE_IDS, type TemplateId } from './templates';

const calendar = createBusinessCalendar([]);
const today = day.parse('2026-11-24');
const hr = employeeId.parse('100066');
const at = new Date('2026-11-24T01:00:00Z');

const example = (template: TemplateId, kind: CampaignStatus['kind'] = 'draft'): Campaign => {
  const started = { startedBy: hr, startedAt: at };
  const statuses: Record<CampaignStatus['kind'], CampaignStatus> = {
    draft: { kind: 'draft' },
    scheduled: { kind: 'scheduled', ...started },
    running: { kind: 'running', ...started, openedAt: at },
    paused: { kind: 'paused', ...started, openedAt: at },
    ended: { kind: 'ended', endedBy: hr, endedAt: at },
  };
  return {
    ...defaultSettings(template, 2026, calendar),
    id: campaignId.parse('00000000-0000-4000-8000-000000000001'),
    opensOn: day.parse('2026-11-24'),
    dueOn: day.parse('2026-12-18'),
    link: 'https://logoform.example.jp/form/abcd',
    status: statuses[kind],
    createdBy: hr,
    copiedFrom: null,
  };
};

const exampleCount: AudienceCount = {
  total: 468,
  notInTeams: 38,
  onLeave: 6,
  unknown: 2,
  bySection: [
    { section: '第一保育園', total: 21, notInTeams: 9 },
    { section: '市民課', total: 18, notInTeams: 0 },
    { section: '税務課', total: 16, notInTeams: 1 },
  ],
};
const nothingMore = { facts: [], dialogs: [], lines: [], note: null };

export const listCard = defineCard<ListView>({
  name: 'campaigns/list',
  examples: {
    empty: listView([], ['self_assessment', 'submission'], 0, 'ja'),
    filled: listView(
      [example('self_assessment', 'running'), example('age_60'), example('exchange_meeting', 'ended')],
      TEMPLATE_IDS.filter((id) => id !== 'stress_check'),
      0,
      'ja',
    ),
    pages: listView(Array(20).fill(example('submission', 'ended')), ['submission'], 1, 'en'),
  },
});

export const campaignCard = defineCard<CampaignView>({
  name: 'campaigns/campaign',
  examples: {
    draft: campaignView(
      {
        campaign: example('self_assessment'),
        count: exampleCount,
        progress: null,
        problems: [],
        ...nothingMore,
      },
      'ja',
    ),
    problems: campaignView(
      {
        campaign: { ...example('self_assessment'), link: null },
        count: exampleCount,
        progress: null,
        problems: [campaignsTexts('ja').problemLink],
        ...nothingMore,
      },
      'ja',
    ),
    running: campaignView(
      {
        campaign: example('self_assessment', 'running'),
        count: null,
        progress: { done: 121, all: 468 },
        problems: [],
        ...nothingMore,
        note: campaignsTexts('ja').started,
      },
      'ja',
    ),
    ended: campaignView(
      {
        campaign: example('course_call', 'ended'),
        count: null,
        progress: { done: 0, all: 468 },
        problems: [],
        ...nothingMore,
      },
      'en',
    ),
  },
});

const exampleItem = (template: TemplateId, locale: 'ja' | 'en') =>
  itemView({
    campaign: example(template, 'running'),
    member: { kind: 'open' },
    lines: [],
    today,
    calendar,
    locale,
  });

export const askCard = defineCard<AskView>({
  name: 'campaigns/ask',
  examples: {
    start: askView(
      example('self_assessment'),
      'start',
      {
        text: campaignsTexts('ja').askStartNow(468),
        lines: countLines(exampleCount, 'ja'),
        preview: exampleItem('self_assessment', 'ja'),
      },
      'ja',
    ),
    end: askView(
      example('submission', 'running'),
      'end',
      { text: campaignsTexts('en').askEndText, lines: [], preview: null },
      'en',
    ),
  },
});

export const previewCard = defineCard<PreviewView>({
  name: 'campaigns/preview',
  examples: {
    preview: previewView(exampleItem('self_assessment', 'ja'), 'preview', 'ja'),
    test: previewView(exampleItem('stress_check', 'ja'), 'test', 'ja'),
    english: previewView(exampleItem('age_60', 'en'), 'preview', 'en'),
  },
});

export const importCard = defineCard<ImportView>({
  name: 'campaigns/import',
  examples: { waiting: importView(example('self_assessment', 'running'), 'ja') },
});

export const importedCard = defineCard<ImportedView>({
  name: 'campaigns/imported',
  examples: {
    partly: importedView(
      {
        campaign: example('self_assessment', 'running'),
        importId: '00000000-0000-4000-8000-000000000002',
        recorded: 120,
        already: 14,
        unmatched: [
          { line: 5, given: '999999', reason: 'not-in-roster' },
          { line: 9, given: 'x@example.jp', reason: 'not-in-audience' },
        ],
        undone: false,
        file: 'https://example.jp/files/abc',
      },
      'ja',
    ),
    undone: importedView(
      {
        campaign: example('self_assessment', 'running'),
        importId: '00000000-0000-4000-8000-000000000002',
        recorded: 120,
        already: 0,
        unmatched: [],
        undone: true,
        file: null,
      },
      'en',
    ),
  },
});

export const meetingsCard = defineCard<MeetingsView>({
  name: 'campaigns/meetings',
  examples: {
    filled: meetingsView(
      {
        id: example('appraisal').id,
        rows: [
          { employee: hr, name: '見本田 さくら', day: null, stand: { kind: 'none' } },
          {
            employee: employeeId.parse('100067'),
            name: '例山 健太',
            day: day.parse('2026-11-20'),
            stand: { kind: 'asks-employee', said: { day: day.parse('2026-11-20'), at } },
          },
          {
            employee: employeeId.parse('100068'),
            name: '試木 勝',
            day: day.parse('2026-11-19'),
            stand: { kind: 'asks-evaluator', said: { day: day.parse('2026-11-18'), at } },
          },
        ],
        page: 0,
        notice: null,
      },
      'ja',
    ),
    nobody: meetingsView({ id: example('appraisal').id, rows: [], page: 0, notice: null }, 'en'),
  },
});

export const campaignsCards = {
  list: listCard,
  campaign: campaignCard,
  ask: askCard,
  preview: previewCard,
  importing: importCard,
  imported: importedCard,
  meetings: meetingsCard,
};
