import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { stepsOf } from '../../../src/core/calendar/cadence';
import { day } from '../../../src/core/calendar/day';
import { fiscalYearOf } from '../../../src/core/calendar/fiscal-year';
import type { CampaignSettings } from '../../../src/features/campaigns/campaign';
import {
  afterFirstPage,
  asNextInterview,
  defaultSettings,
} from '../../../src/features/campaigns/default-settings';
import { CADENCES } from '../../../src/features/campaigns/form-fields';
import { APPRAISAL_STAGES, type AppraisalStage } from '../../../src/features/campaigns/specific';

const calendar = createBusinessCalendar([]);

/** An appraisal as HR gets it when they choose the interview and type nothing else. */
function interview(fiscalYear: number, stage: AppraisalStage, half: 'first' | 'second'): CampaignSettings {
  // As on the first day of the 年度: every interview lies ahead.
  const proposed = {
    ...defaultSettings('appraisal', fiscalYear, calendar),
    opensOn: day.parse('2000-04-01'),
  };
  const specific = { template: 'appraisal' as const, stage, half };
  return afterFirstPage(proposed, { ...proposed, specific }, calendar);
}

it.each([
  ['beginning', 'first', '2026-04-01', '2026-05-29', '令和8年度上半期 人事評価の期首面談'],
  ['middle', 'first', '2026-07-01', '2026-07-31', '令和8年度上半期 人事評価の中間面談'],
  ['end', 'first', '2026-09-01', '2026-09-30', '令和8年度上半期 人事評価の期末面談'],
  ['beginning', 'second', '2026-10-01', '2026-11-30', '令和8年度下半期 人事評価の期首面談'],
  ['middle', 'second', '2027-01-04', '2027-01-29', '令和8年度下半期 人事評価の中間面談'],
  ['end', 'second', '2027-03-01', '2027-03-31', '令和8年度下半期 人事評価の期末面談'],
] as const)('results cycle half-yearly: %s of the %s half', (stage, half, opensOn, dueOn, title) => {
  const { texts, ...settings } = interview(2026, stage, half);
  expect(settings).toMatchObject({ opensOn, dueOn, title });
  expect(texts.ja.title).toBe(title.split(' ')[1]);
});

it('in every 年度 an interview opens and is due on open days of its own half', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2020, max: 2090 }),
      fc.constantFrom(...APPRAISAL_STAGES),
      fc.constantFrom('first' as const, 'second' as const),
      (fiscalYear, stage, half) => {
        const { opensOn, dueOn } = interview(fiscalYear, stage, half);
        expect(opensOn < dueOn).toBe(true);
        for (const on of [opensOn, dueOn]) {
          expect(calendar.isOpenDay(on)).toBe(true);
          expect(fiscalYearOf(on)).toBe(fiscalYear);
          const month = Number(on.slice(5, 7));
          expect(month >= 4 && month <= 9).toBe(half === 'first');
        }
      },
    ),
  );
});

it.each([
  ['2026-04-01', '令和8年度上半期 人事評価の期首面談', '2026-05-29'],
  ['2026-08-03', '令和8年度上半期 人事評価の期末面談', '2026-09-30'],
  ['2026-12-17', '令和8年度下半期 人事評価の中間面談', '2027-01-29'],
  ['2027-03-31', '令和8年度下半期 人事評価の期末面談', '2027-03-31'],
])('on %s the one that comes next is proposed: %s', (today, title, dueOn) => {
  const settings = defaultSettings('appraisal', 2026, calendar);
  expect(asNextInterview(settings, day.parse(today), calendar)).toMatchObject({ title, dueOn });
});

it('days and names that were typed stay', () => {
  const proposed = defaultSettings('appraisal', 2026, calendar);
  const specific = { template: 'appraisal' as const, stage: 'end' as const, half: 'second' as const };
  const typed = { ...proposed, specific, title: '期末の面談', dueOn: day.parse('2027-03-12') };
  expect(afterFirstPage(proposed, typed, calendar)).toMatchObject({
    title: '期末の面談',
    opensOn: proposed.opensOn,
    dueOn: '2027-03-12',
  });
});

it('«多め» is the opening, 14, 7, 3 and 1 open days before, the day itself, and every 3 days after it, three times', () => {
  const term = { opensOn: day.parse('2026-11-02'), dueOn: day.parse('2026-12-04') };
  expect(stepsOf(CADENCES.close, term, calendar).map(({ id, on }) => `${id} ${on}`)).toEqual([
    'opening 2026-11-02',
    'before-14 2026-11-13',
    'before-7 2026-11-25',
    'before-3 2026-12-01',
    'before-1 2026-12-03',
    'due 2026-12-04',
    'overdue-1 2026-12-07',
    'overdue-2 2026-12-10',
    'overdue-3 2026-12-14',
  ]);
});
