import { asMessage, inPlace } from '../../cards/replies';
import { mondayOf } from '../../core/calendar/day';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { type MembersView, membersView } from './members-view';
import { membersCard, sectionsCard } from './progress-cards';
import { noteRead, type ProgressNeeds } from './progress-needs';
import type { Seen } from './progress-reader';
import { type SectionsView, sectionsView } from './sections-view';
import { mayPrint } from './sheet';
import type { Filter } from './standing';
import { talksOf } from './talk-store';
import { createNames } from './view-parts';

export interface Chosen {
  readonly filter: Filter;
  /** Empty: all. */
  readonly section: string;
  readonly page: number;
}

/** A campaign by section, and the list of its members. Each look is in the audit log. */
export function createListFlow(needs: ProgressNeeds) {
  const { store } = needs;

  async function sectionsOf(scene: Scene, seen: Seen, page: number): Promise<SectionsView> {
    const { today, locale } = scene;
    await store.write((tx) => noteRead(needs, tx, scene, seen.campaign, 'sections', seen.placed.length));
    return sectionsView(
      {
        seen,
        talks: await talksOf(store.db, seen.campaign.id, mondayOf(today)),
        nameOf: await createNames(needs, scene),
        mayPrint: mayPrint(seen.campaign),
        page,
        today,
        calendar: needs.calendar(),
      },
      locale,
    );
  }

  async function membersOf(scene: Scene, seen: Seen, chosen: Chosen): Promise<MembersView> {
    const nameOf = await createNames(needs, scene);
    const view = membersView({ seen, ...chosen, nameOf, mayPrint: mayPrint(seen.campaign) }, scene.locale);
    await store.write((tx) => noteRead(needs, tx, scene, seen.campaign, 'list', view.rows.length));
    return view;
  }

  return {
    sections: async (scene: Scene, seen: Seen, page: number): Promise<Reply> =>
      inPlace(sectionsCard, await sectionsOf(scene, seen, page)),
    sectionsMessage: async (scene: Scene, seen: Seen): Promise<Message> =>
      asMessage(sectionsCard, await sectionsOf(scene, seen, 0)),
    members: async (scene: Scene, seen: Seen, chosen: Chosen): Promise<Reply> =>
      inPlace(membersCard, await membersOf(scene, seen, chosen)),
    membersMessage: async (scene: Scene, seen: Seen): Promise<Message> =>
      asMessage(membersCard, await membersOf(scene, seen, { filter: 'owes', section: '', page: 0 })),
  };
}
