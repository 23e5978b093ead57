/** One digest instead of many cards: what is due to whom, told once, within everybody's budget. */
export {
  giveBackToBudget,
  MOST_A_DAY,
  MOST_A_WEEK,
  peopleWithRoom,
  reserveInBudget,
  takeFromBudget,
} from './budget';
export { digestId } from './digest-id';
export {
  type DoneThing,
  type DueReminder,
  type ItemOutcome,
  type Look,
  type OpenThing,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
  type Urgency,
} from './reminder';
export { parseRemindersAction } from './reminders-actions';
export { digestCard } from './reminders-cards';
export { createReminders, type Reminders, type RemindersNeeds } from './reminders-service';
export { localesOf } from './reminders-store';
export { settingsCard } from './settings-card';
export { BARE_ITEM, NOTHING_SAID, partedThings, partsOf, said, shownBelow } from './source-parts';
export type { SweepReport } from './sweep';
export { unreachableCard } from './unreachable-card';
