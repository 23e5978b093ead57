import { day } from '../../core/calendar/day';
import { campaignId, employeeId } from '../../core/ids';
import { EVERYBODY } from '../audience';
import { type Campaign, type StressCheckProtocol, stressCheckProtocol } from '../campaigns';
import { publish } from './rates';
import {
  type AboutView,
  type AskView,
  aboutView,
  askView,
  define,
  type ManageView,
  manageView,
  type ProtocolView,
  protocolView,
  type RatesView,
  ratesView,
} from './stress-check-cards';
import { stressCheckTexts } from './stress-check-texts';

const id = campaignId.parse('00000000-0000-4000-8000-000000000001');
const filled: StressCheckProtocol = {
  implementer: '例山 健太',
  profession: 'public_health_nurse',
  clerks: '例田 真由美（健康推進課）',
  deliberatedOn: day.parse('2026-07-10'),
  noDisadvantage: true,
  whoSeesWhat: stressCheckTexts('ja').protocol.whoSeesWhatDefault,
  interviewContact:
    '健康推進課 健康相談室（内線は見本です）へ、結果を受け取ってから1か月以内にお申し出ください。',
};
const campaign: Campaign = {
  id,
  title: '令和8年度 ストレスチェック',
  fiscalYear: 2026,
  audience: EVERYBODY,
  opensOn: day.parse('2026-08-03'),
  dueOn: day.parse('2026-08-31'),
  link: 'https://example.jp/',
  cadence: { opening: true, before: [7, 1], onDueDay: false, overdue: null },
  texts: { ja: { title: '', body: '' }, en: { title: '', body: '' } },
  managerView: 'nothing',
  escalateAfter: null,
  specific: { template: 'stress_check', protocol: filled },
  status: { kind: 'ended', endedBy: employeeId.parse('100216'), endedAt: new Date('2026-09-01T01:00:00Z') },
  createdBy: employeeId.parse('100216'),
  copiedFrom: null,
};
const people = ['市民課', '税務課'].flatMap((section, of) =>
  Array.from({ length: 24 }, (_, index) => ({
    employee: `${of}-${index}`,
    department: '市民部',
    section,
    taken: index % 4 > 0,
  })),
);
const rates = (locale: 'ja' | 'en', groups = publish(people, 10).groups): RatesView =>
  ratesView({ campaign, groups, least: 10, page: 0, locale });
const at = new Date('2026-09-15T01:00:00Z');
const t = stressCheckTexts('ja');

export const protocolCard = define<ProtocolView>('protocol', {
  empty: protocolView(id, stressCheckProtocol.parse({}), [], 'ja'),
  filled: protocolView(id, filled, [t.protocol.notADay], 'ja'),
});
export const aboutCard = define<AboutView>('about', {
  ja: aboutView(campaign.title, filled, 'ja'),
  en: aboutView('Stress check', filled, 'en'),
});
export const ratesCard = define<RatesView>('rates', {
  ja: rates('ja'),
  en: rates('en'),
  none: rates('ja', []),
});
export const manageCard = define<ManageView>('manage', {
  ended: manageView([{ campaign, published: null, noticedAt: null }], null, 'ja'),
  done: manageView([{ campaign, published: { at, least: 10 }, noticedAt: at }], t.protocol.saved, 'en'),
  none: manageView([], null, 'ja'),
});
export const askCard = define<AskView>('ask', {
  publish: askView(id, { kind: 'publish' }, 'ja'),
  notice: askView(
    id,
    {
      kind: 'notice',
      count: 471,
      lines: [t.notice.title, t.notice.how(filled.interviewContact), t.notice.passes],
    },
    'ja',
  ),
});
export const stressCheckCards = {
  protocol: protocolCard,
  about: aboutCard,
  rates: ratesCard,
  manage: manageCard,
  ask: askCard,
} as const;
