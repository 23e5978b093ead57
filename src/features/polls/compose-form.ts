import { dialog } from '../../cards/replies';
import { fiscalYearOf } from '../../core/calendar/fiscal-year';
import type { Locale, Reply } from '../../core/turn';
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
  type Field,
  formCard,
  formView,
  linesField,
  type Typed,
  typedIn,
} from '../forms';
import { LONGEST_CHOICE, LONGEST_QUESTION, MOST_CHOICES, type PollSettings } from './poll';
import { pollsTexts } from './polls-texts';

/** The one dialog in which a poll or a survey is made and changed. A survey is never an emergency. */
export type ComposeKind = 'poll' | 'survey';

export interface Composed {
  readonly kind: ComposeKind;
  readonly id: string;
  readonly settings: PollSettings;
  readonly people: readonly Person[];
}

export function defaultSettings(kind: ComposeKind, locale: Locale): PollSettings {
  const t = pollsTexts(locale);
  return kind === 'poll'
    ? { question: t.defaultQuestion, choices: t.defaultChoices, emergency: true, audience: EVERYBODY }
    : { question: t.defaultSurvey, choices: t.defaultScale, emergency: false, audience: EVERYBODY };
}

function fieldsOf(kind: ComposeKind, people: readonly Person[], locale: Locale): readonly Field[] {
  const t = pollsTexts(locale);
  return [
    linesField('question', t.questionLabel, LONGEST_QUESTION),
    linesField('choices', t.choicesLabel, 300),
    ...(kind === 'poll'
      ? [
          choiceField('emergency', t.emergencyLabel, [
            { title: t.emergencyYes, value: 'yes' },
            { title: t.emergencyNo, value: 'no' },
          ]),
        ]
      : []),
    ...audienceFields(people, locale),
  ];
}

const typedFrom = (settings: PollSettings): Typed => ({
  ...typedAudience(settings.audience),
  question: settings.question,
  choices: settings.choices.join('\n'),
  emergency: settings.emergency ? 'yes' : 'no',
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
      fields: fieldsOf(kind, people, scene.locale),
      typed,
      problems,
      notes: [kind === 'poll' ? t.aid : t.anonymous, audience.note, audience.now(total)],
      page: null,
      moreLabel: audience.more,
      fallback: t.formTitle[kind],
      buttons: [{ label: t.save, data: { verb: kind === 'poll' ? 'polls.save' : 'pulse.save', id } }],
    },
    scene.locale,
  );
  return dialog(t.formTitle[kind], formCard, view);
}

/** What was typed, or the dialog once more with what is wrong. */
export function readCompose(
  scene: Scene,
  composed: Composed,
  data: unknown,
): { readonly ok: true; readonly value: PollSettings } | { readonly ok: false; readonly reply: Reply } {
  const { kind, people } = composed;
  const t = pollsTexts(scene.locale);
  const fields = fieldsOf(kind, people, scene.locale);
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
  const emergency = kind === 'poll' && reader.chosen('emergency').includes('yes');
  const audience = readAudience(reader, people, scene.locale);
  return audience === null || reader.problems.length > 0
    ? { ok: false, reply: show(scene, composed, typed, reader.problems) }
    : { ok: true, value: { question, choices, emergency, audience } };
}
