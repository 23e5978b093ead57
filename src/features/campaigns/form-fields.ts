import { type Cadence, GENTLE } from '../../core/calendar/cadence';
import { fiscalYearLabel } from '../../core/calendar/fiscal-year';
import type { Locale } from '../../core/turn';
import { AUDIENCE_ROLES, audienceTexts } from '../audience';
import type { Person } from '../directory';
import { type Bilingual, EMPLOYMENTS, JOB_TYPES, LEVELS } from '../records';
import { type CampaignSettings, policyOf } from './campaign';
import { type FormTexts, formTexts } from './form-texts';
import { APPRAISAL_STAGES } from './specific';
import { stageTexts } from './template-texts';

export const FORM_PAGES = ['basics', 'audience', 'card'] as const;
export type FormPage = (typeof FORM_PAGES)[number];

type ChoiceView = { title: string; value: string };

/** One input. Exactly one of the `is…` is true. */
export type FieldView = {
  id: string;
  label: string;
  value: string;
  maxLength: number;
  isText: boolean;
  isLines: boolean;
  isDay: boolean;
  isChoice: boolean;
  isChoices: boolean;
  choices: ChoiceView[];
};

/** What is typed into a field, as text; of several choices the values, by comma. */
export type Typed = Readonly<Record<string, string>>;

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'lines' | 'day' | 'choice' | 'choices';
  readonly maxLength: number;
  readonly choices: readonly ChoiceView[];
  /** Folded away until it is wanted or filled in, so that the page stays short. */
  readonly folded?: boolean;
}

/** Begins the id of every input, so that it never meets what a button carries. */
const INPUT = 'f_';

export const CADENCES = {
  gentle: GENTLE,
  few: { opening: true, before: [1], onDueDay: false, overdue: null },
  close: { opening: true, before: [14, 7, 3, 1], onDueDay: true, overdue: { everyDays: 3, most: 3 } },
} as const satisfies Record<string, Cadence>;
export type CadenceName = keyof typeof CADENCES;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
export const cadenceName = (cadence: Cadence): CadenceName | null =>
  (Object.keys(CADENCES) as CadenceName[]).find((name) => same(CADENCES[name], cadence)) ?? null;

const text = (id: string, label: string, maxLength: number): Field => ({
  id,
  label,
  kind: 'text',
  maxLength,
  choices: [],
});
const lines = (id: string, label: string, maxLength: number): Field => ({
  ...text(id, label, maxLength),
  kind: 'lines',
});
const days = (id: string, label: string): Field => ({ ...text(id, label, 10), kind: 'day' });
const choice = (id: string, label: string, choices: readonly ChoiceView[]): Field => ({
  ...text(id, label, 40),
  kind: 'choice',
  choices,
});
const choices = (id: string, label: string, of: readonly ChoiceView[]): Field => ({
  ...choice(id, label, of),
  kind: 'choices',
});

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
      return audience(people, t, locale)
        .filter(hasChoice)
        .map((field) => ({ ...field, folded: !UNFOLDED.includes(field.id) }));
    case 'card':
      return card(settings, t);
    default:
      return page satisfies never;
  }
}

/** What an audience is mostly narrowed by. */
const UNFOLDED: readonly string[] = ['departments', 'levels', 'employments'];

/** Clients refuse a list of nothing: no roster names a department. */
const hasChoice = ({ kind, choices: of }: Field): boolean => kind !== 'choices' || of.length > 0;

function basics(settings: CampaignSettings, t: FormTexts, locale: Locale): readonly Field[] {
  const years = [settings.fiscalYear - 1, settings.fiscalYear, settings.fiscalYear + 1];
  const stages = stageTexts(locale);
  return [
    text('title', t.title, 60),
    choice(
      'fiscalYear',
      t.fiscalYear,
      years.map((year) => ({ title: fiscalYearLabel(year), value: String(year) })),
    ),
    ...(settings.specific.template === 'appraisal'
      ? [
          choice(
            'stage',
            t.stage,
            APPRAISAL_STAGES.map((stage) => ({ title: stages[stage], value: stage })),
          ),
          choice('half', t.half, [
            { title: t.halves.first, value: 'first' },
            { title: t.halves.second, value: 'second' },
          ]),
        ]
      : []),
    days('opensOn', t.opensOn),
    days('dueOn', t.dueOn),
  ];
}

/** A list of more would not fit into a dialog: their names are typed then. */
const MOST_SECTIONS = 120;

