import fc from 'fast-check';
import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { addDays, day } from '../../../src/core/calendar/day';
import { campaignId, employeeId } from '../../../src/core/ids';
import {
  memberAccess,
  policyOf,
  TEMPLATE_IDS,
  TEMPLATES,
  type TemplateId,
} from '../../../src/features/campaigns';
import {
  after,
  type CampaignEvent,
  type CampaignStatus,
  managerViewOf,
} from '../../../src/features/campaigns/campaign';
import { defaultSettings, settingsForNextYear } from '../../../src/features/campaigns/default-settings';
import { campaignSteps } from '../../../src/features/campaigns/steps';
import type { Person, Role } from '../../../src/features/directory';

const calendar = createBusinessCalendar([]);
const id = campaignId.parse('00000000-0000-4000-8000-000000000001');
const by = employeeId.parse('100066');
const campaign = (template: TemplateId) => ({
  ...defaultSettings(template, 2026, calendar),
  id,
  status: { kind: 'draft' } as CampaignStatus,
  createdBy: by,
  copiedFrom: null,
});
const person = (roles: Role[], leads: string[] = []): Person => ({
  id: by,
  aadObjectId: null,
  name: '',
  kana: '',
  department: '',
  section: '市民課',
  position: '',
  level: 'staff',
  jobType: '',
  employment: null,
  weeklyHours: null,
  concurrentSection: null,
  firstEvaluator: null,
  secondEvaluator: null,
  birthDate: null,
  hiredOn: null,
  leads,
  roles: new Set(roles),
  leave: null,
});
const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(day.parse('2026-04-01'), days));

it('a stress check tells at most an opening and two invitations, however often it is extended, whenever one joins', () => {
  const one = campaign('stress_check');
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1, maxLength: 8 }), anyDay, (dueDays, joinedOn) => {
      const told = new Set(
        dueDays.flatMap((dueOn) =>
          campaignSteps({ ...one, opensOn: day.parse('2026-04-01'), dueOn }, joinedOn, calendar).map(
            (step) => step.id,
          ),
        ),
      );
      expect(told.size).toBeLessThanOrEqual(3);
    }),
  );
});

it('nothing of a stress check or a 60歳の意思確認 is ever shown to a manager, whatever the settings say', () => {
  for (const template of ['stress_check', 'age_60', 'course_call', 'exchange_meeting'] as const) {
    const forced = { ...campaign(template), managerView: 'names' as const };
    expect(managerViewOf(forced)).toBe('nothing');
    expect(memberAccess(person(['manager'], ['市民課']), forced)).toBeNull();
  }
  const assessment = campaign('self_assessment');
  expect(memberAccess(person(['manager'], ['市民課']), assessment)).toBeNull();
  const switchedOn = memberAccess(person(['manager'], ['市民課']), { ...assessment, managerView: 'names' });
  expect(switchedOn?.scope).toEqual({ kind: 'open-in-sections', sections: ['市民課'] });
  expect(switchedOn?.recordsIn).toEqual([]);
});

it('individual status of a stress check is for a stress_admin alone, and never for one with 人事権', () => {
  const check = campaign('stress_check');
  const all: Role[] = ['manager', 'clerk', 'mentor', 'hr_editor', 'hr_admin', 'auditor'];
  fc.assert(
    fc.property(fc.subarray(all), fc.boolean(), (roles, isAdmin) => {
      const given = person([...roles, ...(isAdmin ? (['stress_admin'] as const) : [])], ['市民課']);
      const isHrPerson = roles.includes('hr_editor') || roles.includes('hr_admin');
      expect(memberAccess(given, check) !== null).toBe(isAdmin && !isHrPerson);
    }),
  );
});

it('nobody records for others where it is forbidden', () => {
  for (const template of TEMPLATE_IDS) {
    if (TEMPLATES[template].policy.proxy !== 'never') continue;
    for (const roles of [['hr_admin'], ['stress_admin'], ['clerk']] as const)
      expect(memberAccess(person([...roles]), campaign(template))?.recordsIn ?? []).toEqual([]);
  }
  expect(memberAccess(person(['clerk']), campaign('submission'))?.recordsIn).toEqual(['市民課']);
  expect(TEMPLATES.stress_check.policy.proxy).toBe('never');
  expect(TEMPLATES.self_assessment.policy.proxy).toBe('never');
});

it('every default is one that its own policy allows, between open days', () => {
  for (const template of TEMPLATE_IDS)
    for (const fiscalYear of [2026, 2027, 2031]) {
      const settings = defaultSettings(template, fiscalYear, calendar);
      expect(policyOf(settings).managerViews).toContain(settings.managerView);
      expect(calendar.isOpenDay(settings.opensOn) && calendar.isOpenDay(settings.dueOn)).toBe(true);
      expect(settings.opensOn < settings.dueOn).toBe(true);
      const next = settingsForNextYear({ ...campaign(template), ...settings }, calendar);
      expect(next.fiscalYear).toBe(fiscalYear + 1);
      expect(calendar.isOpenDay(next.opensOn) && calendar.isOpenDay(next.dueOn)).toBe(true);
      expect(next.opensOn > settings.opensOn && next.dueOn > settings.dueOn).toBe(true);
    }
});

it('no order of events brings an ended campaign back', () => {
  const events = fc.array(
    fc.constantFrom<Exclude<CampaignEvent, 'extend'>>(
      'start',
      'unschedule',
      'open',
      'pause',
      'resume',
      'end',
    ),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(events, (all) => {
      let status: CampaignStatus = { kind: 'draft' };
      let hasEnded = false;
      for (const event of all) {
        const moment = { by, at: new Date('2026-11-24T01:00:00Z'), today: day.parse('2026-11-24') };
        const next = after(event, { status, opensOn: day.parse('2026-11-24') }, moment);
        if (hasEnded) expect(next.ok).toBe(false);
        if (next.ok) status = next.value;
        hasEnded ||= status.kind === 'ended';
      }
    }),
  );
});
