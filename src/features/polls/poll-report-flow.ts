import { inPlace, notice } from '../../cards/replies';
import type { PollId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Person, Scene } from '../directory';
import type { ManageView, PeopleView } from './card-views';
import { ledIn, unanswered } from './led';
import type { Asks } from './manage-buttons';
import { membersOf } from './member-store';
import { pollPeopleView } from './people-view';
import { isIn, type PeopleFilter, type Poll, roundName } from './poll';
import type { PollAccess } from './poll-access';
import { audienceNow, laterOf } from './poll-sending';
import { findPoll } from './poll-store';
import { pollManageView } from './poll-views';
import { pollsCards } from './polls-cards';
import { noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';

export interface Shown {
  readonly page?: number;
  readonly note?: string;
  readonly asks?: Asks;
}

/** How a poll stands: for who runs it, and, as far as their own people go, for the 所属長. */
export function createPollReport(needs: PollsNeeds, access: PollAccess) {
  const { store, directory } = needs;

  /** Whom a draft would ask now. */
  async function audienceOf(scene: Scene, poll: Poll): Promise<readonly Person[]> {
    const mine = new Set((await access.peopleFor(scene)).map(({ id }) => id));
    return (await audienceNow(needs, scene, poll.audience)).filter(({ id }) => mine.has(id));
  }

  async function viewOf(scene: Scene, id: PollId, shown: Shown): Promise<ManageView> {
    const poll = await findPoll(store.db, id);
    if (poll === null) throw new Error(`poll ${id} is gone`);
    const isDraft = poll.state === 'draft';
    return pollManageView(
      poll,
      {
        audience: isDraft ? await audienceOf(scene, poll) : [],
        members: isDraft ? [] : await membersOf(store.db, id),
        later:
          poll.state === 'open' ? await laterOf(store.db, roundName(id, poll.rounds), scene.today) : null,
        page: shown.page ?? 0,
        note: shown.note ?? null,
        asks: shown.asks ?? null,
      },
      scene.locale,
    );
  }

  async function show(scene: Scene, id: PollId, shown: Shown = {}): Promise<Reply> {
    if ((await access.find(scene, id)) === null) return notice(questionTexts(scene.locale).gone);
    return inPlace(pollsCards.manage, await viewOf(scene, id, shown));
  }

  const noteReading = (scene: Scene, id: PollId, filter: string | number, page: number): Promise<void> =>
    store.write((tx) => noteStep(needs, tx, scene, 'poll-answers-read', id, 'read', { filter, page }));

  /** Names are read by who asked, and that they were is kept. */
  async function people(scene: Scene, id: PollId, filter: PeopleFilter, page: number): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    const poll = await access.find(scene, id);
    if (poll === null) return notice(questionTexts(scene.locale).gone);
    const names = new Map(
      (await directory.everybody(store.db, scene.today)).map((one) => [one.id, one.name]),
    );
    const members = (await membersOf(store.db, id)).filter((member) => isIn(member, filter));
    await noteReading(scene, id, filter, page);
    const view = pollPeopleView(
      poll,
      {
        rows: members.map((member) => ({ member, name: names.get(member.employee) ?? member.employee })),
        filter,
        heading: t.people(
          typeof filter === 'number' ? (poll.choices[filter] ?? '') : t.peopleHeading[filter],
          members.length,
        ),
        page,
        back: 'polls.show',
      },
      scene.locale,
    );
    return inPlace(pollsCards.people, view);
  }

  /**
   * Who of the sections that a 所属長 leads today has not answered; nothing of what the others answered. A text where there is
   * nothing for this person.
   */
  async function sectionView(scene: Scene, id: PollId, page: number): Promise<PeopleView | string> {
    const t = questionTexts(scene.locale);
    const poll = await findPoll(store.db, id);
    const led = await ledIn(store.db, directory, scene.person, id, scene.today);
    if (poll === null || led.length === 0) return t.gone;
    if (poll.state !== 'open') return t.closedForAll;
    const missing = unanswered(led);
    await noteReading(scene, id, 'section', page);
    const rows = missing.map(({ person: { name, section }, member }) => ({
      member: { ...member, section },
      name,
    }));
    const heading = pollsTexts(scene.locale).sectionHeading(missing.length, led.length);
    const list = { rows, filter: 'missing', heading, page, back: 'polls.list' } as const;
    return {
      ...pollPeopleView(poll, list, scene.locale),
      hasFilters: false,
      filters: [],
      pageVerb: 'polls.section',
    };
  }

  async function section(scene: Scene, id: PollId, page: number): Promise<Reply> {
    const view = await sectionView(scene, id, page);
    return typeof view === 'string' ? notice(view) : inPlace(pollsCards.people, view);
  }

  return { audienceOf, viewOf, show, people, section, sectionView };
}

export type PollReport = ReturnType<typeof createPollReport>;