function audience(people: readonly Placed[], t: FormTexts, locale: Locale): readonly Field[] {
  const named = (all: Readonly<Record<string, Bilingual>>): ChoiceView[] =>
    Object.entries(all).map(([value, label]) => ({ title: label[locale], value }));
  const places = (of: (person: Placed) => string): ChoiceView[] =>
    [...new Set(people.map(of))].filter((name) => name !== '').map((name) => ({ title: name, value: name }));
  const sections = places(({ section }) => section);
  return [
    choices(
      'departments',
      t.departments,
      places(({ department }) => department),
    ),
    choices('employments', t.employments, named(EMPLOYMENTS)),
    choices('levels', t.levels, named(LEVELS)),
    sections.length > MOST_SECTIONS
      ? lines('sections', t.sectionNames, 1_500)
      : choices('sections', t.sections, sections),
    choices('jobTypes', t.jobTypes, named(JOB_TYPES)),
    choices(
      'roles',
      t.roles,
      AUDIENCE_ROLES.map((value) => ({ title: audienceTexts(locale).role[value], value })),
    ),
    text('hoursFrom', t.hoursFrom, 5),
    text('hoursTo', t.hoursTo, 5),
    text('ageFrom', t.ageFrom, 3),
    text('ageTo', t.ageTo, 3),
    text('yearsFrom', t.yearsFrom, 3),
    text('yearsTo', t.yearsTo, 3),
    lines('only', t.only, 1_500),
    lines('except', t.except, 700),
  ];
}

function card(settings: CampaignSettings, t: FormTexts): readonly Field[] {
  const policy = policyOf(settings);
  const names: (keyof FormTexts['cadences'])[] = [
    ...(Object.keys(CADENCES) as CadenceName[]),
    ...(cadenceName(settings.cadence) === null ? (['kept'] as const) : []),
  ];
  return [
    ...(policy.link === 'none' ? [] : [text('link', t.link, 500)]),
    text('titleJa', t.cardTitle, 60),
    lines('bodyJa', t.cardBody, 600),
    ...(policy.cadenceFixed
      ? []
      : [
          choice(
            'cadence',
            t.cadence,
            names.map((value) => ({ title: t.cadences[value], value })),
          ),
        ]),
    ...(policy.managerViews.length > 1
      ? [
          choice(
            'managerView',
            t.managerView,
            policy.managerViews.map((value) => ({ title: t.managerViews[value], value })),
          ),
        ]
      : []),
    ...(policy.escalates ? [text('escalateAfter', t.escalateAfter, 2)] : []),
    text('titleEn', t.cardTitleEn, 60),
    lines('bodyEn', t.cardBodyEn, 600),
  ];
}

/** What the inputs show of settings. */
export function typedFrom(settings: CampaignSettings): Typed {
  const { audience: rule, specific, texts } = settings;
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
    title: settings.title,
    fiscalYear: String(settings.fiscalYear),
    ...(specific.template === 'appraisal' ? { stage: specific.stage, half: specific.half } : {}),
    opensOn: settings.opensOn,
    dueOn: settings.dueOn,
    departments: rule.departments.join(','),
    sections: rule.sections.join(','),
    levels: rule.levels.join(','),
    jobTypes: rule.jobTypes.join(','),
    employments: rule.employments.join(','),
    roles: rule.roles.join(','),
    hoursFrom: number(rule.weeklyHours.from),
    hoursTo: number(rule.weeklyHours.to),
    ageFrom: number(rule.age.from),
    ageTo: number(rule.age.to),
    yearsFrom: number(rule.yearsOfService.from),
    yearsTo: number(rule.yearsOfService.to),
    only: rule.only.join('\n'),
    except: rule.except.join('\n'),
    link: settings.link ?? '',
    titleJa: texts.ja.title,
    bodyJa: texts.ja.body,
    titleEn: texts.en.title,
    bodyEn: texts.en.body,
    cadence: cadenceName(settings.cadence) ?? 'kept',
    managerView: settings.managerView,
    escalateAfter: number(settings.escalateAfter),
  };
}

export const fieldView = (field: Field, value: string): FieldView => ({
  id: INPUT + field.id,
  label: field.label,
  value,
  maxLength: field.maxLength,
  isText: field.kind === 'text',
  isLines: field.kind === 'lines',
  isDay: field.kind === 'day',
  isChoice: field.kind === 'choice',
  isChoices: field.kind === 'choices',
  choices: [...field.choices],
});

/** What was typed, by field. Clients leave emptied inputs out: of the fields that were shown, those are blank. */
export function typedIn(data: unknown, fields: readonly Field[]): Typed {
  const given = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  return Object.fromEntries(
    fields.map(({ id }) => {
      const value: unknown = given.get(INPUT + id);
      return [id, typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''];
    }),
  );
}
