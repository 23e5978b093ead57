import { asMessage, inPlace, notice } from '../../cards/replies';
import type { EmployeeId, PairId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import { hasEnded, type Own, ownPair, ownPairs } from './access';
import type { Call, CallKind } from './call';
import { raiseCall, readersOf } from './call-raising';
import { closeCall, findCall, lockCall, openCallsBy } from './call-store';
import { callTexts } from './call-texts';
import { button, item, type ListView, listView } from './list-view';
import { listCard } from './mentoring-cards';
import { type MentoringNeeds, peopleOn } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';

/** Asking one person for help, or HR for another mentor. The reader is named before the tap, and nobody else is told. */
export function createCallFlow(needs: MentoringNeeds) {
  const { store } = needs;

  async function viewOf(scene: Scene, own: Own, kind: CallKind): Promise<ListView> {
    const t = callTexts(scene.locale);
    const { person, locale } = scene;
    const readers = await readersOf(needs, store.db, own, kind, scene);
    const open = (await openCallsBy(store.db, person.id)).filter(
      (call) => call.pair === own.pair.id && call.kind === kind,
    );
    const { nameOf } = await peopleOn(needs, store.db, scene.today);
    const pair = own.pair.id;
    const choices = readers
      .filter(({ id }) => !open.some((call) => call.reader === id))
      .map(({ id, name }) =>
        button(id === own.pair.mentor ? t.toMentor(name) : t.toHr(name), 'call', { pair, kind, reader: id }),
      );
    return listView(
      {
        heading: kind === 'help' ? t.helpHeading : t.changeHeading[own.side],
        notes: [
          kind === 'help' ? t.helpText : t.changeText[own.side],
          readers.length === 0 ? t.noReader : '',
        ],
        items: open.map((call) => openItem(call, nameOf(call.reader), locale)),
        // Six buttons in a row at most.
        buttons: [
          ...choices.slice(0, 4),
          { label: t.toDesks, verb: 'answers.desks', style: 'default', data: {} },
          button(t.back, 'mine'),
        ],
      },
      locale,
    );
  }

  const openItem = (call: Call, name: string, locale: Scene['locale']) => {
    const t = callTexts(locale);
    return item({
      title: t.sentHeading[call.kind],
      lines: [t.sentText(name)],
      buttons: [button(t.withdraw, 'withdraw', { call: call.id })],
    });
  };

  async function choose(scene: Scene, id: PairId, kind: CallKind): Promise<Reply> {
    const own = await liveOwn(store.db, scene, id);
    if (own === null) return notice(mentoringTexts(scene.locale).gone);
    return inPlace(listCard, await viewOf(scene, own, kind));
  }

  /** Answers a text: of somebody's first pair, since nearly everybody has one. Null for who has none. */
  async function message(scene: Scene, kind: CallKind): Promise<readonly Message[]> {
    const all = (await ownPairs(needs, store.db, scene)).filter((own) => !hasEnded(own));
    const messages: Message[] = [];
    for (const own of all.slice(0, 2)) messages.push(asMessage(listCard, await viewOf(scene, own, kind)));
    return messages;
  }

  async function liveOwn(reader: Reader, scene: Scene, id: PairId): Promise<Own | null> {
    const own = await ownPair(needs, reader, scene, id);
    return own === null || hasEnded(own) ? null : own;
  }

  /** Only to one of those who were named; a second tap finds the first. */
  async function raise(scene: Scene, id: PairId, kind: CallKind, reader: EmployeeId): Promise<Reply> {
    const t = mentoringTexts(scene.locale);
    const raised = await store.write(async (tx) => {
      const own = await liveOwn(tx, scene, id);
      if (own === null) return null;
      const named = (await readersOf(needs, tx, own, kind, scene)).find((one) => one.id === reader);
      if (named === undefined) return null;
      await raiseCall(needs, tx, { pair: id, kind, reader }, scene);
      return own;
    });
    if (raised === null) return notice(t.gone);
    return inPlace(listCard, await viewOf(scene, raised, kind));
  }

  async function withdraw(scene: Scene, id: string): Promise<Reply> {
    const t = mentoringTexts(scene.locale);
    const c = callTexts(scene.locale);
    const call = await store.write(async (tx) => {
      const found = await lockCall(tx, id);
      if (found === null || found.asker !== scene.person.id) return null;
      await closeCall(tx, id, 'withdrawn', scene.now);
      return findCall(tx, id);
    });
    if (call === null) return notice(t.gone);
    const { nameOf } = await peopleOn(needs, store.db, scene.today);
    const view = listView(
      {
        heading: call.state === 'withdrawn' ? c.withdrawn : c.taken(nameOf(call.reader)),
        buttons: [button(c.back, 'mine')],
      },
      scene.locale,
    );
    return inPlace(listCard, view);
  }

  return { choose, message, raise, withdraw };
}
