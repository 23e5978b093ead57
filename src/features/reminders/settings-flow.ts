import type { Message, Reply } from '../../core/turn';
import { replyToInvoke } from '../../core/turn';
import type { Reader } from '../../db/store';
import type { Scene } from '../directory';
import { itemOf } from './items';
import { DEFAULT_MINUTE, MINUTES } from './plan';
import type { ThingKey } from './reminder';
import type { RemindersAction } from './reminders-actions';
import { keptOf, removeMute, saveMinute } from './reminders-store';
import { remindersTexts } from './reminders-texts';
import { settingsCard, settingsView, timeText } from './settings-card';
import type { SweepNeeds } from './sweep';
import { saveWantsTips, wantsTips } from './tip-store';
import { tipTexts } from './tip-texts';

const MOST_MUTED = 10;

type OnSettings = Extract<
  RemindersAction,
  { verb: 'reminders.settings' | 'reminders.tips' | 'reminders.unmute' }
>;

/** What a person has decided about their reminders. */
export async function keptBy(reader: Reader, { person: { id } }: Pick<Scene, 'person'>) {
  const kept = await keptOf(reader, [id]);
  return {
    minute: kept.minutes.get(id) ?? DEFAULT_MINUTE,
    snoozes: kept.snoozes.get(id) ?? [],
    muted: kept.muted.get(id) ?? new Set<ThingKey>(),
  };
}

/** リマインドの設定: the time of the digest, tips, and what was muted. */
export function createSettingsFlow({ store, sources }: Pick<SweepNeeds, 'store' | 'sources'>) {
  async function act(scene: Scene, action: OnSettings): Promise<Reply> {
    const { id } = scene.person;
    switch (action.verb) {
      case 'reminders.settings':
        return action.minute === undefined ? below(scene) : pickTime(scene, action.minute);
      case 'reminders.tips':
        await store.write((tx) => saveWantsTips(tx, id, action.wanted));
        return inPlace(scene, tipTexts(scene.locale)[action.wanted ? 'on' : 'off']);
      case 'reminders.unmute':
        await store.write((tx) => removeMute(tx, id, action.thing));
        return inPlace(scene, null);
      default:
        return action satisfies never;
    }
  }

  async function pickTime(scene: Scene, minute: number): Promise<Reply> {
    if (!MINUTES.includes(minute)) return inPlace(scene, null);
    await store.write((tx) => saveMinute(tx, scene.person.id, minute));
    return inPlace(scene, remindersTexts(scene.locale).saved(timeText(minute)));
  }

  async function viewOf(scene: Scene, notice: string | null) {
    const { person, now, locale } = scene;
    const { minute, muted } = await keptBy(store.db, scene);
    const titles = [];
    for (const thing of [...muted].sort()) {
      const item = await itemOf(sources, store.db, { person, thing, now, locale });
      if (item !== null && titles.length < MOST_MUTED) titles.push({ thing, title: item.title });
    }
    const tips = await wantsTips(store.db, person.id);
    return settingsView({ minute, tips, muted: titles, notice, locale });
  }

  async function inPlace(scene: Scene, notice: string | null): Promise<Reply> {
    return replyToInvoke({ kind: 'card', card: settingsCard.render(await viewOf(scene, notice)) });
  }

  const below = async (scene: Scene): Promise<Reply> =>
    replyToInvoke({ kind: 'notice', text: remindersTexts(scene.locale).shownBelow }, await message(scene));

  async function message(scene: Scene): Promise<Message> {
    const view = await viewOf(scene, null);
    return { kind: 'card', card: settingsCard.render(view), summary: view.fallback };
  }

  return { act, message };
}
