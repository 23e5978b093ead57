import type { Day } from '../../core/calendar/day';
import { formatShort } from '../../core/calendar/wareki';
import { findDates } from '../../core/dates/find-dates';
import type { Locale, Message, Reply } from '../../core/turn';
import { replyToInvoke } from '../../core/turn';
import type { Audit } from '../audit';
import type { Scene } from '../directory';
import { lockPerson } from './budget-store';
import { type DigestRef, digestId } from './digest-id';
import { itemOf, namedFirst, type ShownItem, shownItem, sourceOf } from './items';
import { byDueDay, DEFAULT_MINUTE, MINUTES, returnDay } from './plan';
import type { ThingKey } from './reminder';
import type { RemindersAction } from './reminders-actions';
import { digestCard, digestView } from './reminders-cards';
import {
  findDigest,
  keptOf,
  latestDigestOf,
  removeMute,
  removeSnoozes,
  saveMinute,
  saveMute,
  saveSnooze,
} from './reminders-store';
import { remindersTexts } from './reminders-texts';
import { settingsCard, settingsView, timeText } from './settings-card';
import { createSweep, type SweepNeeds } from './sweep';
import { saveWantsTips, tipOf, wantsTips } from './tip-store';
import { tipTexts } from './tip-texts';
import { createUnreachableList } from './unreachable-list';

export interface RemindersNeeds extends SweepNeeds {
  readonly audit: Audit;
}

interface Thing {
  readonly thing: ThingKey;
  readonly dueOn: Day | null;
}

type OnThing = Extract<
  RemindersAction,
  { verb: 'reminders.choose' | 'reminders.snooze' | 'reminders.unsnooze' }
>;

