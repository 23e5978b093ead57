import { type Day, day } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import { choiceField, choicesField, dayField, type Field, linesField, type Typed } from '../forms';
import { callTexts } from './call-texts';
import {
  type Answer,
  MOODS,
  MOST_CHARACTERS,
  menteeAnswer,
  mentorAnswer,
  TOPICS,
  type Topic,
} from './check-in';
import { checkInTexts } from './check-in-texts';
import type { Goal } from './goal-store';
import type { Side } from './pair';

const MOST_STEPS_SHOWN = 8;

/** What the inputs of a check-in depend on. */
export interface FormOf {
  readonly side: Side;
  readonly goals: readonly Goal[];
  /** Whom this side can ask for help. */
  readonly helpers: readonly Pick<Person, 'id' | 'name'>[];
  readonly mentor: EmployeeId;
}

/** The inputs of a side; none of them has to be filled in. Steps of the goals that are not done stand on every card. */
export function checkInFields(form: FormOf, locale: Locale): readonly Field[] {
  const t = checkInTexts(locale);
  const { side, goals } = form;
  const steps = goals
    .flatMap((goal) => goal.steps)
    .filter(({ doneAt }) => doneAt === null)
    .slice(0, MOST_STEPS_SHOWN)
    .map(({ id, text }) => ({ title: text, value: id }));
  const stepsField = steps.length === 0 ? [] : [choicesField('steps', t.steps, steps)];
  switch (side) {
    case 'mentee':
      return [
        choiceField(
          'mood',
          t.mood,
          MOODS.map((value) => ({ title: t.moods[value], value })),
        ),
        choicesField('wishToTalk', t.talk, [{ title: t.talkChoice, value: 'yes' }]),
        ...stepsField,
        linesField('wentWell', t.wentWell, MOST_CHARACTERS),
        linesField('hard', t.hard, MOST_CHARACTERS),
        linesField('learn', t.learn, MOST_CHARACTERS),
        linesField('memo', t.memo, MOST_CHARACTERS),
        ...helpFields(form, locale),
      ];
    case 'mentor':
      return [
        dayField('metOn', t.metOn),
        choicesField(
          'topics',
          t.topics,
          TOPICS.map((value) => ({ title: t.topic[value], value })),
        ),
        ...stepsField,
        linesField('talked', t.talked, MOST_CHARACTERS),
        linesField('nextStep', t.nextStep, MOST_CHARACTERS),
        dayField('nextOn', t.nextOn),
        linesField('support', t.support, MOST_CHARACTERS),
        ...helpFields(form, locale),
      ];
    default:
      return side satisfies never;
  }
}

/** On purpose alone: nobody is chosen beforehand, and a draft tells nobody. */
const NOBODY = 'nobody';

function helpFields({ helpers, mentor }: FormOf, locale: Locale): readonly Field[] {
  const t = checkInTexts(locale);
  if (helpers.length === 0) return [];
  const { toMentor, toHr } = callTexts(locale);
  const nameOf = ({ id, name }: FormOf['helpers'][number]): string =>
    id === mentor ? toMentor(name) : toHr(name);
  const choices = helpers.map((one) => ({ title: nameOf(one), value: one.id }));
  return [choiceField('help', t.help, [{ title: t.helpNobody, value: NOBODY }, ...choices])];
}

/** Whom somebody has chosen to ask for help; null for nobody, also for whom the form did not offer. */
export const helperIn = (typed: Typed, { helpers }: Pick<FormOf, 'helpers'>) =>
  helpers.find(({ id }) => id === typed.help) ?? null;

/** What stands in a form before anything is filled in. */
export const freshTyped = (side: Side, today: Day): Typed => ({
  help: NOBODY,
  // Whoever records it on the day has nothing to fill in.
  ...(side === 'mentor' ? { metOn: today } : {}),
});

export function typedFrom(answer: Answer): Typed {
  switch (answer.side) {
    case 'mentee': {
      const { mood, wishToTalk, ...texts } = answer.given;
      return { ...texts, mood: mood ?? '', wishToTalk: wishToTalk ? 'yes' : '', help: NOBODY };
    }
    case 'mentor': {
      const { metOn, topics, nextOn, ...texts } = answer.given;
      return { ...texts, metOn: metOn ?? '', nextOn: nextOn ?? '', topics: topics.join(','), help: NOBODY };
    }
    default:
      return answer satisfies never;
  }
}

/** What is not one of the choices, or no day, counts as left out. Texts were cut by the client already; here they are for sure. */
export function answerFrom(side: Side, typed: Typed, today: Day): Answer {
  const text = (id: string): string => [...(typed[id] ?? '')].slice(0, MOST_CHARACTERS).join('').trim();
  const on = (id: string): Day | null => day.safeParse(typed[id]).data ?? null;
  switch (side) {
    case 'mentee':
      return {
        side,
        given: menteeAnswer.parse({
          mood: MOODS.find((mood) => mood === typed.mood) ?? null,
          wentWell: text('wentWell'),
          hard: text('hard'),
          learn: text('learn'),
          wishToTalk: typed.wishToTalk === 'yes',
          memo: text('memo'),
        }),
      };
    case 'mentor': {
      const metOn = on('metOn');
      const topics = (typed.topics ?? '').split(',');
      return {
        side,
        given: mentorAnswer.parse({
          // One has met; a day ahead is a slip.
          metOn: metOn !== null && metOn > today ? null : metOn,
          topics: TOPICS.filter((one: Topic) => topics.includes(one)),
          talked: text('talked'),
          nextStep: text('nextStep'),
          nextOn: on('nextOn'),
          support: text('support'),
        }),
      };
    }
    default:
      return side satisfies never;
  }
}
