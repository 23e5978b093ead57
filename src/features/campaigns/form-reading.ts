import { addDays, type Day, day } from '../../core/calendar/day';
import { employeeId } from '../../core/ids';
import { err, ok, type Result } from '../../core/result';
import type { Locale } from '../../core/turn';
import { type AudienceRule, audienceRule } from '../audience';
import type { Person } from '../directory';
import { type CampaignSettings, httpsLink, policyOf } from './campaign';
import { CADENCES, type CadenceName, type Field, type FormPage, type Typed } from './form-fields';
import { formTexts } from './form-texts';
import { APPRAISAL_STAGES } from './specific';

type Problems = readonly string[];

/** Puts a page's inputs into the settings, or says what is wrong with them, in the words of their labels. */
export function readPage(
  page: FormPage,
  typed: Typed,
  settings: CampaignSettings,
  around: { readonly fields: readonly Field[]; readonly people: readonly Person[]; readonly locale: Locale },
): Result<CampaignSettings, Problems> {
  const reader = createReader(typed, around.fields, around.locale);
  switch (page) {
    case 'basics':
      return basics(reader, settings);
    case 'audience':
      return audience(reader, settings, around.people);
    case 'card':
      return card(reader, settings);
    default:
      return page satisfies never;
  }
}

type FieldReader = ReturnType<typeof createReader>;

function createReader(typed: Typed, fields: readonly Field[], locale: Locale) {
  const t = formTexts(locale);
  const problems: string[] = [];
  const byId = new Map(fields.map((field) => [field.id, field]));
  const labelOf = (id: string): string => (byId.get(id)?.label ?? id).replace(/（.*$/u, '');

  function text(id: string, required = false): string {
    const value = typed[id] ?? '';
    const most = byId.get(id)?.maxLength ?? 0;
    if (required && value === '') problems.push(t.missing(labelOf(id)));
    if ([...value].length > most) problems.push(t.tooLong(labelOf(id), most));
    return value;
  }

  return {
    t,
    problems,
    has: (id: string): boolean => byId.has(id),
    labelOf,
    text,
    day(id: string): Day | null {
      const parsed = day.safeParse(typed[id]);
      if (!parsed.success) problems.push(t.notADay(labelOf(id)));
      return parsed.data ?? null;
    },
    /** Full-width digits are digits too. */
    number(id: string, most: number, whole = true): number | null {
      const value = (typed[id] ?? '').normalize('NFKC').trim();
      if (value === '') return null;
      const number = Number(value);
      const fits = number >= 0 && number <= most && (!whole || Number.isInteger(number));
      if (!fits) problems.push(t.notANumber(labelOf(id)));
      return fits ? number : null;
    },
    offers: (id: string): boolean => (byId.get(id)?.choices.length ?? 0) > 0,
    /** Of the choices that were offered, those that were made. */
    chosen(id: string): readonly string[] {
      const offered = new Set(byId.get(id)?.choices.map(({ value }) => value));
      return (typed[id] ?? '').split(',').filter((value) => offered.has(value));
    },
  };
}

function basics(reader: FieldReader, settings: CampaignSettings): Result<CampaignSettings, Problems> {
  const title = reader.text('title', true);
  const [fiscalYear] = reader.chosen('fiscalYear');
  const opensOn = reader.day('opensOn');
  const dueOn = reader.day('dueOn');
  if (opensOn !== null && dueOn !== null && dueOn <= opensOn) reader.problems.push(reader.t.dueBeforeOpening);
  if (reader.problems.length > 0 || opensOn === null || dueOn === null) return err(reader.problems);
  const [stage] = reader.chosen('stage');
  const [half] = reader.chosen('half');
  const specific =
    settings.specific.template === 'appraisal'
      ? {
          ...settings.specific,
          stage: APPRAISAL_STAGES.find((one) => one === stage) ?? settings.specific.stage,
          half: half === 'second' ? ('second' as const) : ('first' as const),
        }
      : settings.specific;
  return ok({
    ...settings,
    title,
    fiscalYear: Number(fiscalYear ?? settings.fiscalYear),
    opensOn,
    dueOn,
    specific,
  });
}

