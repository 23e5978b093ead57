import { z } from 'zod';
import type { Day } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Locale, Message } from '../../core/turn';
import type { Reader } from '../../db/open';
import type { Person, Scene } from '../directory';

/** What a reminder is about, the same through all steps of its cadence: `<source>:<id>`. */
export const thingKey = z
  .string()
  .regex(/^[a-z-]+:[\w.:-]{1,120}$/)
  .brand<'ThingKey'>();
export type ThingKey = z.infer<typeof thingKey>;

/**
 * How a reminder goes out. All but the first two share the budget: a message a day and three in seven days a person.
 *
 * - `emergency`: at once, at any hour.
 * - `same-day`: at once in open hours (a course of today has moved).
 * - `normal`: in the digest, at the time the person picked.
 * - `low`: rides along with another one; alone at most once a week.
 */
export type Urgency = 'emergency' | 'same-day' | 'normal' | 'low';

/** Something that a person is to be told now, derived from the state of the world. */
export interface DueReminder {
  readonly recipient: EmployeeId;
  readonly thing: ThingKey;
  /** Which step of its cadence; with `thing`, told to a person at most once. Only the latest due one is given. */
  readonly step: string;
  readonly urgency: Urgency;
  /** By which the digest is ordered; null comes last. */
  readonly dueOn: Day | null;
}

/** A thing as its recipient sees it on a digest card, as it stands now. */
export interface ReminderItem {
  readonly title: string;
  /** Short lines below the title. */
  readonly lines: readonly string[];
  readonly badge: {
    readonly text: string;
    readonly colour: 'default' | 'accent' | 'good' | 'warning' | 'attention';
  } | null;
  readonly open: boolean;
  /** Buttons: `choice` comes back to the source's `act`. At most three. */
  readonly choices: readonly { readonly label: string; readonly choice: string; readonly primary: boolean }[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Buttons that open a dialog; `data` goes to the feature named in its `verb`. */
  readonly dialogs: readonly {
    readonly label: string;
    readonly data: { readonly verb: string; readonly [key: string]: string | number };
  }[];
  /** False for what must not be put off. */
  readonly mayBeSnoozed: boolean;
  /**
   * Shows 「今後の案内は不要」, which the reminders handle by themselves: a muted thing is never given to its person by a
   * sweep again, and nobody can ask who has muted what.
   */
  readonly mayBeMuted: boolean;
}

/** A thing that waits for a person, whether it was told or not. */
export interface OpenThing {
  readonly thing: ThingKey;
  /** By which the list is ordered; null comes last. */
  readonly dueOn: Day | null;
}

/** A thing that its person has said is done, and when. */
export interface DoneThing extends OpenThing {
  readonly at: Date;
}

/** Who looks at which thing, and when. */
export interface Look {
  readonly person: Person;
  readonly thing: ThingKey;
  readonly now: Date;
  readonly locale: Locale;
}

/** What came of a tap on an item. `notice` is shown above the items, `messages` below the card. */
export interface ItemOutcome {
  readonly notice: string | null;
  readonly messages: readonly Message[];
}

/**
 * A feature that has things to remind of. `due` is asked at every sweep and may be asked late, twice, or after a week's
 * outage; that nothing is told twice is the reminders' business. Whoever is on leave or gone is left out by the reminders.
 */
export interface ReminderSource {
  /** Begins every thing of this source. */
  readonly name: string;
  /**
   * True where even that somebody was written to says something about them (stress check: who has not taken it yet). HR's
   * list of unreachable people then leaves out digests that hold nothing else. Default false.
   */
  readonly confidential?: boolean;
  due(reader: Reader, now: Date): Promise<readonly DueReminder[]>;
  /** Null when there is nothing to show to this person any more. */
  item(reader: Reader, look: Look): Promise<ReminderItem | null>;
  /** What stands open for this person now: the answer to 「提出するもの」. */
  openFor(reader: Reader, person: Person, now: Date): Promise<readonly OpenThing[]>;
  /**
   * What this person has said is done and can take back on its item: the answer to 「まだでした」. Absent where nothing can
   * be taken back.
   */
  doneFor?(reader: Reader, person: Person, now: Date): Promise<readonly DoneThing[]>;
  /**
   * A tap by the digest's own recipient. Only a choice that the item offers at that moment gets here: a double tap or an
   * old card is answered with the item as it now stands. The source decides anew whether this person may. `snooze`,
   * `mute` and `unmute` are the reminders' own and never get here.
   */
  act(scene: Scene, thing: ThingKey, choice: string): Promise<ItemOutcome>;
}
