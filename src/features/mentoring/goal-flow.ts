import { closeDialog, dialog, notice } from '../../cards/replies';
import type { PairId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Scene } from '../directory';
import { choicesField, type Field, formCard, formView, type Typed, textField, typedIn } from '../forms';
import { hasEnded, type Own, ownPair } from './access';
import type { Alert, CheckInFlow } from './check-in-flow';
import { checkInTexts } from './check-in-texts';
import {
  type Goal,
  goalsOf,
  insertGoal,
  insertStep,
  lockGoals,
  MOST_GOAL_CHARACTERS,
  MOST_GOALS,
  MOST_STEPS,
  removeGoal,
  saveGoalText,
  saveStepDone,
} from './goal-store';
import { goalTexts } from './goal-texts';
import type { MentoringNeeds } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';

/** What a dialog showed when it was opened: the other one may have changed something since. */
interface Shown {
  /** Goals by id. */
  readonly shown: readonly string[];
  /** Steps by id that were done. */
  readonly done: readonly string[];
}

/** The year's goals of a pair and the small steps towards them, in one dialog that both of them use. */
export function createGoalFlow(needs: MentoringNeeds, checkIns: Pick<CheckInFlow, 'alertFor'>) {
  const { store } = needs;

  async function open(scene: Scene, id: PairId): Promise<Reply> {
    const own = await ownPair(needs, store.db, scene, id);
    if (own === null) return notice(mentoringTexts(scene.locale).gone);
    const goals = await goalsOf(store.db, id);
    return show(scene, own, goals, shownOf(goals), typedFrom(goals), null);
  }

  function show(
    scene: Scene,
    own: Own,
    goals: readonly Goal[],
    { shown, done }: Shown,
    typed: Typed,
    alert: Alert | null,
  ): Reply {
    const t = goalTexts(scene.locale);
    const fields = fieldsOf(goals, scene.locale);
    const save = {
      label: alert === null ? t.save : t.saveAnyway,
      data: {
        verb: 'mentoring.saveGoals',
        pair: own.pair.id,
        sure: alert === null ? 0 : 1,
        shown: shown.join(),
        done: done.join(),
      },
    };
    const view = formView(
      {
        fields: alert === null ? fields : fields.map((field) => ({ ...field, folded: true })),
        typed,
        problems: [],
        notes: alert !== null ? [] : [t.note(own.otherName), ...(goals.length === 0 ? [] : [t.removeHint])],
        ...(alert === null ? {} : { alert }),
        page: null,
        moreLabel: checkInTexts(scene.locale).rewrite,
        fallback: t.title,
        buttons: hasEnded(own) ? [] : [save],
      },
      scene.locale,
    );
    return dialog(t.title, formCard, view);
  }

  async function save(
    scene: Scene,
    id: PairId,
    how: Shown & { readonly sure: boolean },
    data: unknown,
  ): Promise<Reply> {
    const t = goalTexts(scene.locale);
    const own = await ownPair(needs, store.db, scene, id);
    if (own === null) return notice(mentoringTexts(scene.locale).gone);
    if (hasEnded(own)) return notice(t.ended);
    const goals = (await goalsOf(store.db, id)).filter((goal) => how.shown.includes(goal.id));
    const typed = typedIn(data, fieldsOf(goals, scene.locale));
    const texts = [...goals.flatMap((goal) => [goalId(goal), newStepId(goal)]), 'newGoal', 'firstStep'];
    const alert = how.sure
      ? null
      : await checkIns.alertFor(
          scene,
          texts.map((field) => typed[field] ?? ''),
        );
    if (alert !== null) return show(scene, own, goals, how, typed, alert);
    const saved = await store.write(async (tx) => {
      await lockGoals(tx, id);
      const now = await ownPair(needs, tx, scene, id);
      if (now === null || hasEnded(now)) return false;
      await write(tx, scene, id, typed, how);
      return true;
    });
    return saved ? closeDialog({ kind: 'text', text: t.saved }) : notice(t.ended);
  }

  /** Only what this dialog showed changes; what the other one added meanwhile stays. */
  async function write(
    tx: Writer,
    scene: Scene,
    pair: PairId,
    typed: Typed,
    { shown, done: wereDone }: Shown,
  ): Promise<void> {
    const current = await goalsOf(tx, pair);
    for (const goal of current.filter(({ id }) => shown.includes(id))) {
      const text = cut(typed[goalId(goal)]);
      if (text === '') {
        await removeGoal(tx, goal.id, scene.now);
        continue;
      }
      if (text !== goal.text) await saveGoalText(tx, goal.id, text);
      const done = (typed[stepsId(goal)] ?? '').split(',');
      for (const step of goal.steps) {
        const isDone = done.includes(step.id);
        if (isDone !== wereDone.includes(step.id)) await saveStepDone(tx, step.id, isDone ? scene.now : null);
      }
      await addStep(tx, scene, goal, cut(typed[newStepId(goal)]));
    }
    const text = cut(typed.newGoal);
    const left = (await goalsOf(tx, pair)).length;
    // The same dialog sent twice adds once.
    if (text === '' || left >= MOST_GOALS || current.some((goal) => goal.text === text)) return;
    const goal = { id: needs.newId(), pair, text };
    await insertGoal(tx, goal, scene.person.id, scene.now);
    await addStep(tx, scene, { id: goal.id, text, steps: [] }, cut(typed.firstStep));
  }

  async function addStep(tx: Writer, scene: Scene, goal: Goal, text: string): Promise<void> {
    const isThere = goal.steps.some((step) => step.text === text);
    if (text === '' || isThere || goal.steps.length >= MOST_STEPS) return;
    await insertStep(tx, { id: needs.newId(), goal: goal.id, text }, scene.person.id, scene.now);
  }

  return { open, save };
}