function audience(
  reader: FieldReader,
  settings: CampaignSettings,
  people: readonly Person[],
): Result<CampaignSettings, Problems> {
  const { t, problems } = reader;
  const known = new Set<string>(people.map(({ id }) => id));
  const numbers = (id: string): AudienceRule['only'] => {
    const given = reader
      .text(id)
      .normalize('NFKC')
      .split(/[\s,、，]+/u)
      .filter((part) => part !== '');
    const strangers = given.filter((number) => !known.has(number));
    if (strangers.length > 0) problems.push(t.unknownNumbers(strangers.slice(0, 5).join('、')));
    return given.filter((number) => known.has(number)).map((number) => employeeId.parse(number));
  };
  const range = (from: string, to: string, most: number, whole: boolean) => {
    const given = { from: reader.number(from, most, whole), to: reader.number(to, most, whole) };
    if (given.from !== null && given.to !== null && given.from > given.to)
      problems.push(t.wrongOrder(reader.labelOf(from)));
    return given;
  };
  const rule = {
    departments: reader.chosen('departments'),
    sections: reader.offers('sections') ? reader.chosen('sections') : typedSections(reader, people),
    levels: reader.chosen('levels'),
    jobTypes: reader.chosen('jobTypes'),
    employments: reader.chosen('employments'),
    roles: reader.chosen('roles'),
    weeklyHours: range('hoursFrom', 'hoursTo', 60, false),
    age: range('ageFrom', 'ageTo', 120, true),
    yearsOfService: range('yearsFrom', 'yearsTo', 80, true),
    only: numbers('only'),
    except: numbers('except'),
  };
  if (problems.length > 0) return err(problems);
  return ok({ ...settings, audience: audienceRule.parse(rule) });
}

function typedSections({ text, problems, t }: FieldReader, people: readonly Person[]): readonly string[] {
  const known = new Set(people.map(({ section }) => section));
  const given = text('sections')
    .split(/[\n,、，]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const strangers = given.filter((name) => !known.has(name));
  if (strangers.length > 0) problems.push(t.unknownSections(strangers.slice(0, 5).join('、')));
  return given;
}

function card(reader: FieldReader, settings: CampaignSettings): Result<CampaignSettings, Problems> {
  const { t, problems } = reader;
  const policy = policyOf(settings);
  const typedLink = reader.has('link') ? reader.text('link') : '';
  const link = typedLink === '' ? null : (httpsLink.safeParse(typedLink).data ?? null);
  if (typedLink !== '' && link === null) problems.push(t.notHttps);
  const texts = {
    ja: { title: reader.text('titleJa', true), body: reader.text('bodyJa', true) },
    en: { title: reader.text('titleEn'), body: reader.text('bodyEn') },
  };
  const [cadence] = reader.chosen('cadence');
  const [view] = reader.chosen('managerView');
  const escalateAfter = reader.has('escalateAfter') ? reader.number('escalateAfter', 60) : null;
  if (problems.length > 0) return err(problems);
  return ok({
    ...settings,
    link,
    texts,
    cadence: isCadence(cadence) ? CADENCES[cadence] : settings.cadence,
    managerView: policy.managerViews.find((one) => one === view) ?? policy.managerViews[0],
    escalateAfter: escalateAfter === 0 ? null : escalateAfter,
  });
}

const isCadence = (name: string | undefined): name is CadenceName =>
  name !== undefined && Object.hasOwn(CADENCES, name);

/** A term that has begun already is moved to one that can still be kept: from tomorrow on, for a month. */
export function termAhead(
  { opensOn, dueOn }: { readonly opensOn: Day; readonly dueOn: Day },
  today: Day,
  calendar: { nextOpenDay(day: Day): Day; addOpenDays(day: Day, n: number): Day },
): { readonly opensOn: Day; readonly dueOn: Day } {
  if (opensOn > today) return { opensOn, dueOn };
  const from = calendar.nextOpenDay(addDays(today, 1));
  return { opensOn: from, dueOn: dueOn > addDays(from, 7) ? dueOn : calendar.addOpenDays(from, 20) };
}
