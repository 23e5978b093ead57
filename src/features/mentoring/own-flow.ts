import { asMessage, inPlace } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import { hasEnded, type Own, ownPairs } from './access';
import { isShared } from './check-in';
import { checkInsOf, writtenBy } from './check-in-store';
import type { ListView } from './list-view';
import { listCard } from './mentoring-cards';
import type { MentoringNeeds } from './mentoring-needs';
import type { MentoringRequest } from './mentoring-request';
import { nobodyView, type OwnNow, ownView, recordDialogs } from './own-view';
import { nextView, recordView, talkedView } from './question-views';

/** What one of a pair sees of it in the chat: who, when and what to do; never a text or a mood. */
export function createOwnFlow(needs: MentoringNeeds) {
  const { store } = needs;

  async function nowOf(reader: Reader, own: Own): Promise<OwnNow> {
    const checkIns = await checkInsOf(reader, own.pair.id);
    const last = checkIns.find((one) => one.submitted.mentor !== null);
    const isReadable = last !== undefined && (own.side === 'mentor' || isShared(last));
    const answer = isReadable ? (await writtenBy(reader, last.id, 'mentor')).answer : null;
    return { ...own, checkIns, nextOn: answer?.side === 'mentor' ? answer.given.nextOn : null };
  }

  async function pairsOf(scene: Scene): Promise<readonly OwnNow[]> {
    const all: OwnNow[] = [];
    for (const own of await ownPairs(needs, store.db, scene)) all.push(await nowOf(store.db, own));
    return all;
  }

  async function mineView(scene: Scene): Promise<ListView> {
    const pairs = await pairsOf(scene);
    return pairs.length === 0
      ? nobodyView(scene.locale)
      : ownView(pairs.slice(0, MOST_PAIRS), scene.today, scene.locale);
  }

  async function view(
    scene: Scene,
    request: Extract<MentoringRequest, { kind: 'who' | 'next' | 'talked' | 'record' }>,
  ): Promise<ListView> {
    const { today, locale } = scene;
    if (request.kind === 'who') return mineView(scene);
    const all = (await pairsOf(scene)).slice(0, MOST_PAIRS);
    const live = all.filter((own) => !hasEnded(own));
    switch (request.kind) {
      case 'next':
        return nextView(live, await needs.interviews(scene), today, locale);
      case 'talked':
        return all.length === 0 ? nobodyView(locale) : talkedView(all, request.dates, locale);
      case 'record': {
        const open = all.filter((own) => !hasEnded(own) || recordDialogs(own, today, locale).length > 0);
        const has = { pairs: open, interviews: await needs.interviews(scene) };
        return recordView(has, request.of, today, locale);
      }
      default:
        return request satisfies never;
    }
  }

  return {
    answer: async (scene: Scene, request: Parameters<typeof view>[1]): Promise<Message> =>
      asMessage(listCard, await view(scene, request)),
    mine: async (scene: Scene): Promise<Reply> => inPlace(listCard, await mineView(scene)),
  };
}

/** Two mentees, one mentor, and those that ended lately. */
const MOST_PAIRS = 4;
