import { type Cadence, GENTLE } from '../../core/calendar/cadence';
import { fiscalYearIn } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { audienceFields, typedAudience } from '../audience';
import type { Person } from '../directory';
import { choiceField, dayField, type Field, linesField, type Typed, textField } from '../forms';
import { type CampaignSettings, policyOf } from './campaign';
import { type FormTexts, formTexts } from './form-texts';
import { APPRAISAL_STAGES } from './specific';
import { stageTexts } from './template-texts';

export const FORM_PAGES = ['basics', 'audience', 'card'] as const;
export type FormPage = (typeof FORM_PAGES)[number];

export const CADENCES = {
  gentle: GENTLE,
  few: { opening: true, before: [1], onDueDay: false, overdue: null },
  close: { opening: true, before: [14, 7, 3, 1], onDueDay: true, overdue: { everyDays: 3, most: 3 } },
} as const satisfies Record<string, Cadence>;
export type CadenceName = keyof typeof CADENCES;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
export const cadenceName = (cadence: Cadence): CadenceName | null =>
  (Object.keys(CADENCES) as CadenceName[]).find((name) => same(CADENCES[name], cadence)) ?? null;

type Placed = Pick<Person, 'department' | 'section'>;

/** The inputs of a page. `people` give the sections there are. */
export function fieldsOf(
  page: FormPage,
  settings: CampaignSettings,
  people: readonly Placed[],
  locale: Locale,
): readonly Field[] {
  const t = formTexts(locale);
  switch (page) {
    case 'basics':
      return basics(settings, t, locale);
    case 'audience':
      return audienceFields(people, locale);
    case 'card':
      return card(settings, t);
    default:
      return page satisfies never;
  }
}

function basics(settings: CampaignSettings, t: FormTexts, locale: Locale): readonly Field[] {
  const years = [settings.fiscalYear - 1, settings.fiscalYear, settings.fiscalYear + 1];
  const stages = stageTexts(locale);
  return [
    textField('title', t.title, 60),
    choiceField(
      'fiscalYear',
      t.fiscalYear,
      years.map((year) => ({ title: fiscalYearIn(year, locale), value: String(year) })),
    ),
    ...(settings.specific.template === 'appraisal'
      ? [
          choiceField(
            'stage',
            t.stage,
            APPRAISAL_STAGES.map((stage) => ({ title: stages[stage], value: stage })),
          ),
          choiceField('half', t.half, [
            { title: t.halves.first, value: 'first' },
            { title: t.halves.second, value: 'second' },
          ]),
        ]
      : []),
    dayField('opensOn', t.opensOn),
    dayField('dueOn', t.dueOn),
  ];
}

function card(settings: CampaignSettings, t: FormTexts): readonly Field[] {
  const policy = policyOf(settings);
  const names: (keyof FormTexts['cadences'])[] = [
    ...(Object.keys(CADENCES) as CadenceName[]),
    ...(cadenceName(settings.cadence) === null ? (['kept'] as const) : []),
  ];
  return [
    ...(policy.link === 'none' ? [] : [textField('link', t.link, 500)]),
    textField('titleJa', t.cardTitle, 60),
    linesField('bodyJa', t.cardBody, 600),
    ...(policy.cadenceFixed
      ? []
      : [
          choiceField(
            'cadence',
            t.cadence,
            names.map((value) => ({ title: t.cadences[value], value })),
          ),
        ]),
    ...(policy.managerViews.length > 1
      ? [
          choiceField(
            'managerView',
            t.managerView,
            policy.managerViews.map((value) => ({ title: t.managerViews[value], value })),
          ),
        ]
      : []),
    ...(policy.escalates ? [textField('escalateAfter', t.escalateAfter, 2)] : []),
    textField('titleEn', t.cardTitleEn, 60),
    linesField('bodyEn', t.cardBodyEn, 600),
  ];
}

/** What the inputs show of settings. */
export function typedFrom(settings: CampaignSettings): Typed {
  const { specific, texts } = settings;
  return {
    title: settings.title,
    fiscalYear: String(settings.fiscalYear),
    ...(specific.template === 'appraisal' ? { stage: specific.stage, half: specific.half } : {}),
    opensOn: settings.opensOn,
    dueOn: settings.dueOn,
    ...typedAudience(settings.audience),
    link: settings.link ?? '',
    titleJa: texts.ja.title,
    bodyJa: texts.ja.body,
    titleEn: texts.en.title,
    bodyEn: texts.en.body,
    cadence: cadenceName(settings.cadence) ?? 'kept',
    managerView: settings.managerView,
    escalateAfter: settings.escalateAfter === null ? '' : String(settings.escalateAfter),
  };
}
