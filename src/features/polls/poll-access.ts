import type { PollId } from '../../core/ids';
import { isHr, type Person, type Scene } from '../directory';
import type { Poll } from './poll';
import { type PollSettingsForAll, pollSettings } from './poll-settings';
import { findPoll } from './poll-store';
import type { PollsNeeds } from './polls-needs';

/** HR, and the 所属長 where HR allows it, for the sections they lead. */
export const mayPoll = (person: Person, settings: PollSettingsForAll): boolean =>
  isHr(person) || (settings.managersMayPoll && person.leads.length > 0);

/** What goes out at any hour is for HR's administrators alone, as with announcements. */
export const mayRush = (person: Person): boolean => person.roles.has('hr_admin');

export const mayRun = (person: Person, poll: Pick<Poll, 'createdBy'>): boolean =>
  isHr(person) || poll.createdBy === person.id;

/** Who may ask whom, and who may see how a poll stands. */
export function createPollAccess({ store, directory }: Pick<PollsNeeds, 'store' | 'directory'>) {
  return {
    mayPoll: async ({ person }: Scene): Promise<boolean> => mayPoll(person, await pollSettings(store.db)),

    /** Whom somebody may ask: everybody for HR, their own sections for a 所属長. */
    async peopleFor({ person, today }: Scene): Promise<readonly Person[]> {
      const all = await directory.everybody(store.db, today);
      return isHr(person) ? all : all.filter(({ section }) => person.leads.includes(section));
    },

    /** Null where there is none for this person; whoever lost the right to ask sees nothing any more. */
    async find({ person }: Scene, id: PollId): Promise<Poll | null> {
      const poll = await findPoll(store.db, id);
      const allowed = mayPoll(person, await pollSettings(store.db));
      return poll !== null && allowed && mayRun(person, poll) ? poll : null;
    },
  };
}

export type PollAccess = ReturnType<typeof createPollAccess>;
