import type { Day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import { findDates } from '../../core/dates/find-dates';
import type { Locale, Message, Reply } from '../../core/turn';
import { replyToInvoke } from '../../core/turn';
import type { Audit } from '../audit';
import type { Scene } from '../directory';
import { lockPerson } from './budget-store';
import { type DigestRef, digestId, isList, type ListRef } from './digest-id';
import { nameInDueQuestion } from './due-question';
import { itemOf, namedFirst, onlyNamed, type ShownItem, shownItem, sourceOf } from './items';
import { byDueDay, returnDay } from './plan';
import type { ItemOutcome, ThingKey } from './reminder';
import type { RemindersAction } from './reminders-actions';
import { digestCard, digestView } from './reminders-cards';
import {
  findDigest,
  latestDigestOf,
  removeMute,
  removeSnoozes,
  saveMute,
  saveSnooze,
} from './reminders-store';
import { remindersTexts } from './reminders-texts';
import { createSettingsFlow, keptBy } from './settings-flow';
import { NOTHING_SAID, said } from './source-parts';
import { createSweep, type SweepNeeds } from './sweep';
import { tipOf } from './tip-store';
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
  const settings = createSettingsFlow(needs);

  async function act(scene: Scene, action: RemindersAction): Promise<Reply> {
    switch (action.verb) {
      case 'reminders.refresh':
      case 'reminders.page':
        return showAgain(scene, action);
      case 'reminders.choose':
      case 'reminders.snooze':
      case 'reminders.unsnooze':
        return actOn(scene, action);
      case 'reminders.settings':
      case 'reminders.tips':
      case 'reminders.unmute':
        return settings.act(scene, action);
      case 'reminders.unreachable':
        return unreachable.page(scene, action.page);
      default:
        return action satisfies never;
    }
  }

  /** Null when this person has no such card: nothing of it is shown. */
  async function thingsOf(scene: Scene, digest: DigestRef): Promise<readonly Thing[] | null> {
    if (isList(digest)) return LISTED[digest](scene);
    const found = await findDigest(store.db, digest);
    return found === null || found.person !== scene.person.id ? null : found.things;
  }

  async function openThings({ person, now }: Scene): Promise<readonly Thing[]> {
    const lists = await Promise.all(sources().map((source) => source.openFor(store.db, person, now)));
    return lists.flat().toSorted(byDueDay);
  }

  /** The latest first. */
  async function doneThings({ person, now }: Scene): Promise<readonly Thing[]> {
    const lists = await Promise.all(
      sources().map(async (source) => (await source.doneFor?.(store.db, person, now)) ?? []),
    );
    return lists.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime());
  }

  const LISTED = { open: openThings, done: doneThings } as const satisfies Record<ListRef, unknown>;

  /** As the things stand now; those that have nothing to show any more are left out. */
  async function shown(scene: Scene, things: readonly Thing[]): Promise<readonly ShownItem[]> {
    const { person, now, locale } = scene;
    const kept = await keptBy(store.db, scene);
    const all: ShownItem[] = [];
    for (const { thing } of things) {
      const item = await itemOf(sources, store.db, { person, thing, now, locale });
      if (item !== null) all.push(shownItem(thing, item, kept, scene));
    }
    return all;
  }

  interface Place {
    readonly digest: DigestRef;
    readonly page: number;
  }

  async function showAgain(scene: Scene, place: Place): Promise<Reply> {
    const things = await thingsOf(scene, place.digest);
    return things === null ? notYours(scene) : showThings(scene, place, things, NOTHING_SAID);
  }

  async function showThings(
    scene: Scene,
    { digest, page }: Place,
    things: readonly Thing[],
    { notice: text, messages }: ItemOutcome,
  ): Promise<Reply> {
    const items = await shown(scene, things);
    const tip = isList(digest) ? null : await tipOf(store.db, digest);
    const view = digestView({ digest, items, page, notice: text, tip, locale: scene.locale });
    return replyToInvoke({ kind: 'card', card: digestCard.render(view) }, ...messages);
  }

  async function actOn(scene: Scene, action: OnThing): Promise<Reply> {
    const things = await thingsOf(scene, action.digest);
    const found = things?.find(({ thing }) => thing === action.thing);
    // What was on a list when it was shown may have left it; it stays on the card with its way back.
    const own = found ?? (isList(action.digest) ? { thing: action.thing, dueOn: null } : null);
    if (things === null || own === null) return notYours(scene);
    const outcome = await outcomeOf(scene, own, action);
    return showThings(scene, action, found === undefined ? [...things, own] : things, outcome);
  }

  async function outcomeOf(scene: Scene, thing: Thing, action: OnThing): Promise<ItemOutcome> {
    const [one] = await shown(scene, [thing]);
    if (one === undefined) return NOTHING_SAID;
    const t = remindersTexts(scene.locale);
    const { title, choices, mayBeMuted } = one.item;
    switch (action.verb) {
      case 'reminders.snooze': {
        if (!isSnoozable(one)) return NOTHING_SAID;
        const [until] = await snooze(scene, [thing], null);
        return until === undefined
          ? NOTHING_SAID
          : said(t.snoozedNotice(title, shortDay(until, scene.locale)));
      }
      case 'reminders.unsnooze':
        await store.write((tx) => removeSnoozes(tx, scene.person.id, [thing.thing]));
        return one.snoozedUntil === null ? NOTHING_SAID : said(t.unsnoozed(title));
      case 'reminders.choose':
        if (action.choice === 'mute') {
          if (!mayBeMuted) return NOTHING_SAID;
          await store.write((tx) => saveMute(tx, scene.person.id, thing.thing, scene.today));
          return NOTHING_SAID;
        }
        if (action.choice === 'unmute') {
          await store.write((tx) => removeMute(tx, scene.person.id, thing.thing));
          return one.muted ? said(t.unmuted(title)) : NOTHING_SAID;
        }
        if (!choices.some(({ choice }) => choice === action.choice)) return NOTHING_SAID;
        return (await sourceOf(sources, thing.thing)?.act(scene, thing.thing, action.choice)) ?? NOTHING_SAID;
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

  /**
   * 「提出するもの」, 「自己申告書出しました」: whatever is open for this person, told or not; what `text` names comes first. Counts
   * as no message.
   */
  async function listOpen(scene: Scene, text = ''): Promise<Message> {
    const open = namedFirst(await shown(scene, await openThings(scene)), text);
    // Beside the button of another thing, who says again that this one is done would record that one.
    if (onlyNamed(open, text).length === 0) {
      const done = onlyNamed(await shown(scene, await doneThings(scene)), text);
      if (done.length > 0) return list(scene, 'done', done, null);
    }
    const button = open.flatMap(({ item }) => item.choices).find(({ choice }) => choice === 'done');
    const notice = button === undefined ? null : remindersTexts(scene.locale).pressWhenDone(button.label);
    return list(scene, 'open', open, notice, null);
  }

  /** 「自己申告書はいつまで？」 of what is open for this person or done by them; null when the text names nothing of that. */
  async function dueOf(scene: Scene, text: string): Promise<Message | null> {
    const name = nameInDueQuestion(text);
    if (name === null) return null;
    const open = onlyNamed(await shown(scene, await openThings(scene)), name);
    if (open.length > 0) return list(scene, 'open', open, null);
    const done = onlyNamed(await shown(scene, await doneThings(scene)), name);
    return done.length > 0 ? list(scene, 'done', done, null) : null;
  }

  /** 「まだでした」, 「自己申告書、間違えて済みにしました」: what this person can take back; where there is none, what is open. */
  async function listDone(scene: Scene, text: string): Promise<Message> {
    const done = namedFirst(await shown(scene, await doneThings(scene)), text);
    if (done.length > 0) return list(scene, 'done', done, null);
    const open = namedFirst(await shown(scene, await openThings(scene)), text);
    return list(scene, 'open', open, remindersTexts(scene.locale).nothingToTakeBack);
  }

  function list(
    { locale }: Scene,
    digest: ListRef,
    items: readonly ShownItem[],
    said: string | null,
    /** Null for what the items are. */
    summary = said,
  ): Message {
    const view = digestView({ digest, items, page: 0, notice: said, isAnswer: true, locale });
    return { kind: 'card', card: digestCard.render(view), summary: summary ?? view.fallback };
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
        days.length === 1
          ? t.snoozedMany(wanted.length, shortDay(day, scene.locale))
          : t.snoozedApart(wanted.length),
      isAnswer: true,
      locale: scene.locale,
    });
    return { kind: 'card', card: digestCard.render(view), summary: view.notice };
  }

  return {
    sweep: createSweep(needs),
    act,
    settings: settings.message,
    listOpen,
    dueOf,
    listDone,
    snoozeLast,
    listUnreachable: unreachable.show,
    unreachedFor: unreachable.unreachedFor,
  };
}

export type Reminders = ReturnType<typeof createReminders>;

const isSnoozable = ({ item, muted }: ShownItem): boolean => item.open && item.mayBeSnoozed && !muted;

const notice = (text: string, ...messages: Message[]): Reply =>
  replyToInvoke({ kind: 'notice', text }, ...messages);

const notYours = ({ locale }: { readonly locale: Locale }): Reply => notice(remindersTexts(locale).notYours);
