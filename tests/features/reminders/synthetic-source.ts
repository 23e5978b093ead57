import type { Day } from '../../../src/core/calendar/day';
import { type EmployeeId, employeeId } from '../../../src/core/ids';
import {
  type DueReminder,
  type Look,
  type ReminderItem,
  type ReminderSource,
  type ThingKey,
  thingKey,
  type Urgency,
} from '../../../src/features/reminders';

/** A thing to be reminded of, as a test wants it. */
export interface TestThing {
  readonly id: string;
  readonly of: string;
  title: string;
  step: string;
  urgency: Urgency;
  dueOn: Day | null;
  /** Due now; things that are not due can be open all the same. */
  due: boolean;
  done: boolean;
  readonly mayBeSnoozed: boolean;
  readonly mayBeMuted: boolean;
}

/** A feature that reminds of whatever a test puts into it. Things end by the choice `done`. */
export class SyntheticSource implements ReminderSource {
  readonly things: TestThing[] = [];
  /** `person thing choice` of every tap that got here. */
  readonly acts: string[] = [];
  /** Makes the next `due` fail. */
  broken = false;

  constructor(
    readonly name = 'test',
    readonly confidential = false,
  ) {}

  add(of: string, given: Partial<TestThing> = {}): TestThing {
    const thing: TestThing = {
      id: `${this.things.length + 1}`,
      of,
      title: `用件${this.things.length + 1}`,
      step: 'opening',
      urgency: 'normal',
      dueOn: null,
      due: true,
      done: false,
      mayBeSnoozed: true,
      mayBeMuted: false,
      ...given,
    };
    this.things.push(thing);
    return thing;
  }

  key = ({ id }: Pick<TestThing, 'id'>): ThingKey => thingKey.parse(`${this.name}:${id}`);

  async due(): Promise<readonly DueReminder[]> {
    if (this.broken) throw new Error('broken');
    return this.things
      .filter(({ due, done }) => due && !done)
      .map((thing) => ({
        recipient: employeeId.parse(thing.of),
        thing: this.key(thing),
        step: thing.step,
        urgency: thing.urgency,
        dueOn: thing.dueOn,
      }));
  }

  async item(_: unknown, { person, thing: key, locale }: Look): Promise<ReminderItem | null> {
    const thing = this.things.find((one) => this.key(one) === key && one.of === person.id);
    if (thing === undefined) return null;
    return {
      title: locale === 'en' ? `Thing ${thing.id}` : thing.title,
      lines: [],
      badge: null,
      open: !thing.done,
      choices: thing.done ? [] : [{ label: '済みました', choice: 'done', primary: true }],
      links: [],
      dialogs: [],
      mayBeSnoozed: thing.mayBeSnoozed,
      mayBeMuted: thing.mayBeMuted,
    };
  }

  async openFor(_: unknown, { id }: { readonly id: EmployeeId }) {
    return this.things
      .filter(({ of, done }) => of === id && !done)
      .map((thing) => ({ thing: this.key(thing), dueOn: thing.dueOn }));
  }

  async act(scene: { readonly person: { readonly id: EmployeeId } }, key: ThingKey, choice: string) {
    this.acts.push(`${scene.person.id} ${key} ${choice}`);
    const thing = this.things.find((one) => this.key(one) === key && one.of === scene.person.id);
    if (thing !== undefined) thing.done = true;
    return { notice: thing === undefined ? null : `${thing.title}を済みにしました。`, messages: [] };
  }
}
