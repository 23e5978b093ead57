import { shortDay } from '../../core/calendar/written-days';
import type { Scene } from '../directory';
import type { ReminderItem, ReminderSource } from '../reminders';
import { findCampaign } from './campaign-store';
import type { CampaignsNeeds } from './campaigns-needs';
import { readThing } from './things';

/** An appraisal interview that waits for somebody, as a line with the day it is due; the dialogs record its day. */
export interface Interview {
  readonly line: string;
  readonly dialogs: ReminderItem['dialogs'];
}

/** The appraisal interviews that wait for somebody, as employee or as evaluator. */
export const createInterviews =
  ({ store }: Pick<CampaignsNeeds, 'store'>, source: Pick<ReminderSource, 'openFor' | 'item'>) =>
  async (scene: Scene): Promise<readonly Interview[]> => {
    const { person, now, locale } = scene;
    const interviews: Interview[] = [];
    for (const { thing, dueOn } of await source.openFor(store.db, person, now)) {
      const id = readThing(thing)?.id;
      const campaign = id === undefined ? null : await findCampaign(store.db, id);
      if (campaign?.specific.template !== 'appraisal') continue;
      const item = await source.item(store.db, { person, thing, now, locale });
      if (item === null) continue;
      const until =
        dueOn === null
          ? ''
          : locale === 'ja'
            ? `（${shortDay(dueOn, locale)}まで）`
            : ` (until ${shortDay(dueOn, locale)})`;
      interviews.push({ line: item.title + until, dialogs: item.dialogs });
    }
    return interviews;
  };
