import { addDays, type Day } from '../../core/calendar/day';
import { err, ok, type Result } from '../../core/result';
import type { Locale } from '../../core/turn';
import { readAudience } from '../audience';
import type { Person } from '../directory';
import { createFieldReader, type Field, type FieldReader, type Typed } from '../forms';
import { type CampaignSettings, policyOf } from './campaign';
import { CADENCES, type CadenceName, type FormPage } from './form-fields';
import { type FormTexts, formTexts } from './form-texts';
import { APPRAISAL_STAGES } from './specific';

type Problems = readonly string[];

/** Puts a page's inputs into the settings, or says what is wrong with them, in the words of their labels. */
export function readPage(
  page: FormPage,
  typed: Typed,
  settings: CampaignSettings,
  around: { readonly fields: readonly Field[]; readonly people: readonly Person[]; readonly locale: Locale },
): Result<CampaignSettings, Problems> {
  const { fields, people, locale } = around;
  const reader = createFieldReader(typed, fields, locale);
  switch (page) {
    case 'basics':
      return basics(reader, settings, formTexts(locale));
    case 'audience': {
      const rule = readAudience(reader, people, locale);
      return rule === null ? err(reader.problems) : ok({ ...settings, audience: rule });
    }
    case 'card':
      return card(reader, settings);
    default:
      return page satisfies never;
  }
}

function basics(
  reader: FieldReader,
  settings: CampaignSettings,
  t: FormTexts,
): Result<CampaignSettings, Problems> {
  const title = reader.text('title', true);
  const [fiscalYear] = reader.chosen('fiscalYear');
  const opensOn = reader.day('opensOn');
  const dueOn = reader.day('dueOn');
  if (opensOn !== null && dueOn !== null && dueOn <= opensOn) reader.problems.push(t.dueBeforeOpening);
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

function card(reader: FieldReader, settings: CampaignSettings): Result<CampaignSettings, Problems> {
  const { problems } = reader;
  const policy = policyOf(settings);
  const link = reader.has('link') ? reader.link('link') : null;
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
