/**
 * What an employee may want of the bot besides an answer; `question` is every other text that asks or tells something of
 * HR's business, `outside` one that is none of it.
 */
export const INTENTS = [
  'question',
  'outside',
  'apply',
  'withdraw',
  'own_enrolments',
  'own_history',
  'recommend',
  'list_courses',
  'list_due',
  'submitted',
  'snooze',
  'reminder_settings',
  'ask_hr',
  'show_desks',
  'progress',
  'manage_campaigns',
  'announce',
  'recent_announcements',
  'import_data',
  'edit_data',
  'own_mentor',
  'mentoring_next',
  'mentoring_record',
  'mentoring_last',
  'mentoring_change',
  'mentoring_help',
  'thanks_card',
  'undo',
] as const;
export type Intent = (typeof INTENTS)[number];
/** One that is acted upon. */
export type Wish = Exclude<Intent, 'question' | 'outside'>;
