import { notice } from '../../cards/replies';
import type { PollId } from '../../core/ids';
import type { Locale, Reply } from '../../core/turn';
import type { Writer } from '../../db/open';
import { jobId, type Payload } from '../../delivery';
import type { Person, Scene } from '../directory';
import { insertMembers, membersOf, noteDeliveries } from './member-store';
import { isEmergency, type Poll, roundName } from './poll';
import { mayRush, type PollAccess } from './poll-access';
import type { PollReport } from './poll-report-flow';
import { gapOf, isReached, type PollSending, type Reachable } from './poll-sending';
import { pollSettings } from './poll-settings';
import { closePoll, countRound, lockPoll, startPoll } from './poll-store';
import { pollsCards } from './polls-cards';
import { noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';
import { type Asked, questionView } from './question-view';

/** A poll from its start to its end. Each step is decided by the locked poll. */
export function createPollRun(
  needs: PollsNeeds,
  access: PollAccess,
  report: PollReport,
  sending: PollSending,
) {
  const { store, directory, outbox } = needs;

  async function start(scene: Scene, id: PollId): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const found = await access.find(scene, id);
    if (found === null) return notice(questionTexts(scene.locale).gone);
    if (isEmergency(found) && !mayRush(scene.person))
      return report.show(scene, id, { note: t.emergencyAdmin });
    if (!(await needs.isLive())) return report.show(scene, id, { note: t.notLive });
    const audience = await report.audienceOf(scene, found);
    if (audience.length === 0) return report.show(scene, id, { note: t.noBody });
    const { officialUrl } = await pollSettings(store.db);
    const isStarted = await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'draft') return true;
      // Between the look and the lock somebody may have made it an emergency.
      if (isEmergency(poll) && !mayRush(scene.person)) return false;
      const reached = audience.filter(isReached);
      const deliveries = await sending.send(tx, scene, {
        name: roundName(id, 0),
        kind: KIND,
        emergency: isEmergency(poll),
        people: reached,
        payload: askingCard({ ...poll, state: 'open' }, audience, officialUrl),
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
      if (isEmergency(poll)) await tellAdmins(tx, scene, poll, audience.length);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'start', {
        audience: audience.length,
        messages: reached.length,
        emergency: isEmergency(poll) ? 1 : 0,
      });
      return true;
    });
    return report.show(scene, id, isStarted ? {} : { note: t.emergencyAdmin });
  }

  /** Who can do the same has to know at once that it was done. */
  async function tellAdmins(tx: Writer, scene: Scene, poll: Poll, asked: number): Promise<void> {
    const others = (await directory.withRole(tx, 'hr_admin', scene.today)).filter(
      (person): person is Reachable => person.id !== scene.person.id && isReached(person),
    );
    const text = pollsTexts('ja').emergencyStarted(scene.person.name, asked, poll.question);
    await outbox.enqueue(
      tx,
      { id: jobId.parse(`poll:${poll.id}:admins`), kind: KIND, createdBy: scene.person.id },
      others.map(({ id, aadObjectId }) => ({
        kind: 'send',
        recipient: aadObjectId,
        dedupeKey: `poll:${poll.id}:admins:${id}`,
        priority: 'high',
        payload: { kind: 'text', text },
      })),
    );
  }

  /**
   * `round` is that of the card that was tapped: a second tap on it finds that the round has gone out. Of an emergency it goes
   * out at any hour only when an administrator says so.
   */
  async function remind(scene: Scene, id: PollId, round: number): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if ((await access.find(scene, id)) === null) return notice(questionTexts(scene.locale).gone);
    const everybody = await directory.everybody(store.db, scene.today);
    const people = new Map(everybody.map((one) => [one.id, one]));
    const { officialUrl } = await pollSettings(store.db);
    const note = await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'open' || poll.rounds !== round) return t.alreadyReminded;
      const asked = (await membersOf(tx, id)).flatMap((member) => {
        const person = people.get(member.employee);
        return person === undefined ? [] : [{ person, member }];
      });
      const missing = asked
        .flatMap(({ person, member }) => (member.answer === null ? [person] : []))
        .filter(isReached);
      const atOnce = isEmergency(poll) && mayRush(scene.person);
      // What of the round before is still waiting would come twice.
      await sending.cancel(tx, roundName(id, round));
      const deliveries = await sending.send(tx, scene, {
        name: roundName(id, round + 1),
        kind: KIND,
        emergency: atOnce,
        people: missing,
        payload: askingCard(
          poll,
          asked.map(({ person }) => person),
          officialUrl,
        ),
      });
      await noteDeliveries(tx, id, deliveries);
      await countRound(tx, poll);
      await noteStep(needs, tx, scene, 'poll-changed', id, 'remind', { messages: missing.length });
      return atOnce ? t.reminded(missing.length) : t.remindedLater(missing.length);
    });
    return report.show(scene, id, { note });
  }

  /** What has gone out says so from then on, with what each answered. */
  async function close(scene: Scene, id: PollId): Promise<Reply> {
    if ((await access.find(scene, id)) === null) return notice(questionTexts(scene.locale).gone);
    const { officialUrl } = await pollSettings(store.db);
    await store.write(async (tx) => {
      const poll = await lockPoll(tx, id);
      if (poll?.state !== 'open') return;
      await sending.cancel(tx, roundName(id, poll.rounds));
      await closePoll(tx, id, scene.now);
      const answers = new Map((await membersOf(tx, id)).map(({ employee, answer }) => [employee, answer]));
      const closed: Poll = { ...poll, state: 'closed' };
      await sending.replace(tx, scene.person.id, {
        rounds: Array.from({ length: poll.rounds + 1 }, (_, round) => roundName(id, round)),
        name: `poll:${id}:closed`,
        kind: KIND,
        payload: (employee, locale) =>
          card(closed, { answer: answers.get(employee) ?? null, leads: false }, officialUrl, locale),
      });
      await noteStep(needs, tx, scene, 'poll-changed', id, 'close');
    });
    return report.show(scene, id);
  }

  return { start, remind, close };
}

const KIND = 'poll';

const card = (poll: Poll, asked: Asked, officialUrl: string | null, locale: Locale): Payload => ({
  kind: 'card',
  card: pollsCards.question.name,
  view: questionView(poll, asked, officialUrl, locale),
});

/** For each of `audience`; who leads others of it can look who of them is missing. */
function askingCard(poll: Poll, audience: readonly Person[], officialUrl: string | null) {
  const asked = Map.groupBy(audience, ({ section }) => section);
  const leads = ({ id, leads: sections }: Person): boolean =>
    sections.some((section) => asked.get(section)?.some((one) => one.id !== id) === true);
  return (person: Person, locale: Locale): Payload =>
    card(poll, { answer: null, leads: leads(person) }, officialUrl, locale);
}
