import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, type Day, dayFrom, partsOf } from '../../core/calendar/day';
import { fiscalYearLabel, halfYearLabel } from '../../core/calendar/fiscal-year';
import { type Campaign, type CampaignSettings, policyOf } from './campaign';
import { APPRAISAL_STAGES, type AppraisalStage, type Specific, stressCheckProtocol } from './specific';
import { stageTexts, templateTexts } from './template-texts';
import { TEMPLATES, type TemplateId } from './templates';

/** What a new campaign of a template starts from: HR changes what it wants to. Days are open ones. */
export function defaultSettings(
  id: TemplateId,
  fiscalYear: number,
  calendar: BusinessCalendar,
): CampaignSettings {
  const template = TEMPLATES[id];
  const { opensOn, dueOn } = onOpenDays(template.term(fiscalYear), calendar);
  const [ja, en] = [templateTexts('ja')[id], templateTexts('en')[id]];
  return {
    title: ja.title(fiscalYearLabel(fiscalYear)),
    fiscalYear,
    audience: template.audience,
    opensOn,
    dueOn,
    link: null,
    cadence: template.cadence,
    texts: {
      ja: { title: ja.cardTitle, body: ja.cardBody },
      en: { title: en.cardTitle, body: en.cardBody },
    },
    managerView: template.policy.managerViews[0],
    escalateAfter: template.escalateAfter,
    specific: specificOf(id),
  };
}

function specificOf(template: TemplateId): Specific {
  switch (template) {
    case 'stress_check':
      return { template, protocol: stressCheckProtocol.parse({}) };
    case 'appraisal':
      return { template, stage: 'beginning', half: 'first' };
    default:
      return { template };
  }
}

/**
 * A new campaign as its first page leaves it. The page of an appraisal chooses the interview: its usual months and name follow,
 * where none were typed. The card says which interview it is, or what is to be handed in.
 */
export function afterFirstPage(
  proposed: CampaignSettings,
  typed: CampaignSettings,
  calendar: BusinessCalendar,
): CampaignSettings {
  const { specific, title, opensOn, dueOn } = typed;
  const isNamed = title !== proposed.title;
  if (specific.template === 'submission' && isNamed) return headed(typed, title, '');
  if (specific.template !== 'appraisal') return typed;
  const usual = asInterview(typed, specific, calendar);
  const isUntouched = opensOn === proposed.opensOn && dueOn === proposed.dueOn;
  return {
    ...usual,
    ...(isUntouched && usual.opensOn > proposed.opensOn ? {} : { opensOn, dueOn }),
    ...(isNamed ? { title } : {}),
  };
}

/** The first interview of the 年度 that is not over, in its usual months; the first of all when all are over. */
export function asNextInterview(
  settings: CampaignSettings,
  today: Day,
  calendar: BusinessCalendar,
): CampaignSettings {
  const interviews = (['first', 'second'] as const).flatMap((half) =>
    APPRAISAL_STAGES.map((stage) => asInterview(settings, { stage, half }, calendar)),
  );
  return interviews.find(({ dueOn }) => dueOn >= today) ?? interviews[0] ?? settings;
}

function asInterview(
  settings: CampaignSettings,
  { stage, half }: Interview,
  calendar: BusinessCalendar,
): CampaignSettings {
  const { fiscalYear } = settings;
  return {
    ...headed(settings, interviewTitle(stage), stageTexts('en')[stage]),
    ...appraisalTerm(fiscalYear, stage, half, calendar),
    title: appraisalTitle(fiscalYear, stage, half),
    specific: { template: 'appraisal', stage, half },
  };
}

interface Interview {
  readonly stage: AppraisalStage;
  readonly half: 'first' | 'second';
}

/** What people read above the card's text. */
const headed = (settings: CampaignSettings, ja: string, en: string): CampaignSettings => ({
  ...settings,
  texts: { ja: { ...settings.texts.ja, title: ja }, en: { ...settings.texts.en, title: en } },
});

const interviewTitle = (stage: AppraisalStage): string => `人事評価の${stageTexts('ja')[stage]}`;

interface Term {
  readonly opensOn: Day;
  readonly dueOn: Day;
}

/**
 * The months of an appraisal interview: results cycle half-yearly (上半期 4–9月, 下半期 10–3月). 期首 in the first two months, 中間
 * in the fourth, 期末 in the last.
 */
function appraisalTerm(
  fiscalYear: number,
  stage: AppraisalStage,
  half: 'first' | 'second',
  calendar: BusinessCalendar,
): Term {
  const first = half === 'first' ? 4 : 10;
  const [from, to] = { beginning: [0, 2], middle: [3, 4], end: [5, 6] }[stage];
  const start = (offset: number): Day => {
    const month = first + offset;
    return month > 12 ? dayFrom(fiscalYear + 1, month - 12, 1) : dayFrom(fiscalYear, month, 1);
  };
  return onOpenDays({ opensOn: start(from ?? 0), dueOn: addDays(start(to ?? 0), -1) }, calendar);
}

const appraisalTitle = (fiscalYear: number, stage: AppraisalStage, half: 'first' | 'second'): string =>
  `${fiscalYearLabel(fiscalYear)}${halfYearLabel(half)} ${interviewTitle(stage)}`;

/** Opens on the first open day from then on; is due on the last open day up to then. */
const onOpenDays = ({ opensOn, dueOn }: Term, calendar: BusinessCalendar): Term => ({
  opensOn: calendar.nextOpenDay(opensOn),
  dueOn: calendar.isOpenDay(dueOn) ? dueOn : calendar.addOpenDays(dueOn, -1),
});

/**
 * The settings for the 年度 after, at the same position: the same dates a year on, moved to open days. A protocol is filled in
 * anew each time, since it tells of that year's deliberation, and so is the address of a form, which is made anew each year.
 */
export function settingsForNextYear(campaign: Campaign, calendar: BusinessCalendar): CampaignSettings {
  const fiscalYear = campaign.fiscalYear + 1;
  const { opensOn, dueOn } = onOpenDays(
    { opensOn: aYearOn(campaign.opensOn), dueOn: aYearOn(campaign.dueOn) },
    calendar,
  );
  const [before, now] = [fiscalYearLabel(campaign.fiscalYear), fiscalYearLabel(fiscalYear)];
  return {
    title: campaign.title.replaceAll(before, now),
    fiscalYear,
    audience: campaign.audience,
    opensOn,
    dueOn,
    link: policyOf(campaign).link === 'required' ? null : campaign.link,
    cadence: campaign.cadence,
    texts: campaign.texts,
    managerView: campaign.managerView,
    escalateAfter: campaign.escalateAfter,
    specific: campaign.specific.template === 'stress_check' ? specificOf('stress_check') : campaign.specific,
  };
}

function aYearOn(of: Day): Day {
  const { year, month, dayOfMonth } = partsOf(of);
  const isLeapDay = month === 2 && dayOfMonth === 29;
  return dayFrom(year + 1, month, isLeapDay ? 28 : dayOfMonth);
}
