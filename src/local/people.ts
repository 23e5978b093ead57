import { TEAM_CHANNEL } from './team-channel';
import type { LocalPerson } from './wire';

export interface People {
  all(): Promise<readonly LocalPerson[]>;
  /** By Entra object id, in any case; the team's channel by its own. */
  find(aadObjectId: string): Promise<LocalPerson | null>;
}

/** A miss asks `load` again only after this time, in ms: a batch of sends looks up hundreds of people. */
const FRESH_MS = 2_000;

/** Looks people up in the directory, and remembers what it read for a moment. */
export function peopleFrom(load: () => Promise<readonly LocalPerson[]>): People {
  let loadedAt = Number.NEGATIVE_INFINITY;
  let known: Promise<ReadonlyMap<string, LocalPerson>> = Promise.resolve(new Map());

  function current(): Promise<ReadonlyMap<string, LocalPerson>> {
    if (performance.now() - loadedAt > FRESH_MS) {
      loadedAt = performance.now();
      known = load().then(
        (people) =>
          new Map([...people, TEAM_CHANNEL].map((person) => [person.aadObjectId.toLowerCase(), person])),
      );
      known.catch(() => {
        loadedAt = Number.NEGATIVE_INFINITY;
      });
    }
    return known;
  }

  return {
    all: load,
    find: async (aadObjectId) => (await current()).get(aadObjectId.toLowerCase()) ?? null,
  };
}
