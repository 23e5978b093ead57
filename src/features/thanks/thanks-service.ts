import { asMessage, inPlace, notice } from '../../cards/replies';
import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addDays, dayOf, instantAt } from '../../core/calendar/day';
import type { EmployeeId, ThanksId } from '../../core/ids';
import type { Locale, Message, Reply } from '../../core/turn';
import type { Store, Writer } from '../../db/open';
import { jobId, type Outbox } from '../../delivery';
import type { Audit } from '../audit';
import type { Directory, Person, Scene } from '../directory';
import { giveBackToBudget, localesOf, reserveInBudget } from '../reminders';
import { canBeThanked, LONGEST_THANKS, namedIn, type Thanks, type WiderCircle } from './thanks';
import { parseThanksAction, type ThanksAction, type Written } from './thanks-actions';
import { composeView, type GalleryView, type PickView, thanksCards } from './thanks-cards';
import {
  deliveryState,
  findThanks,
  insertThanks,
  lockThanks,
  noteDelivery,
  noteReported,
  noteTakenBack,
  saveShared,
  sharedSince,
} from './thanks-store';
import { thanksTexts } from './thanks-texts';
import { mayBeShared, receivedView, reportedView, sentView } from './thanks-views';

export interface ThanksNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  /** The card for a sensitive text, or null when it is none. */
  readonly sensitiveCard: (text: string, scene: Scene) => Promise<Message | null>;
  readonly newId: () => ThanksId;
}

const MOST_PEOPLE = 6;
const MOST_SHARED = 10;
/** Days for which something stays among the shared ones. */
const SHARED_FOR = 60;
const OPENING = '08:30';

const jobOf = (id: ThanksId) => jobId.parse(`thanks:${id}`);
const keyOf = (id: ThanksId): string => `thanks:${id}`;

