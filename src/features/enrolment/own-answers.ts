import type { Scene } from '../directory';
import { canWithdraw } from './enrolment-checks';
import { type CardMessage, listMessage, seatMessage, waysOn } from './enrolment-messages';
import type { EnrolmentNeeds } from './enrolment-needs';
import type { EnrolmentRequest } from './enrolment-request';
import { enrolmentTexts } from './enrolment-texts';
import { listView, ownItem } from './enrolment-views';
import { speaksOf, wordsOf } from './find-courses';
import { isAhead, isSeated, type Placed } from './own-enrolments';
import { askWithdrawView, ownView } from './seat-views';

const MOST_OWN = 8;

/** Answers about one's own applications. `own` gives them all, soonest first. */
export function createOwnAnswers(
  needs: Pick<EnrolmentNeeds, 'calendar'>,
  own: (scene: Scene) => Promise<readonly Placed[]>,
) {
  async function withdraw(
    scene: Scene,
    { about, dates }: Extract<EnrolmentRequest, { kind: 'withdraw' }>,
  ): Promise<CardMessage> {
    const t = enrolmentTexts(scene.locale);
    const live = (await own(scene)).filter(
      (placed) => isSeated(placed) && canWithdraw(placed.when, scene.today),
    );
    const fitting = narrowed(scene, live, about, dates);
    const [only] = fitting;
    if (only !== undefined && fitting.length === 1) {
      return seatMessage(askWithdrawView(only, scene.today, scene.locale));
    }
    if (live.length === 0) {
      return listMessage(
        listView(
          {
            heading: t.mineHeading,
            note: t.noneToWithdraw,
            items: [],
            hint: t.mineHint,
            buttons: waysOn(scene),
          },
          scene.locale,
        ),
      );
    }
    const shown = fitting.length > 0 ? fitting : live;
    return listMessage(
      listView(
        {
          heading: t.chooseWithdraw,
          note: fitting.length > 0 ? '' : t.noneFits,
          items: shown.slice(0, MOST_OWN).map((placed) => ownItem(placed, scene.today, scene.locale)),
          buttons: [],
        },
        scene.locale,
      ),
    );
  }

  /** Those held within the days and about the subject that a text named. */
  function narrowed(
    scene: Scene,
    placed: readonly Placed[],
    about: string,
    dates: { readonly from: string; readonly to: string } | null,
  ): readonly Placed[] {
    const words = wordsOf(about, scene, needs.calendar());
    return placed
      .filter(({ when }) => dates === null || (when.startsOn <= dates.to && when.endsOn >= dates.from))
      .filter(
        ({ course, when }) =>
          words.length === 0 ||
          speaksOf(course ?? { title: when.course, titleEn: null, keywords: [] }, words),
      );
  }

  /** All that lies ahead, and what was withdrawn from or is over within a month. */
  async function status(
    scene: Scene,
    { about, dates }: Pick<Extract<EnrolmentRequest, { kind: 'status' }>, 'about' | 'dates'>,
  ): Promise<CardMessage> {
    const t = enrolmentTexts(scene.locale);
    const all = await own(scene);
    const ahead = all.filter((placed) => isAhead(placed, scene.today));
    const shown = narrowed(scene, ahead, about, dates).toSorted(
      (a, b) => Number(isSeated(b)) - Number(isSeated(a)),
    );
    const items = shown.slice(0, MOST_OWN).map((placed) => ownItem(placed, scene.today, scene.locale));
    const note = items.length > 0 ? '' : dates === null ? t.mineEmpty : t.mineEmptyOn(dates.label);
    return listMessage(
      listView(
        {
          heading: t.mineHeading,
          note,
          items,
          hint: items.length > 0 ? '' : t.mineHint,
          buttons: items.length > 0 ? [] : waysOn(scene),
        },
        scene.locale,
      ),
    );
  }

  async function next(scene: Scene): Promise<CardMessage> {
    const first = (await own(scene)).find(
      (placed) => isSeated(placed) && isAhead(placed, scene.today) && !placed.when.removed,
    );
    if (first === undefined) return status(scene, { about: '', dates: null });
    const view = ownView(first, false, [], scene.today, scene.locale);
    return seatMessage({ ...view, heading: enrolmentTexts(scene.locale).nextHeading });
  }

  return { withdraw, status, next };
}
