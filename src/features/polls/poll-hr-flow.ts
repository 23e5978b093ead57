import { asMessage, closeDialog, inPlace, notice } from '../../cards/replies';
import type { PollId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import { isHr, type Person, type Scene } from '../directory';
import { defaultSettings, readCompose, showCompose } from './compose-form';
import type { Poll, PollMember } from './poll';
import { questionView } from './poll-answers';
import { audienceNow, gapOf, isReached, type PollSending } from './poll-sending';
import { pollSettings } from './poll-settings';
import {
  closePoll,
  countRound,
  findPoll,
  insertMembers,
  lockPoll,
  membersOf,
  removePoll,
  savePoll,
  startPoll,
} from './poll-store';
import { pollManageView, pollPeopleView } from './poll-views';
import { pollsCards } from './polls-cards';
import { mayPoll, noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';

/** A poll from its dialog to its end, for HR and for the 所属長 who may ask their own sections. */
export function createPollHrFlow(needs: PollsNeeds, sending: PollSending) {
  const { store, directory } = needs;

  /** Whom somebody may ask: everybody for HR, their own sections for a 所属長. */
  async function peopleFor(scene: Scene): Promise<readonly Person[]> {
    const all = await directory.everybody(store.db, scene.today);
    return isHr(scene.person) ? all : all.filter(({ section }) => scene.person.leads.includes(section));
  }

  const mayRun = (scene: Scene, poll: Pick<Poll, 'createdBy'>): boolean =>
    isHr(scene.person) || poll.createdBy === scene.person.id;

  /** Null where there is none for this person; whoever lost the right to ask sees nothing any more. */
  async function find(scene: Scene, id: PollId): Promise<Poll | null> {
    const poll = await findPoll(store.db, id);
    const allowed = mayPoll(scene, await pollSettings(store.db));
    return poll !== null && allowed && mayRun(scene, poll) ? poll : null;
  }

  async function openForm(scene: Scene, id: PollId | null): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!mayPoll(scene, await pollSettings(store.db))) return notice(t.hrOnly);
    const poll = id === null ? null : await find(scene, id);
    if (id !== null && poll?.state !== 'draft') return notice(t.gone);
    return showCompose(scene, {
      kind: 'poll',
      id: id ?? needs.newPollId(),
      settings: poll ?? defaultSettings('poll', scene.locale),
      people: await peopleFor(scene),
    });
  }

  async function save(scene: Scene, id: PollId, data: unknown): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!mayPoll(scene, await pollSettings(store.db))) return notice(t.hrOnly);
    const found = await findPoll(store.db, id);
    if (found !== null && (!mayRun(scene, found) || found.state !== 'draft')) return notice(t.gone);
    const settings = found ?? defaultSettings('poll', scene.locale);
    const read = readCompose(scene, { kind: 'poll', id, settings, people: await peopleFor(scene) }, data);
    if (!read.ok) return read.reply;
    await store.write(async (tx) => {
      const locked = await lockPoll(tx, id);
      if (locked !== null && (!mayRun(scene, locked) || locked.state !== 'draft')) return;
      await savePoll(tx, { ...read.value, id, createdBy: scene.person.id }, scene.now);
      await noteStep(needs, tx, scene, 'poll-changed', id, locked === null ? 'create' : 'edit');
    });
    return closeDialog(asMessage(pollsCards.manage, await viewOf(scene, id, {})));
  }

  /** Whom it would ask, or has asked. */
  async function viewOf(
    scene: Scene,
    id: PollId,
    shown: { readonly page?: number; readonly note?: string; readonly asksToClose?: boolean },
  ) {
    const poll = await findPoll(store.db, id);
    if (poll === null) throw new Error(`poll ${id} is gone`);
    const audience = poll.state === 'draft' ? await audienceOf(scene, poll) : [];
    const members = poll.state === 'draft' ? [] : await membersOf(store.db, id);
    return pollManageView(
      poll,
      { audience, members, page: 0, note: null, asksToClose: false, ...shown },
      scene.locale,
    );
  }

  async function audienceOf(scene: Scene, poll: Poll): Promise<readonly Person[]> {
    const mine = new Set((await peopleFor(scene)).map(({ id }) => id));
    return (await audienceNow(needs, scene, poll.audience)).filter(({ id }) => mine.has(id));
  }

  async function show(
    scene: Scene,
    id: PollId,
    shown: { readonly page?: number; readonly note?: string; readonly asksToClose?: boolean } = {},
  ): Promise<Reply> {
    if ((await find(scene, id)) === null) return notice(pollsTexts(scene.locale).gone);
    return inPlace(pollsCards.manage, await viewOf(scene, id, shown));
  }

  async function preview(scene: Scene, id: PollId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const poll = await find(scene, id);
    if (poll === null) return notice(t.gone);
    const { officialUrl } = await pollSettings(store.db);
    const view = questionView(poll, null, officialUrl, scene.locale);
    return notice(t.preview, asMessage(pollsCards.question, view));
  }

  async function start(scene: Scene, id: PollId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const found = await find(scene, id);
    if (found === null) return notice(t.gone);
    const audience = await audienceOf(scene, found);
    if (audience.length === 0) return show(scene, id, { note: t.noBody });
    const { officialUrl } = await pollSettings(store.db);
    await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'draft') return;
      const reached = audience.filter(isReached);
      const deliveries = await sending.send(tx, scene, {
        name: roundName(id, 0),
        kind: 'poll',
        emergency: poll.emergency,
        people: reached,
        payload: (locale) => ({
          kind: 'card',
          card: pollsCards.question.name,
          view: questionView({ ...poll, state: 'open' }, null, officialUrl, locale),
        }),
      });
      await insertMembers(
        tx,
        id,
        audience.map((person) => ({
          employee: person.id,
          section: person.section,
          gap: gapOf(person),
          delivery: deliveries.get(person.id) ?? null,
        })),
      );
      await startPoll(tx, id, scene.now);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'start', {
        audience: audience.length,
        messages: reached.length,
        emergency: poll.emergency ? 1 : 0,
      });
    });
    return show(scene, id);
  }

  /** `round` is that of the card that was tapped: a second tap on it finds that the round has gone out. */
  async function remind(scene: Scene, id: PollId, round: number): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if ((await find(scene, id)) === null) return notice(t.gone);
    const people = new Map((await directory.everybody(store.db, scene.today)).map((one) => [one.id, one]));
    const { officialUrl } = await pollSettings(store.db);
    const sent = await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'open' || poll.rounds !== round) return null;
      const missing = (await membersOf(tx, id))
        .filter(({ answer }) => answer === null)
        .flatMap(({ employee }) => people.get(employee) ?? [])
        .filter(isReached);
      // What of the round before is still waiting would come twice.
      await sending.cancel(tx, roundName(id, round));
      await sending.send(tx, scene, {
        name: roundName(id, round + 1),
        kind: 'poll',
        emergency: poll.emergency,
        people: missing,
        payload: (locale) => ({
          kind: 'card',
          card: pollsCards.question.name,
          view: questionView(poll, null, officialUrl, locale),
        }),
      });
      await countRound(tx, poll);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'remind', { messages: missing.length });
      return missing.length;
    });
    return show(scene, id, { note: sent === null ? t.alreadyReminded : t.reminded(sent) });
  }

  async function close(scene: Scene, id: PollId): Promise<Reply> {
    if ((await find(scene, id)) === null) return notice(pollsTexts(scene.locale).gone);
    await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'open') return;
      await sending.cancel(tx, roundName(id, poll.rounds));
      await closePoll(tx, id, scene.now);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'close');
    });
    return show(scene, id);
  }

  async function discard(scene: Scene, id: PollId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const found = await find(scene, id);
    if (found === null) return notice(t.discarded);
    if (found.state !== 'draft') return show(scene, id);
    await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'draft') return;
      await removePoll(tx, id);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'discard');
    });
    return notice(t.discarded);
  }

  /** Names are read by who asked, and that they were is kept. */
  async function people(scene: Scene, id: PollId, filter: 'missing' | 'all', page: number): Promise<Reply> {
    const poll = await find(scene, id);
    if (poll === null) return notice(pollsTexts(scene.locale).gone);
    const all: readonly PollMember[] = await membersOf(store.db, id);
    const names = new Map(
      (await directory.everybody(store.db, scene.today)).map((one) => [one.id, one.name]),
    );
    await store.write((tx) => noteStep(needs, tx, scene, 'poll-answers-read', id, 'read', { filter, page }));
    const view = pollPeopleView(
      poll,
      { members: all, filter, page, nameOf: (employee) => names.get(employee) ?? employee },
      scene.locale,
    );
    return inPlace(pollsCards.people, view);
  }

  return { openForm, save, show, preview, start, remind, close, discard, people };
}

const roundName = (id: PollId, round: number): string => `poll:${id}:${round}`;