/** From picking a colleague to what the two of them do with the card. */
export function createThanks(needs: ThanksNeeds) {
  const { store, outbox, directory, calendar } = needs;

  const everybody = ({ today }: Scene) => directory.everybody(store.db, today);
  const find = (scene: Scene, id: EmployeeId) => directory.byId(store.db, id, scene.today);

  /** 「田中さんにお礼を送りたい」: the one who is named at once, or a choice. */
  async function begin(scene: Scene, text: string): Promise<Message> {
    const named = namedIn(text, await everybody(scene), scene.person);
    const [only] = named;
    return only !== undefined && named.length === 1
      ? asMessage(thanksCards.compose, firstCompose(scene, only))
      : asMessage(thanksCards.pick, pickView(scene, '', named, null));
  }

  const firstCompose = (scene: Scene, to: Person) =>
    composeView(
      to,
      { id: needs.newId(), sentence: 0, own: '', allows: 'nobody' },
      { preview: null, problem: null },
      scene.locale,
    );

  function pickView(scene: Scene, name: string, found: readonly Person[], note: string | null): PickView {
    const t = thanksTexts(scene.locale);
    const more = found.length - MOST_PEOPLE;
    const said = note ?? (more > 0 ? t.tooMany(more) : null);
    return {
      lang: scene.locale,
      fallback: t.pickHeading,
      heading: t.pickHeading,
      text: t.pickText,
      name,
      nameLabel: t.nameLabel,
      searchLabel: t.search,
      people: found
        .slice(0, MOST_PEOPLE)
        .map((one) => ({ label: t.person(one.name, one.section), to: one.id })),
      hasNote: said !== null,
      note: said ?? '',
    };
  }

  async function pick(scene: Scene, name: string): Promise<Reply> {
    const found = namedIn(name, await everybody(scene), scene.person);
    const note = name.trim() !== '' && found.length === 0 ? thanksTexts(scene.locale).noneFound : null;
    return inPlace(thanksCards.pick, pickView(scene, name, found, note));
  }

  async function write(scene: Scene, id: EmployeeId): Promise<Reply> {
    const to = await find(scene, id);
    return to === null || !canBeThanked(to, scene.person)
      ? notice(thanksTexts(scene.locale).noneFound)
      : notice(
          thanksTexts(scene.locale).composeHeading(to.name, to.section),
          asMessage(thanksCards.compose, firstCompose(scene, to)),
        );
  }

  const textOf = ({ own, sentence }: Written, locale: Locale): string => {
    const { sentences } = thanksTexts(locale);
    return own.trim() === '' ? (sentences[sentence] ?? sentences[0] ?? '') : own.trim();
  };

  /** Nothing goes out of a text that is too long, or that speaks of something for a desk. */
  async function checked(
    scene: Scene,
    written: Written,
    go: (to: Person, text: string) => Promise<Reply>,
  ): Promise<Reply> {
    const t = thanksTexts(scene.locale);
    const to = await find(scene, written.to);
    if (to === null || !canBeThanked(to, scene.person)) return notice(t.noneFound);
    const text = textOf(written, scene.locale);
    if ([...text].length > LONGEST_THANKS)
      return inPlace(
        thanksCards.compose,
        composeView(to, written, { preview: null, problem: t.tooLong }, scene.locale),
      );
    const desks = await needs.sensitiveCard(text, scene);
    return desks?.kind === 'card'
      ? { messages: [], invoke: { kind: 'card', card: desks.card } }
      : go(to, text);
  }

  const preview = (scene: Scene, written: Written): Promise<Reply> =>
    checked(scene, written, async (to, text) =>
      inPlace(thanksCards.compose, composeView(to, written, { preview: text, problem: null }, scene.locale)),
    );

  const send = (scene: Scene, written: Written): Promise<Reply> =>
    checked(scene, written, async (to, text) => {
      const before = await findThanks(store.db, written.id);
      if (before !== null) return sent(scene, written.id);
      const made: Thanks = {
        id: written.id,
        sender: scene.person.id,
        receiver: to.id,
        text,
        sentOn: scene.today,
        delivery: null,
        senderAllows: written.allows,
        sharedWith: null,
        takenBack: false,
        reported: false,
      };
      const outcome = await store.write(async (tx) => {
        const inserted = await insertThanks(tx, made);
        if (inserted === 'inserted') await post(tx, scene, made, to);
        return inserted;
      });
      const isOwn = (await findThanks(store.db, written.id)) !== null;
      return outcome === 'taken' && !isOwn
        ? notice(thanksTexts(scene.locale).already)
        : sent(scene, written.id);
    });

  /** On the first open day that has room in the receiver's budget. */
  async function post(tx: Writer, scene: Scene, card: Thanks, to: Person): Promise<void> {
    if (to.aadObjectId === null) throw new Error(`${to.id} is not in Teams`);
    const opensAt = calendar().nextOpenMoment(scene.now);
    const days = await reserveInBudget(tx, {
      people: [to.id],
      from: dayOf(opensAt),
      calendar: calendar(),
      nameOf: () => keyOf(card.id),
    });
    const on = days.get(to.id) ?? dayOf(opensAt);
    const locale = (await localesOf(tx, [to.aadObjectId])).get(to.aadObjectId) ?? 'ja';
    const { added } = await outbox.enqueue(
      tx,
      { id: jobOf(card.id), kind: 'thanks', createdBy: scene.person.id },
      [
        {
          kind: 'send',
          recipient: to.aadObjectId,
          dedupeKey: keyOf(card.id),
          notBefore: on === dayOf(opensAt) ? opensAt : instantAt(on, OPENING),
          priority: 'low',
          payload: {
            kind: 'card',
            card: thanksCards.card.name,
            view: receivedView(card, scene.person, { note: null, asksReport: false }, locale),
          },
        },
      ],
    );
    const [delivery] = added;
    if (delivery !== undefined) await noteDelivery(tx, card.id, delivery.id);
  }

  async function sent(scene: Scene, id: ThanksId, note: string | null = null): Promise<Reply> {
    const t = thanksTexts(scene.locale);
    const card = await findThanks(store.db, id);
    if (card === null || card.sender !== scene.person.id) return notice(t.gone);
    const to = await find(scene, card.receiver);
    const state = await deliveryState(store.db, card.delivery);
    return inPlace(thanksCards.card, sentView(card, { to: to?.name ?? '', state, note }, scene.locale));
  }

  async function takeBack(scene: Scene, id: ThanksId): Promise<Reply> {
    const outcome = await store.write(async (tx) => {
      const card = await lockThanks(tx, id);
      if (card === null || card.sender !== scene.person.id) return 'gone';
      if (card.takenBack || card.delivery === null) return 'done';
      const { cancelled } = await outbox.cancelDeliveries(tx, [card.delivery]);
      if (cancelled === 0) return 'late';
      await giveBackToBudget(tx, [keyOf(id)]);
      await noteTakenBack(tx, id);
      return 'done';
    });
    return sent(scene, id, outcome === 'late' ? thanksTexts(scene.locale).tooLate : null);
  }

  async function received(
    scene: Scene,
    id: ThanksId,
    shown: { readonly note?: string; readonly asksReport?: boolean } = {},
  ): Promise<Reply> {
    const card = await findThanks(store.db, id);
    if (card === null || card.receiver !== scene.person.id || card.takenBack)
      return notice(thanksTexts(scene.locale).gone);
    const from = await find(scene, card.sender);
    const view = receivedView(
      card,
      from ?? { id: card.sender, name: '', section: '' },
      { note: shown.note ?? null, asksReport: shown.asksReport ?? false },
      scene.locale,
    );
    return inPlace(thanksCards.card, view);
  }

  /** Within what the sender allows. Either of the two ends it. */
  async function share(scene: Scene, id: ThanksId, circle: WiderCircle | null): Promise<Reply> {
    await store.write(async (tx) => {
      const card = await lockThanks(tx, id);
      if (card === null) return;
      const isReceiver = card.receiver === scene.person.id;
      if (
        circle === null
          ? isReceiver || card.sender === scene.person.id
          : isReceiver && mayBeShared(card, circle)
      )
        await saveShared(tx, id, circle, scene.today);
    });
    const card = await findThanks(store.db, id);
    return card?.sender === scene.person.id ? sent(scene, id) : received(scene, id);
  }

  /** To all who answer for HR, once. */
  async function report(scene: Scene, id: ThanksId): Promise<Reply> {
    const editors = await directory.withRole(store.db, 'hr_editor', scene.today);
    await store.write(async (tx) => {
      const card = await lockThanks(tx, id);
      if (card === null || card.receiver !== scene.person.id || card.reported || card.takenBack) return;
      await noteReported(tx, id);
      await saveShared(tx, id, null, scene.today);
      const from = await directory.byId(tx, card.sender, scene.today);
      const view = reportedView(card, { sender: from, receiver: scene.person }, 'ja');
      await outbox.enqueue(
        tx,
        { id: jobId.parse(`thanks:${id}:report`), kind: 'thanks-report', createdBy: scene.person.id },
        editors.flatMap(({ aadObjectId, id: editor }) =>
          // Nobody is told of a report about themself.
          aadObjectId === null || editor === card.sender
            ? []
            : [
                {
                  kind: 'send' as const,
                  recipient: aadObjectId,
                  dedupeKey: `thanks:${id}:report:${editor}`,
                  payload: { kind: 'card' as const, card: thanksCards.card.name, view },
                },
              ],
        ),
      );
      await needs.audit.record(tx, {
        at: scene.now,
        actor: scene.person.id,
        action: 'thanks-reported',
        subject: id,
        detail: {},
      });
    });
    return received(scene, id, { note: thanksTexts(scene.locale).reported });
  }

  /** 「みんなのありがとう」: what both have given free, to all or to one's own section. */
  async function galleryView(scene: Scene): Promise<GalleryView> {
    const t = thanksTexts(scene.locale);
    const people = new Map((await everybody(scene)).map((person) => [person.id, person]));
    const nameOf = (id: EmployeeId): string => {
      const person = people.get(id);
      return person === undefined ? '' : t.person(person.name, person.section);
    };
    const seen = (await sharedSince(store.db, addDays(scene.today, -SHARED_FOR), 200)).filter(
      ({ sharedWith, receiver }) =>
        sharedWith === 'all' || people.get(receiver)?.section === scene.person.section,
    );
    const rows = seen
      .filter(({ sender, receiver }) => people.has(sender) && people.has(receiver))
      .slice(0, MOST_SHARED)
      .map(({ text, sender, receiver }) => ({ text, names: t.fromTo(nameOf(sender), nameOf(receiver)) }));
    return {
      lang: scene.locale,
      fallback: t.galleryHeading,
      heading: t.galleryHeading,
      note: t.galleryNote,
      hasEmpty: rows.length === 0,
      empty: t.galleryEmpty,
      rows,
      writeLabel: t.write,
    };
  }

  const gallery = async (scene: Scene): Promise<Message> =>
    asMessage(thanksCards.gallery, await galleryView(scene));

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    const action = parseThanksAction(verb, data);
    return action === null ? notice(thanksTexts(scene.locale).old) : button(scene, action);
  }

  function button(scene: Scene, action: ThanksAction): Promise<Reply> | Reply {
    switch (action.verb) {
      case 'thanks.pick':
        return pick(scene, action.name);
      case 'thanks.write':
        return write(scene, action.to);
      case 'thanks.preview':
        return preview(scene, action);
      case 'thanks.send':
        return send(scene, action);
      case 'thanks.cancel':
        return notice(thanksTexts(scene.locale).cancelled);
      case 'thanks.sent':
        return sent(scene, action.id);
      case 'thanks.takeBack':
        return takeBack(scene, action.id);
      case 'thanks.received':
        return received(scene, action.id);
      case 'thanks.share':
        return share(scene, action.id, action.circle);
      case 'thanks.unshare':
        return share(scene, action.id, null);
      case 'thanks.askReport':
        return received(scene, action.id, { asksReport: true });
      case 'thanks.report':
        return report(scene, action.id);
      case 'thanks.gallery':
        return galleryView(scene).then((view) => inPlace(thanksCards.gallery, view));
      default:
        return action satisfies never;
    }
  }

  return { begin, gallery, act };
}

export type ThanksFeature = ReturnType<typeof createThanks>;
