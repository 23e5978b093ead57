import { closeDialog, dialog, notice } from '../../cards/replies';
import type { PairId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import type { Scene } from '../directory';
import { formCard, formView, type Typed, typedIn } from '../forms';
import { hasEnded, type Own, otherNameOf, ownPair } from './access';
import type { Alert, CheckInFlow } from './check-in-flow';
import { checkInTexts } from './check-in-texts';
import {
  type Change,
  changeIn,
  cut,
  goalFields,
  NO_CHANGE,
  newStepId,
  type Shown,
  shownAsData,
  shownFields,
  shownFromData,
  shownOf,
  typedOver,
} from './goal-form';
import {
  type Goal,
  goalsOf,
  insertGoal,
  insertStep,
  lockGoals,
  MOST_GOALS,
  MOST_STEPS,
  removeGoal,
  saveGoalText,
  saveStepDone,
} from './goal-store';
import { goalTexts } from './goal-texts';
import type { MentoringNeeds } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';
import { versionOf } from './text-version';

interface Page {
  readonly goals: readonly Goal[];
  readonly shown: Shown;
  readonly typed: Typed;
  readonly problems?: readonly string[];
  readonly alert?: Alert | null;
}

/** The year's goals of a pair and the small steps towards them, in one dialog that both of them use. */
export function createGoalFlow(needs: MentoringNeeds, checkIns: Pick<CheckInFlow, 'alertFor'>) {
  const { store } = needs;

  async function open(scene: Scene, id: PairId): Promise<Reply> {
    const own = await ownPair(needs, store.db, scene, id);
    if (own === null) return notice(mentoringTexts(scene.locale).gone);
    const goals = await goalsOf(store.db, id);
    return show(scene, own, { goals, shown: shownOf(goals), typed: typedOver(goals, NO_CHANGE, {}) });
  }

  function show(scene: Scene, own: Own, page: Page): Reply {
    const t = goalTexts(scene.locale);
    const { goals, shown, typed, problems = [], alert = null } = page;
    const fields = goalFields(goals, typed, scene.locale);
    const save = {
      label: alert === null ? t.save : t.saveAnyway,
      data: {
        verb: 'mentoring.saveGoals',
        pair: own.pair.id,
        sure: alert === null ? 0 : 1,
        ...shownAsData(shown),
      },
    };
    const view = formView(
      {
        fields: alert === null ? fields : fields.map((field) => ({ ...field, folded: true })),
        typed,
        problems,
        notes: alert === null ? notesOf(own, goals, scene.locale) : [],
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
    how: { readonly sure: boolean; readonly shown: readonly string[]; readonly done: readonly string[] },
    data: unknown,
  ): Promise<Reply> {
    const t = goalTexts(scene.locale);
    const own = await ownPair(needs, store.db, scene, id);
    if (own === null) return notice(mentoringTexts(scene.locale).gone);
    if (hasEnded(own)) return notice(t.ended);
    const shown = shownFromData(how);
    const typed = typedIn(data, shownFields(shown, scene.locale));
    const alert = how.sure ? null : await checkIns.alertFor(scene, Object.values(typed));
    if (alert !== null) {
      const goals = (await goalsOf(store.db, id)).filter((goal) => shown.versions.has(goal.id));
      return show(scene, own, { goals, shown, typed, alert });
    }
    const refused = await store.write(async (tx): Promise<Reply | null> => {
      await lockGoals(tx, id);
      const now = await ownPair(needs, tx, scene, id);
      if (now === null || hasEnded(now)) return notice(t.ended);
      const goals = await goalsOf(tx, id);
      const change = changeIn(goals, shown, typed);
      const problems = problemsOf(goals, shown, change, typed, scene.locale);
      if (problems.length === 0) {
        await write(tx, scene, id, { goals, change, typed });
        return null;
      }
      const again = typedOver(goals, change, typed);
      return show(scene, own, { goals, shown: shownOf(goals), typed: again, problems });
    });
    return refused ?? closeDialog({ kind: 'text', text: t.saved });
  }

  async function write(
    tx: Writer,
    scene: Scene,
    pair: PairId,
    {
      goals,
      change,
      typed,
    }: { readonly goals: readonly Goal[]; readonly change: Change; readonly typed: Typed },
  ): Promise<void> {
    for (const [step, isDone] of change.ticks) await saveStepDone(tx, step, isDone ? scene.now : null);
    for (const goal of goals) {
      const text = change.texts.get(goal.id);
      if (text === '') await removeGoal(tx, goal.id, scene.now);
      else if (text !== undefined) await saveGoalText(tx, goal.id, text);
      if (text !== '') await addStep(tx, scene, goal, cut(typed[newStepId(goal.id)]));
    }
    const text = newGoal(goals, typed);
    if (text === null) return;
    const goal = { id: needs.newId(), pair, text };
    await insertGoal(tx, goal, scene.person.id, scene.now);
    await addStep(tx, scene, { id: goal.id, text, steps: [] }, cut(typed.firstStep));
  }

  async function addStep(tx: Writer, scene: Scene, goal: Goal, text: string): Promise<void> {
    if (!isNewStep(goal, text)) return;
    await insertStep(tx, { id: needs.newId(), goal: goal.id, text }, scene.person.id, scene.now);
  }

  return { open, save };
}

const notesOf = (own: Own, goals: readonly Goal[], locale: Locale): readonly string[] => {
  const t = goalTexts(locale);
  if (hasEnded(own)) return [t.ended];
  return [t.note(otherNameOf(own, locale)), ...(goals.length === 0 ? [] : [t.removeHint])];
};

/** The same dialog sent twice adds once. */
const newGoal = (goals: readonly Goal[], typed: Typed): string | null => {
  const text = cut(typed.newGoal);
  return text === '' || goals.some((goal) => goal.text === text) ? null : text;
};
const isNewStep = ({ steps }: Goal, text: string): boolean =>
  text !== '' && !steps.some((step) => step.text === text);

/**
 * Why nothing is saved: a text that was typed anew has become another one since the dialog was opened, or there is no room
 * for what is added. What the other one changed and this one did not is no problem, and stays.
 */
function problemsOf(
  goals: readonly Goal[],
  { versions }: Shown,
  { texts }: Change,
  typed: Typed,
  locale: Locale,
): readonly string[] {
  const t = goalTexts(locale);
  const clashes = [...texts].flatMap(([id, text]) => {
    const index = goals.findIndex((goal) => goal.id === id);
    const goal = goals[index];
    if (goal === undefined) return text === '' ? [] : [t.takenBack(text)];
    const isAsShown = versionOf(goal.text) === versions.get(id);
    return isAsShown || goal.text === text ? [] : [t.changed(index + 1, goal.text)];
  });
  const kept = goals.filter(({ id }) => texts.get(id) !== '');
  const isFull = newGoal(goals, typed) !== null && kept.length >= MOST_GOALS;
  const full = kept.flatMap((goal) =>
    goal.steps.length >= MOST_STEPS && isNewStep(goal, cut(typed[newStepId(goal.id)]))
      ? [t.stepsFull(goals.indexOf(goal) + 1, MOST_STEPS)]
      : [],
  );
  return [...clashes, ...(isFull ? [t.full(MOST_GOALS)] : []), ...full];
}
