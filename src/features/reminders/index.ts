/** One digest instead of many cards: what is due to whom, told once, within everybody's budget. */
export {
  type DueReminder,
  type ItemOutcome,
  type OpenThing,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
  type Urgency,
} from './reminder';