/** リマインド: finds what is due (`sweep`), and answers the taps and texts of those who were reminded. */
export function createReminders(needs: RemindersNeeds) {
  const { store, sources } = needs;
  const unreachable = createUnreachableList(needs);

  async function act(scene: Scene, action: RemindersAction): Promise<Reply> {
    switch (action.verb) {
      case 'reminders.refresh':
      case 'reminders.page':
        return showAgain(scene, action.digest, action.page, null, []);
      case 'reminders.choose':
      case 'reminders.snooze':
      case 'reminders.unsnooze':
        return actOn(scene, action);
      case 'reminders.settings':
        return action.minute === undefined
          ? notice(remindersTexts(scene.locale).shownBelow, await settings(scene))
          : pickTime(scene, action.minute);
      case 'reminders.unreachable':
        return unreachable.page(scene, action.page);
      case 'reminders.tips':
        await store.write((tx) => saveWantsTips(tx, scene.person.id, action.wanted));
        return inPlaceSettings(scene, tipTexts(scene.locale)[action.wanted ? 'on' : 'off']);
      case 'reminders.unmute':
        await store.write((tx) => removeMute(tx, scene.person.id, action.thing));
        return inPlaceSettings(scene, null);
      default:
        return action satisfies never;
    }
  }

  /** Null when this person has no such card: nothing of it is shown. */
  async function thingsOf(scene: Scene, digest: DigestRef): Promise<readonly Thing[] | null> {
    if (digest === 'open') return openThings(scene);
    const found = await findDigest(store.db, digest);
    return found === null || found.person !== scene.person.id ? null : found.things;
  }

  async function openThings(scene: Scene): Promise<readonly Thing[]> {
    const lists = await Promise.all(
      sources().map((source) => source.openFor(store.db, scene.person, scene.now)),
    );
    return lists.flat().toSorted(byDueDay);
  }

  /** As the things stand now; those that have nothing to show any more are left out. */
  async function shown(scene: Scene, things: readonly Thing[]): Promise<readonly ShownItem[]> {
    const { person, now, locale } = scene;
    const kept = await keptBy(scene);
    const all: ShownItem[] = [];
    for (const { thing } of things) {
      const item = await itemOf(sources, store.db, { person, thing, now, locale });
      if (item !== null) all.push(shownItem(thing, item, kept, scene));
    }
    return all;
  }

  async function keptBy({ person: { id } }: Scene) {
    const kept = await keptOf(store.db, [id]);
    return {
      minute: kept.minutes.get(id) ?? DEFAULT_MINUTE,
      snoozes: kept.snoozes.get(id) ?? [],
      muted: kept.muted.get(id) ?? new Set<ThingKey>(),
    };
  }

  async function showAgain(
    scene: Scene,
    digest: DigestRef,
    page: number,
    said: string | null,
    messages: readonly Message[],
  ): Promise<Reply> {
    const things = await thingsOf(scene, digest);
    if (things === null) return notYours(scene);
    const items = await shown(scene, things);
    const tip = digest === 'open' ? null : await tipOf(store.db, digest);
    const view = digestView({ digest, items, page, notice: said, tip, locale: scene.locale });
    return replyToInvoke({ kind: 'card', card: digestCard.render(view) }, ...messages);
  }

  async function actOn(scene: Scene, action: OnThing): Promise<Reply> {
    const { digest, page } = action;
    const things = await thingsOf(scene, digest);
    const own = things?.find(({ thing }) => thing === action.thing);
    // Of the list of open things one disappears when it is done; a second tap then finds the list without it.
    if (things === null || (own === undefined && digest !== 'open')) return notYours(scene);
    const outcome = own === undefined ? NOTHING : await outcomeOf(scene, own, action);
    return showAgain(scene, digest, page, outcome.notice, outcome.messages);
  }

  async function outcomeOf(
    scene: Scene,
    thing: Thing,
    action: OnThing,
  ): Promise<{ readonly notice: string | null; readonly messages: readonly Message[] }> {
    const [one] = await shown(scene, [thing]);
    if (one === undefined) return NOTHING;
    const said = (text: string) => ({ notice: text, messages: [] });
    const t = remindersTexts(scene.locale);
    const { title, choices, mayBeMuted } = one.item;
    switch (action.verb) {
      case 'reminders.snooze': {
        if (!isSnoozable(one)) return NOTHING;
        const [until] = await snooze(scene, [thing], null);
        return until === undefined ? NOTHING : said(t.snoozedNotice(title, formatShort(until)));
      }
      case 'reminders.unsnooze':
        await store.write((tx) => removeSnoozes(tx, scene.person.id, [thing.thing]));
        return one.snoozedUntil === null ? NOTHING : said(t.unsnoozed(title));
      case 'reminders.choose':
        if (action.choice === 'mute') {
          if (!mayBeMuted) return NOTHING;
          await store.write((tx) => saveMute(tx, scene.person.id, thing.thing, scene.today));
          return NOTHING;
        }
        if (action.choice === 'unmute') {
          await store.write((tx) => removeMute(tx, scene.person.id, thing.thing));
          return one.muted ? said(t.unmuted(title)) : NOTHING;
        }
        if (!choices.some(({ choice }) => choice === action.choice)) return NOTHING;
        return (await sourceOf(sources, thing.thing)?.act(scene, thing.thing, action.choice)) ?? NOTHING;
      default:
        return action satisfies never;
    }
  }

  /** Answers the days on which they come back, each once. `wanted`: null for the next open day. */
  async function snooze(scene: Scene, things: readonly Thing[], wanted: Day | null): Promise<readonly Day[]> {
    const { today, person } = scene;
    const until = ({ dueOn }: Thing): Day => returnDay(wanted, dueOn, today, needs.calendar());
    await store.write(async (tx) => {
      await lockPerson(tx, person.id);
      for (const one of things) await saveSnooze(tx, person.id, { ...one, until: until(one) });
    });
    return [...new Set(things.map(until))];
  }

  async function pickTime(scene: Scene, minute: number): Promise<Reply> {
    if (!MINUTES.includes(minute)) return inPlaceSettings(scene, null);
    await store.write((tx) => saveMinute(tx, scene.person.id, minute));
    return inPlaceSettings(scene, remindersTexts(scene.locale).saved(timeText(minute)));
  }

  async function settingsOf(scene: Scene, said: string | null) {
    const { person, now, locale } = scene;
    const { minute, muted } = await keptBy(scene);
    const titles = [];
    for (const thing of [...muted].sort()) {
      const item = await itemOf(sources, store.db, { person, thing, now, locale });
      if (item !== null && titles.length < MOST_MUTED) titles.push({ thing, title: item.title });
    }
    const tips = await wantsTips(store.db, person.id);
    return settingsView({ minute, tips, muted: titles, notice: said, locale });
  }

  async function inPlaceSettings(scene: Scene, said: string | null): Promise<Reply> {
    return replyToInvoke({ kind: 'card', card: settingsCard.render(await settingsOf(scene, said)) });
  }

  /** リマインドの設定 */
  async function settings(scene: Scene): Promise<Message> {
    const view = await settingsOf(scene, null);
    return { kind: 'card', card: settingsCard.render(view), summary: view.fallback };
  }

  /**
   * 「提出するもの」, 「自己申告書出しました」: whatever is open for this person, told or not; what `text` names comes first. Counts
   * as no message.
   */
  async function listOpen(scene: Scene, text = ''): Promise<Message> {
    const items = namedFirst(await shown(scene, await openThings(scene)), text);
    const view = digestView({ digest: 'open', items, page: 0, notice: null, locale: scene.locale });
    return { kind: 'card', card: digestCard.render(view), summary: view.fallback };
  }

  /** 「明日また教えて」, 「来週また」: puts off what is still open of the person's last digest, until the day that `text` names. */
  async function snoozeLast(scene: Scene, text: string): Promise<Message> {
    const t = remindersTexts(scene.locale);
    const latest = digestId.safeParse(await latestDigestOf(store.db, scene.person.id));
    const digest = latest.success ? await findDigest(store.db, latest.data) : null;
    if (digest === null) return { kind: 'text', text: t.nothingToSnooze };
    const now = await shown(scene, digest.things);
    const wanted = digest.things.filter(({ thing }) =>
      now.some((one) => one.thing === thing && isSnoozable(one)),
    );
    if (wanted.length === 0) return { kind: 'text', text: t.nothingToSnooze };
    const named = findDates(text, scene.today, needs.calendar()).find(({ from }) => from > scene.today);
    const days = await snooze(scene, wanted, named?.from ?? null);
    const [day = scene.today] = days;
    const view = digestView({
      digest: digest.id,
      items: await shown(scene, digest.things),
      page: 0,
      notice:
        days.length === 1 ? t.snoozedMany(wanted.length, formatShort(day)) : t.snoozedApart(wanted.length),
      locale: scene.locale,
    });
    return { kind: 'card', card: digestCard.render(view), summary: view.notice };
  }

  return {
    sweep: createSweep(needs),
    act,
    settings,
    listOpen,
    snoozeLast,
    listUnreachable: unreachable.show,
    unreachedFor: unreachable.unreachedFor,
  };
}

export type Reminders = ReturnType<typeof createReminders>;

const MOST_MUTED = 10;
const NOTHING = { notice: null, messages: [] } as const;

const isSnoozable = ({ item, muted }: ShownItem): boolean => item.open && item.mayBeSnoozed && !muted;

const notice = (text: string, ...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'notice', text }, ...messages);

const notYours = ({ locale }: { readonly locale: Locale }): Reply => notice(remindersTexts(locale).notYours);
