export interface RemindersTables {
  launch_welcomes: LaunchWelcomeRow;
  reminder_digest_tips: ReminderDigestTipRow;
  reminder_tips_off: ReminderTipsOffRow;
  reminder_people: ReminderPersonRow;
  reminder_digests: ReminderDigestRow;
  reminder_log: ReminderLogRow;
  reminder_snoozes: ReminderSnoozeRow;
  reminder_mutes: ReminderMuteRow;
  proactive_messages: ProactiveMessageRow;
}

/** Who has been told what the bot is. */
export interface LaunchWelcomeRow {
  person: string;
  at: string;
  role: string;
  /** Dedupe key of its last message in the outbox. */
  message: string;
}

/** The 「こんなことも聞けます」 of a digest. */
export interface ReminderDigestTipRow {
  digest: string;
  tip: string;
}

/** Somebody who wants no tips. */
export interface ReminderTipsOffRow {
  person: string;
}

/** Whoever was reminded once or picked a time; what decides about a person's messages locks this row. */
export interface ReminderPersonRow {
  person: string;
  /** Minutes since midnight from which the digest goes out; null: the default. */
  minute: number | null;
}

export interface ReminderDigestRow {
  id: string;
  person: string;
  at: string;
}

/** A step of a thing that was told to a person, in which digest and where in it. */
export interface ReminderLogRow {
  person: string;
  thing: string;
  step: string;
  at: string;
  digest: string;
  position: number;
  due_on: string | null;
}

/** A thing that its person wants to hear of again on a day. */
export interface ReminderSnoozeRow {
  person: string;
  thing: string;
  until: string;
  due_on: string | null;
}

/** A thing that its person wants to hear nothing of any more. */
export interface ReminderMuteRow {
  person: string;
  thing: string;
  day: string;
}

/** A proactive message by whichever feature; the budget counts those with `counted` 1. */
export interface ProactiveMessageRow {
  message: string;
  person: string;
  day: string;
  counted: number;
}
