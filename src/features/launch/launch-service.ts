import { asMessage, closeDialog, inPlace, notice } from '../../cards/replies';
import { longDay } from '../../core/calendar/written-days';
import type { Message, Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import { jobId } from '../../delivery';
import { isHr, type Scene } from '../directory';
import { type LaunchPlan, NO_PLAN } from './launch';
import { parseLaunchAction, parseLaunchDialog, parseLaunchSubmission } from './launch-actions';
import { createLaunchForms } from './launch-forms';
import type { LaunchNeeds } from './launch-needs';
import { createLaunchStatus } from './launch-status';
import { findPlan, lockPlan, removePlan, savePlan } from './launch-store';
import { launchTexts } from './launch-texts';
import { launchCard } from './launch-view';
import { createOpening } from './opening';
import { mayPublish } from './readiness';
import { welcomeCard, welcomeView } from './welcome-card';

/** はじめの設定: HR goes from the data by a test and a pilot to the publish date. */
export function createLaunch(needs: LaunchNeeds) {
  const { store, gate, audit } = needs;
  const forms = createLaunchForms(needs);
  const status = createLaunchStatus(needs);
  const isAdmin = ({ person }: Scene): boolean => person.roles.has('hr_admin');

  const message = async (scene: Scene, said: string | null): Promise<Message> =>
    asMessage(launchCard, await status(scene, said));
  const shown = async (scene: Scene, said: string | null, asking = false): Promise<Reply> =>
    inPlace(launchCard, await status(scene, said, asking));

  async function act(scene: Scene, name: string, data: unknown): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const action = parseLaunchAction(name, data);
    if (action === null) return notice(t.old);
    switch (action.verb) {
      case 'launch.show':
        return isHr(scene.person) ? shown(scene, null) : notice(t.hrOnly);
      case 'launch.test':
        return isHr(scene.person) ? sendTest(scene) : notice(t.hrOnly);
      case 'launch.publish': {
        if (!isAdmin(scene)) return notice(t.adminOnly);
        const may = mayPublish(await needs.readiness(store.db));
        return shown(scene, may ? t.chooseDate : t.refused);
      }
      case 'launch.unpublish':
        if (!isAdmin(scene)) return notice(t.adminOnly);
        return action.sure ? unpublish(scene) : shown(scene, null, true);
      case 'launch.sample':
        if (!isAdmin(scene)) return notice(t.adminOnly);
        return needs.local ? backToSample(scene) : notice(t.old);
      default:
        return action satisfies never;
    }
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const action = parseLaunchDialog(data);
    if (action === null) return notice(t.old);
    switch (action.verb) {
      case 'launch.ask':
        return isHr(scene.person) ? forms.ask(scene, []) : notice(t.hrOnly);
      case 'launch.pilot':
        return isAdmin(scene) ? forms.pilot(scene) : notice(t.adminOnly);
      case 'launch.date':
        return isAdmin(scene) ? forms.date(scene, null, []) : notice(t.adminOnly);
      default:
        return action satisfies never;
    }
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const action = parseLaunchSubmission(data);
    if (action === null) return notice(t.old);
    if (action.verb === 'launch.asked') {
      if (!isHr(scene.person)) return notice(t.hrOnly);
      const question = forms.askedIn(data, scene.locale);
      if (question === '') return forms.ask(scene, [t.askEmpty]);
      const answer = await needs.askAsEmployee(scene, question);
      return closeDialog({ kind: 'text', text: t.askedAs(question) }, ...answer);
    }
    if (!isAdmin(scene)) return notice(t.adminOnly);
    switch (action.verb) {
      case 'launch.savePilot': {
        const read = await forms.readPilot(scene, data);
        if (!read.ok) return forms.pilot(scene, read.error);
        await change({ pilot: read.value }, (tx) =>
          note(tx, scene, 'launch-changed', { sections: read.value.length }),
        );
        return closeDialog(await message(scene, t.saved));
      }
      case 'launch.pickDate':
        return forms.pickDate(scene, data);
      case 'launch.date':
        return forms.date(scene, null, []);
      case 'launch.publishOn':
        return publish(scene, action.on);
      default:
        return action satisfies never;
    }
  }

  /** To the one who asks, by the way that everything goes. A double tap sends one. */
  async function sendTest(scene: Scene): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const { aadObjectId, id } = scene.person;
    if (aadObjectId === null) return shown(scene, t.testNoAccount);
    await store.write((tx) =>
      needs.outbox.enqueue(tx, { id: jobId.parse('launch-test'), kind: 'launch-test', createdBy: id }, [
        {
          kind: 'send',
          recipient: aadObjectId,
          dedupeKey: `launch-test:${id}:${scene.now.toISOString().slice(0, 16)}`,
          priority: 'high',
          payload: {
            kind: 'card',
            card: welcomeCard.name,
            view: welcomeView('employee', scene.locale, true),
          },
        },
      ]),
    );
    return shown(scene, t.testSent);
  }

  /** What is published stays so: only `unpublish` takes it back. */
  async function publish(scene: Scene, on: NonNullable<LaunchPlan['publishOn']>): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const problem = forms.problemOf(on, scene);
    if (problem !== null) return forms.date(scene, on, [problem]);
    const done = await store.write(async (tx) => {
      if (!mayPublish(await needs.readiness(tx))) return false;
      await lockPlan(tx);
      const plan = (await findPlan(tx)) ?? NO_PLAN;
      if ((await gate.phase(tx)).kind === 'live' || plan.publishOn === on) return true;
      await savePlan(tx, { ...plan, publishOn: on, liveSince: on === scene.today ? on : null });
      await note(tx, scene, 'launched', { on });
      return true;
    });
    return closeDialog(await message(scene, done ? t.published(longDay(on, scene.locale)) : t.refused));
  }

  async function unpublish(scene: Scene): Promise<Reply> {
    const t = launchTexts(scene.locale);
    const wasLive = (await gate.phase()).kind === 'live';
    const plan = await findPlan(store.db);
    if (plan === null || plan.publishOn === null) return shown(scene, null);
    await change({ publishOn: null, liveSince: null }, (tx) => note(tx, scene, 'unpublished', {}));
    return shown(scene, wasLive ? t.stopped : t.takenBack);
  }

  async function backToSample(scene: Scene): Promise<Reply> {
    await store.write(async (tx) => {
      await lockPlan(tx);
      await removePlan(tx);
      await note(tx, scene, 'launch-changed', { sample: 1 });
    });
    return shown(scene, launchTexts(scene.locale).sampled);
  }

  const change = (changes: Partial<LaunchPlan>, noted: (tx: Writer) => Promise<void>): Promise<void> =>
    store.write(async (tx) => {
      await lockPlan(tx);
      await savePlan(tx, { ...((await findPlan(tx)) ?? NO_PLAN), ...changes });
      await noted(tx);
    });

  const note = (
    tx: Writer,
    scene: Scene,
    action: 'launched' | 'unpublished' | 'launch-changed',
    detail: Readonly<Record<string, string | number>>,
  ): Promise<void> =>
    audit.record(tx, { at: scene.now, actor: scene.person.id, action, subject: 'bot', detail });

  return {
    show: async (scene: Scene): Promise<readonly Message[]> => [await message(scene, null)],
    answers: gate.answers,
    isLive: gate.isLive,
    /** Notes that the publish date has come, or tells HR what keeps it back. */
    open: createOpening(needs, status),
    act,
    openDialog,
    submitDialog,
  };
}

export type Launch = ReturnType<typeof createLaunch>;
