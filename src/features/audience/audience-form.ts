import { employeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import { choicesField, type Field, type FieldReader, linesField, type Typed, textField } from '../forms';
import { type Bilingual, EMPLOYMENTS, JOB_TYPES, LEVELS } from '../records';
import { AUDIENCE_ROLES, type AudienceRule, audienceRule } from './audience';
import { audienceFormTexts } from './audience-form-texts';
import { audienceTexts } from './audience-texts';

/** A list of more would not fit into a dialog: their names are typed then. */
const MOST_SECTIONS = 120;
/** What an audience is mostly narrowed by; the rest is folded away. */
const UNFOLDED: readonly string[] = ['departments', 'levels', 'employments'];

type Placed = Pick<Person, 'department' | 'section'>;

/** The inputs of an audience. `people` give the sections there are. */
export function audienceFields(people: readonly Placed[], locale: Locale): readonly Field[] {
  const t = audienceFormTexts(locale);
  const named = (all: Readonly<Record<string, Bilingual>>) =>
    Object.entries(all).map(([value, label]) => ({ title: label[locale], value }));
  const places = (of: (person: Placed) => string) =>
    [...new Set(people.map(of))].filter((name) => name !== '').map((name) => ({ title: name, value: name }));
  const sections = places(({ section }) => section);
  const roles = AUDIENCE_ROLES.map((value) => ({ title: audienceTexts(locale).role[value], value }));
  return [
    choicesField(
      'departments',
      t.departments,
      places(({ department }) => department),
    ),
    choicesField('employments', t.employments, named(EMPLOYMENTS)),
    choicesField('levels', t.levels, named(LEVELS)),
    sections.length > MOST_SECTIONS
      ? linesField('sections', t.sectionNames, 1_500)
      : choicesField('sections', t.sections, sections),
    choicesField('jobTypes', t.jobTypes, named(JOB_TYPES)),
    choicesField('roles', t.roles, roles),
    textField('hoursFrom', t.hoursFrom, 5),
    textField('hoursTo', t.hoursTo, 5),
    textField('ageFrom', t.ageFrom, 3),
    textField('ageTo', t.ageTo, 3),
    textField('yearsFrom', t.yearsFrom, 3),
    textField('yearsTo', t.yearsTo, 3),
    linesField('only', t.only, 1_500),
    linesField('except', t.except, 700),
  ]
    .filter(hasChoice)
    .map((field) => ({ ...field, folded: !UNFOLDED.includes(field.id) }));
}

/** Clients refuse a list of nothing: no roster names a department. */
const hasChoice = ({ kind, choices }: Field): boolean => kind !== 'choices' || choices.length > 0;

/** What the inputs show of a rule. */
export function typedAudience(rule: AudienceRule): Typed {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  return {
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
  };
}

/** Reads a rule; null when something is wrong, which the reader's problems tell. */
export function readAudience(
  reader: FieldReader,
  people: readonly Person[],
  locale: Locale,
): AudienceRule | null {
  const t = audienceFormTexts(locale);
  const known = new Set<string>(people.map(({ id }) => id));
  const numbers = (id: string): AudienceRule['only'] => {
    const given = reader
      .text(id)
      .normalize('NFKC')
      .split(/[\s,、，]+/u)
      .filter((part) => part !== '');
    const strangers = given.filter((number) => !known.has(number));
    if (strangers.length > 0) reader.problems.push(t.unknownNumbers(strangers.slice(0, 5).join('、')));
    return given.filter((number) => known.has(number)).map((number) => employeeId.parse(number));
  };
  const typedSections = (): readonly string[] => {
    const sections = new Set(people.map(({ section }) => section));
    const given = reader
      .text('sections')
      .split(/[\n,、，]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const strangers = given.filter((name) => !sections.has(name));
    if (strangers.length > 0) reader.problems.push(t.unknownSections(strangers.slice(0, 5).join('、')));
    return given;
  };
  const rule = {
    departments: reader.chosen('departments'),
    sections: reader.offers('sections') ? reader.chosen('sections') : typedSections(),
    levels: reader.chosen('levels'),
    jobTypes: reader.chosen('jobTypes'),
    employments: reader.chosen('employments'),
    roles: reader.chosen('roles'),
    weeklyHours: reader.range('hoursFrom', 'hoursTo', 60, false),
    age: reader.range('ageFrom', 'ageTo', 120, true),
    yearsOfService: reader.range('yearsFrom', 'yearsTo', 80, true),
    only: numbers('only'),
    except: numbers('except'),
  };
  return reader.problems.length > 0 ? null : audienceRule.parse(rule);
}
