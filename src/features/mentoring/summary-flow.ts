import { asMessage, notice } from '../../cards/replies';
import type { PairId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import { hasEnded, otherNameOf, ownPair, ownPairs } from './access';
import { isShared, withoutPrivate } from './check-in';
import { checkInsOf, writtenBy } from './check-in-store';
import { goalsOf } from './goal-store';
import { listView } from './list-view';
import { listCard } from './mentoring-cards';
import type { MentoringNeeds } from './mentoring-needs';
import { mentoringTexts } from './mentoring-texts';
import type { Side } from './pair';
import { summaryPage } from './summary';

/** 1年のまとめ: a page for the two, by a link that its asker alone gets. The same for both: what is private is not in it. */
export function createSummaryFlow(needs: MentoringNeeds) {
  const { store } = needs;

  async function message(scene: Scene, id: PairId): Promise<Message | null> {
    const t = mentoringTexts(scene.locale);
    const own = await ownPair(needs, store.db, scene, id);
    if (own === null) return null;
    const { pair } = own;
    const read = async (checkIn: string, side: Side) => {
      const { answer } = await writtenBy(store.db, checkIn, side);
      return answer === null ? null : withoutPrivate(answer);
    };
    const checkIns = [];
    for (const checkIn of (await checkInsOf(store.db, id)).toReversed()) {
      const { mentee, mentor } = checkIn.submitted;
      if (mentee === null && mentor === null) continue;
      const shared = isShared(checkIn);
      checkIns.push({
        checkIn,
        mentee: shared ? await read(checkIn.id, 'mentee') : null,
        mentor: shared ? await read(checkIn.id, 'mentor') : null,
      });
    }
    const summary = {
      mentee: own.mentee?.name ?? t.someone.mentor,
      mentor: own.mentor?.name ?? t.someone.mentee,
      term: pair,
      goals: await goalsOf(store.db, id),
      checkIns,
    };
    const file = {
      owner: scene.person.id,
      name: `${t.summaryFile}.html`,
      mediaType: 'text/html; charset=utf-8',
      content: Buffer.from(summaryPage(summary, scene.now, scene.locale), 'utf8'),
    };
    const token = await store.write((tx) => linkFile(tx, file, scene.now));
    const links = [{ label: t.summaryOpen, url: `${needs.publicUrl()}/files/${token}` }];
    const view = listView(
      { heading: t.summaryHeading, notes: [t.summaryText(otherNameOf(own, scene.locale))], links },
      scene.locale,
    );
    return asMessage(listCard, view);
  }

  return {
    async show(scene: Scene, id: PairId): Promise<Reply> {
      const t = mentoringTexts(scene.locale);
      const made = await message(scene, id);
      return made === null ? notice(t.gone) : notice(t.summaryHeading, made);
    },
    /** Of every pair that lasts; where none does, of the last one. */
    async messages(scene: Scene): Promise<readonly Message[]> {
      const all = await ownPairs(needs, store.db, scene);
      const live = all.filter((own) => !hasEnded(own));
      const made = [];
      for (const { pair } of live.length > 0 ? live.slice(0, 2) : all.slice(0, 1))
        made.push(await message(scene, pair.id));
      return made.filter((one) => one !== null);
    },
  };
}
