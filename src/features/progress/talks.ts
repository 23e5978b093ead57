import { mondayOf } from '../../core/calendar/day';
import type { CampaignId } from '../../core/ids';
import type { Reader } from '../../db/open';
import { managerViewOf } from '../campaigns';
import type { Person, Scene } from '../directory';
import type { ProgressNeeds } from './progress-needs';
import type { ProgressReader, Seen } from './progress-reader';
import { removeTalks, saveTalk, type Talk, talksOf } from './talk-store';

/** A campaign as one who leads sections has it before them this week. */
export interface Asked {
  /** Sections in which somebody owes and to which nobody has spoken this week. */
  readonly sections: readonly string[];
  /** What was said this week in the sections led. */
  readonly talks: readonly Talk[];
}

const NOTHING: Asked = { sections: [], talks: [] };

/** Empty where the campaign shows no names to managers. */
export function askedOf(
  { campaign, placed }: Seen,
  { leads }: Person,
  talks: ReadonlyMap<string, Talk>,
): Asked {
  if (managerViewOf(campaign) !== 'names') return NOTHING;
  const owing = new Set(
    placed.filter(({ standing }) => standing.kind === 'owes').map(({ section }) => section),
  );
  return {
    sections: leads.filter((section) => owing.has(section) && !talks.has(section)),
    talks: leads.flatMap((section) => talks.get(section) ?? []),
  };
}

/** 「声をかけました」: said once for a section and a week, by whoever leads it; until the next week nobody is asked again. */
export function createTalks({ store }: ProgressNeeds, reader: ProgressReader) {
  async function asked(from: Reader, { person, today }: Pick<Scene, 'person' | 'today'>, seen: Seen) {
    return askedOf(seen, person, await talksOf(from, seen.campaign.id, mondayOf(today)));
  }

  /** False when there is nothing of it that this person was asked. */
  async function say(scene: Scene, id: CampaignId): Promise<boolean> {
    const found = await reader.find(store.db, scene.person, id);
    if (found === null || found.campaign.status.kind !== 'running') return false;
    const [seen] = await reader.see(store.db, scene, [found]);
    if (seen === undefined) return false;
    const { sections, talks } = await asked(store.db, scene, seen);
    const word = { week: mondayOf(scene.today), by: scene.person.id, at: scene.now };
    await store.write(async (tx) => {
      for (const section of sections) await saveTalk(tx, id, { section, ...word });
    });
    return sections.length + talks.length > 0;
  }

  const takeBack = ({ person, today }: Scene, id: CampaignId): Promise<void> =>
    store.write((tx) => removeTalks(tx, id, { by: person.id, week: mondayOf(today) }));

  return { asked, say, takeBack };
}

export type Talks = ReturnType<typeof createTalks>;
