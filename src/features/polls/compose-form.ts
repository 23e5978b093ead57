import { dialog } from '../../cards/replies';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { Reply } from '../../core/turn';
import {
  audienceFields,
  audienceFormTexts,
  countAudience,
  EVERYBODY,
  readAudience,
  typedAudience,
} from '../audience';
import type { Person, Scene } from '../directory';
import {
  choiceField,
  createFieldReader,
  dayField,
  type Field,
  formCard,
  formView,
  linesField,
  type Typed,
  typedIn,
} from '../forms';
import { LONGEST_CHOICE, LONGEST_QUESTION, MOST_CHOICES, POLL_URGENCIES, type PollSettings } from './poll';
import { mayRush } from './poll-access';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { mayCloseOn, type SurveySettings, usualClosing } from './survey';

/** The one dialog in which a poll or a survey is made and changed. A survey is never an emergency. */
export type ComposeKind = 'poll' | 'survey';

/** Of a poll, which ends when somebody says so, `closesOn` is not asked for. */
export type ComposedSettings = PollSettings & Pick<SurveySettings, 'closesOn'>;

export interface Composed {
  readonly kind: ComposeKind;
  readonly id: string;
  readonly settings: ComposedSettings;
  readonly people: readonly Person[];
}

export function defaultSettings(kind: ComposeKind, { person, locale, today }: Scene): ComposedSettings {
  const t = pollsTexts(locale);
  const usual = { audience: EVERYBODY, closesOn: usualClosing(today) };
  if (kind === 'survey')
    return { ...usual, question: t.defaultSurvey, choices: t.defaultScale, urgency: 'other' };
  const urgency = mayRush(person) ? 'emergency' : 'safety';
  return { ...usual, question: t.defaultQuestion, choices: t.defaultChoices, urgency };
}

function fieldsOf({ kind, people }: Composed, { person, locale }: Scene): readonly Field[] {
  const t = pollsTexts(locale);
  const urgencies = POLL_URGENCIES.filter((urgency) => urgency !== 'emergency' || mayRush(person));
  return [
    linesField('question', t.questionLabel, LONGEST_QUESTION),
    linesField('choices', t.choicesLabel, 300),
    ...(kind === 'poll'
      ? [
          choiceField(
            'urgency',
            t.urgencyLabel,
            urgencies.map((value) => ({ title: t.urgency[value], value })),
          ),
        ]
      : [dayField('closesOn', t.closesOnLabel)]),
    ...audienceFields(people, locale),
  ];
}

const typedFrom = (settings: ComposedSettings): Typed => ({
  ...typedAudience(settings.audience),
  question: settings.question,
  choices: settings.choices.join('\n'),
  urgency: settings.urgency,
  closesOn: settings.closesOn,
});

export const showCompose = (scene: Scene, composed: Composed): Reply =>
  show(scene, composed, typedFrom(composed.settings), []);

function show(scene: Scene, composed: Composed, typed: Typed, problems: readonly string[]): Reply {
  const { kind, id, settings, people } = composed;
  const t = pollsTexts(scene.locale);
  const audience = audienceFormTexts(scene.locale);
  const { total } = countAudience(people, settings.audience, fiscalYearOf(scene.today));
  const view = formView(
    {
      fields: fieldsOf(composed, scene),
      typed,
      problems,
      notes: [...notesOf(kind, scene), audience.note, audience.now(total)],
      page: null,
      moreLabel: audience.more,
      fallback: t.formTitle[kind],
      buttons: [{ label: t.save, data: { verb: kind === 'poll' ? 'polls.save' : 'pulse.save', id } }],
    },
    scene.locale,
  );
  return dialog(t.formTitle[kind], formCard, view);
}

function notesOf(kind: ComposeKind, { person, locale }: Scene): readonly string[] {
  const t = questionTexts(locale);
  if (kind === 'survey') return [t.anonymous];
  return mayRush(person) ? [t.aid] : [t.aid, pollsTexts(locale).emergencyAdmin];
}

/** What was typed, or the dialog once more with what is wrong. */
export function readCompose(
  scene: Scene,
  composed: Composed,
  data: unknown,
): { readonly ok: true; readonly value: ComposedSettings } | { readonly ok: false; readonly reply: Reply } {
  const { kind, people, settings } = composed;
  const t = pollsTexts(scene.locale);
  const fields = fieldsOf(composed, scene);
  const typed = typedIn(data, fields);
  const reader = createFieldReader(typed, fields, scene.locale);
  const question = reader.text('question', true);
  const choices = reader
    .text('choices', true)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (choices.length < 2 || choices.length > MOST_CHOICES) reader.problems.push(t.tooManyChoices);
  if (choices.some((choice) => [...choice].length > LONGEST_CHOICE)) reader.problems.push(t.longChoice);
  if (new Set(choices).size < choices.length) reader.problems.push(t.sameChoice);
  const urgency =
    POLL_URGENCIES.find((one) => kind === 'poll' && reader.chosen('urgency').includes(one)) ??
    (kind === 'poll' ? 'safety' : 'other');
  const closesOn = kind === 'survey' ? reader.day('closesOn') : settings.closesOn;
  if (kind === 'survey' && closesOn !== null && !mayCloseOn(closesOn, scene.today))
    reader.problems.push(t.closesOnRange);
  const audience = readAudience(reader, people, scene.locale);
  return audience === null || closesOn === null || reader.problems.length > 0
    ? { ok: false, reply: show(scene, composed, typed, reader.problems) }
    : { ok: true, value: { question, choices, urgency, audience, closesOn } };
}
