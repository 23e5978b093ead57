import type { Locale } from '../../core/turn';
import { choicesField, type Field, type Typed, textField } from '../forms';
import { type Goal, MOST_GOAL_CHARACTERS, MOST_GOALS, MOST_STEPS } from './goal-store';
import { goalTexts } from './goal-texts';
import { versionOf } from './text-version';

/** What a dialog showed when it was opened: the other one may have changed something since. */
export interface Shown {
  /** Each goal by id, with the version of its text. */
  readonly versions: ReadonlyMap<string, string>;
  /** Steps by id that were done. */
  readonly done: ReadonlySet<string>;
}

export const shownOf = (goals: readonly Goal[]): Shown => ({
  versions: new Map(goals.map(({ id, text }) => [id, versionOf(text)])),
  done: new Set(
    goals.flatMap(({ steps }) => steps.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id)),
  ),
});

/** As the dialog's button carries it. */
export const shownAsData = ({ versions, done }: Shown) => ({
  shown: [...versions].map(([id, version]) => `${id}:${version}`).join(),
  done: [...done].join(),
});

export const shownFromData = (data: {
  readonly shown: readonly string[];
  readonly done: readonly string[];
}): Shown => ({
  versions: new Map(
    data.shown.flatMap((text) => {
      const [id = '', version = ''] = text.split(':');
      return id === '' ? [] : [[id, version] as const];
    }),
  ),
  done: new Set(data.done),
});

const field = { text: 'goal_', steps: 'steps_', newStep: 'step_' } as const;
export const textId = (goal: string): string => field.text + goal;
const stepsId = (goal: string): string => field.steps + goal;
export const newStepId = (goal: string): string => field.newStep + goal;

export const cut = (text: string | undefined): string =>
  [...(text ?? '')].slice(0, MOST_GOAL_CHARACTERS).join('').trim();

/** Where there is no room for more, the inputs for it are left out, unless something stands in them already. */
export function goalFields(goals: readonly Goal[], typed: Typed, locale: Locale): readonly Field[] {
  const isBlank = (input: string): boolean => (typed[input] ?? '') === '';
  const t = goalTexts(locale);
  const known = goals.flatMap(({ id, steps }, index): readonly Field[] => [
    textField(textId(id), t.goal(index + 1), MOST_GOAL_CHARACTERS),
    ...(steps.length === 0
      ? []
      : [
          choicesField(
            stepsId(id),
            t.steps(index + 1),
            steps.map((step) => ({ title: step.text, value: step.id })),
          ),
        ]),
    ...(steps.length >= MOST_STEPS && isBlank(newStepId(id))
      ? []
      : [textField(newStepId(id), t.newStep(index + 1), MOST_GOAL_CHARACTERS)]),
  ]);
  return goals.length >= MOST_GOALS && isBlank('newGoal') ? known : [...known, ...newGoalFields(locale)];
}

const newGoalFields = (locale: Locale): readonly Field[] => {
  const t = goalTexts(locale);
  return [
    textField('newGoal', t.newGoal, MOST_GOAL_CHARACTERS),
    textField('firstStep', t.firstStep, MOST_GOAL_CHARACTERS),
  ];
};

/** The inputs of whatever was shown, also of what is not there any more. */
export const shownFields = ({ versions }: Shown, locale: Locale): readonly Field[] => [
  ...[...versions.keys()].flatMap((id) =>
    [textId(id), stepsId(id), newStepId(id)].map((input) => textField(input, '', MOST_GOAL_CHARACTERS)),
  ),
  ...newGoalFields(locale),
];

/** What somebody changed in a dialog, whatever has become of the goals since. */
export interface Change {
  /** Goals whose text was typed anew, blank to take them back. */
  readonly texts: ReadonlyMap<string, string>;
  /** Steps that were ticked (true) or unticked. */
  readonly ticks: ReadonlyMap<string, boolean>;
}

export function changeIn(goals: readonly Goal[], { versions, done }: Shown, typed: Typed): Change {
  const texts = [...versions].flatMap(([id, version]) => {
    const text = cut(typed[textId(id)]);
    return versionOf(text) === version ? [] : [[id, text] as const];
  });
  const ticks = goals.flatMap(({ id, steps }) => {
    if (!versions.has(id)) return [];
    const ticked = (typed[stepsId(id)] ?? '').split(',');
    return steps.flatMap((step) => {
      const isDone = ticked.includes(step.id);
      return isDone === done.has(step.id) ? [] : [[step.id, isDone] as const];
    });
  });
  return { texts: new Map(texts), ticks: new Map(ticks) };
}

/** The dialog as the goals now are, with what somebody has typed on top; the text of a goal that is gone becomes a new one. */
export function typedOver(goals: readonly Goal[], change: Change, typed: Typed): Typed {
  const isDone = (id: string, doneAt: Date | null): boolean => change.ticks.get(id) ?? doneAt !== null;
  const known = goals.flatMap(({ id, text, steps }) => [
    [textId(id), change.texts.get(id) ?? text],
    [
      stepsId(id),
      steps
        .filter((step) => isDone(step.id, step.doneAt))
        .map((step) => step.id)
        .join(),
    ],
    [newStepId(id), typed[newStepId(id)] ?? ''],
  ]);
  const isThere = (id: string): boolean => goals.some((goal) => goal.id === id);
  const lost = [...change.texts].find(([id, text]) => text !== '' && !isThere(id))?.[1] ?? '';
  const { newGoal = '', firstStep = '' } = typed;
  return { ...Object.fromEntries(known), newGoal: newGoal === '' ? lost : newGoal, firstStep };
}

export const NO_CHANGE: Change = { texts: new Map(), ticks: new Map() };
