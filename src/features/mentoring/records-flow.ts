import { dialog, notice } from '../../cards/replies';
import type { Day } from '../../core/calendar/day';
import type { PairId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Scene } from '../directory';
import { type Own, otherNameOf, ownPair } from './access';
import { type Answer, type CheckIn, type CheckInKey, isShared, withoutPrivate } from './check-in';
import { checkInsOf, type Written, wordingOf, writtenBy } from './check-in-store';
import { checkInTexts } from './check-in-texts';
import { recordsCard } from './mentoring-cards';
import type { MentoringNeeds } from './mentoring-needs';
import { otherSide } from './pair';
import { recordsView, wordingView } from './records-view';
import { mayWrite } from './writable';

/** A check-in with what one of the two may read of it: their own, and the other's once both have submitted. */
export interface Readable {
  readonly checkIn: CheckIn;
  readonly mine: Written;
  readonly theirs: Answer | null;
}

/** The latest first; without those of which there is nothing for this side yet, such as the other's draft. */
export async function readableOf(
  reader: Reader,
  { pair, side }: Pick<Own, 'pair' | 'side'>,
): Promise<readonly Readable[]> {
  const all: Readable[] = [];
  for (const checkIn of await checkInsOf(reader, pair.id)) {
    const mine = await writtenBy(reader, checkIn.id, side);
    const otherSent = checkIn.submitted[otherSide(side)] !== null;
    if (mine.answer === null && mine.draft === null && !otherSent) continue;
    const { answer } = isShared(checkIn)
      ? await writtenBy(reader, checkIn.id, otherSide(side))
      : { answer: null };
    all.push({ checkIn, mine, theirs: answer === null ? null : withoutPrivate(answer) });
  }
  return all;
}

/** Reading back, one check-in a page, in a dialog: nothing that was written gets into a chat. */
export function createRecordsFlow(needs: MentoringNeeds) {
  const { store } = needs;

  /** `where`: a page, 0 the latest, or the check-in of a period. */
  async function open(
    scene: Scene,
    id: PairId,
    where: number | { readonly from: Day; readonly number: number },
  ): Promise<Reply> {
    const t = checkInTexts(scene.locale);
    const own = await ownPair(needs, store.db, scene, id);
    if (own === null) return notice(t.gone);
    const readable = await readableOf(store.db, own);
    const wanted =
      typeof where === 'number'
        ? where
        : readable.findIndex(
            ({ checkIn }) => checkIn.period.from === where.from && checkIn.number === where.number,
          );
    const at = Math.max(0, Math.min(wanted, readable.length - 1));
    const one = readable[at];
    const record =
      one === undefined
        ? null
        : {
            ...one,
            side: own.side,
            otherName: otherNameOf(own, scene.locale),
            mayWrite: {
              mentee: mayWrite(own.pair, 'mentee', one.checkIn, scene.today),
              mentor: mayWrite(own.pair, 'mentor', one.checkIn, scene.today),
            },
          };
    const view = recordsView(record, { page: at, pages: readable.length }, scene.locale);
    return dialog(t.recordsTitle(otherNameOf(own, scene.locale)), recordsCard, view);
  }

  /** What one wrote before a correction. */
  async function history(scene: Scene, key: CheckInKey, version: number): Promise<Reply> {
    const t = checkInTexts(scene.locale);
    const own = await ownPair(needs, store.db, scene, key.pair);
    const checkIn = (own === null ? [] : await checkInsOf(store.db, key.pair)).find(
      ({ period, number }) => period.from === key.from && number === key.number,
    );
    if (own === null || checkIn === undefined) return notice(t.gone);
    const wording = await wordingOf(store.db, checkIn.id, own.side, version);
    return wording === null
      ? open(scene, key.pair, key)
      : dialog(
          t.recordsTitle(otherNameOf(own, scene.locale)),
          recordsCard,
          wordingView(checkIn, wording, version, scene.locale),
        );
  }

  return { open, history };
}