const shownOf = (goals: readonly Goal[]): Shown => ({
  shown: goals.map(({ id }) => id),
  done: goals.flatMap(({ steps }) => steps.filter(({ doneAt }) => doneAt !== null).map(({ id }) => id)),
});

const goalId = ({ id }: Pick<Goal, 'id'>): string => `goal_${id}`;
const stepsId = ({ id }: Pick<Goal, 'id'>): string => `steps_${id}`;
const newStepId = ({ id }: Pick<Goal, 'id'>): string => `step_${id}`;

const cut = (text: string | undefined): string =>
  [...(text ?? '')].slice(0, MOST_GOAL_CHARACTERS).join('').trim();

function fieldsOf(goals: readonly Goal[], locale: Locale): readonly Field[] {
  const t = goalTexts(locale);
  const known = goals.flatMap((goal, index): readonly Field[] => [
    textField(goalId(goal), t.goal(index + 1), MOST_GOAL_CHARACTERS),
    ...(goal.steps.length === 0
      ? []
      : [
          choicesField(
            stepsId(goal),
            t.steps(index + 1),
            goal.steps.map(({ id, text }) => ({ title: text, value: id })),
          ),
        ]),
    ...(goal.steps.length >= MOST_STEPS
      ? []
      : [textField(newStepId(goal), t.newStep(index + 1), MOST_GOAL_CHARACTERS)]),
  ]);
  return goals.length >= MOST_GOALS
    ? known
    : [
        ...known,
        textField('newGoal', t.newGoal, MOST_GOAL_CHARACTERS),
        textField('firstStep', t.firstStep, MOST_GOAL_CHARACTERS),
      ];
}

const typedFrom = (goals: readonly Goal[]): Typed =>
  Object.fromEntries(
    goals.flatMap((goal) => [
      [goalId(goal), goal.text],
      [
        stepsId(goal),
        goal.steps
          .filter(({ doneAt }) => doneAt !== null)
          .map(({ id }) => id)
          .join(','),
      ],
    ]),
  );
