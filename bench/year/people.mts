import type { Agenda } from './agenda.mts';
import { type Button, buttonsIn, inputsIn } from './cards.mts';
import { type Chance, chanceFrom } from './chance.mts';
import type { City, Day, Person } from './city.mts';
import { addDays } from './city.mts';
import type { Hr } from './hr.mts';
import { createReplies } from './replies.mts';

/** How people behave, as probabilities and open days; guesses of an office's everyday life, the same for every run. */
const HABITS = {
  /** Of those asked for something: within how many days each share of them does it; the rest waits for a reminder. */
  promptly: [
    [0.3, 0],
    [0.28, 3],
    [0.18, 9],
  ],
  neverAtAll: 0.05,
  whenReminded: 0.6,
  /** Uses the form, but tells the bot nothing. */
  silently: 0.25,
  takesStressCheck: 0.75,
  snoozes: 0.06,
  mutes: 0.04,
  picksTime: 0.15,
  appliesAtOffers: 0.06,
  withdraws: 0.05,
  takesCalendar: 0.3,
  /** Employees who record the day of their interview before their evaluator does. */
  recordsFirst: 0.1,
  saysOtherDay: 0.03,
  confirms: 0.9,
  /** Evaluators who record on their own, without being reminded, and every how many open days. */
  recordsUnasked: 0.5,
  recordsEvery: 8,
} as const;

/** What people do with the messages they get. */
export function createPeople(city: City, agenda: Agenda, hr: Hr) {
  const chances = new Map<string, Chance>();
  const chanceOf = (person: Person): Chance => {
    const own = chances.get(person.id) ?? chanceFrom(person.id);
    chances.set(person.id, own);
    return own;
  };
  /** What each does about each thing that they are asked for, decided when they first hear of it. */
  const decided = new Map<string, 'will' | 'when-reminded' | 'never'>();
  const meetingDays = new Map<string, Day>();
  const replies = createReplies(city, agenda);
  const recordsUnasked = new Set<string>();

  async function receive(person: Person, card: unknown): Promise<void> {
    const chance = chanceOf(person);
    const buttons = await allButtons(person, card);
    const snoozed = new Set<unknown>();
    for (const button of buttons.filter(({ verb }) => verb === 'reminders.snooze')) {
      if (!chance.happens(HABITS.snoozes)) continue;
      snoozed.add(button.data.thing);
      agenda.after(0, chance, () => city.press(person, button));
    }
    for (const button of buttons) if (!snoozed.has(button.data.thing)) consider(person, button);
  }

  /** Of all pages of a card. */
  async function allButtons(person: Person, card: unknown): Promise<readonly Button[]> {
    const all: Button[] = [];
    let shown = card;
    let page = 0;
    for (;;) {
      const own = buttonsIn(shown);
      all.push(...own.filter(({ verb }) => verb !== 'reminders.page'));
      const next = own.find(({ verb, data }) => verb === 'reminders.page' && Number(data.page) > page);
      if (next === undefined) return all;
      const reply = await city.press(person, next);
      if (reply.invoke?.kind !== 'card') return all;
      shown = reply.invoke.card;
      page = Number(next.data.page);
    }
  }

  function consider(person: Person, button: Button): void {
    const chance = chanceOf(person);
    const { verb, data } = button;
    if (replies.consider(person, button, chance)) return;
    const press = () => city.press(person, button);
    if (verb === 'campaigns.ownDay') {
      if (chance.happens(HABITS.recordsFirst)) {
        const day = meetingDay(String(data.id), person);
        agenda.at(laterOf(day, addDays(city.today(), 1)), '17:00', () =>
          recordOwn(person, String(data.id), day),
        );
      }
      return;
    }
    if (verb === 'campaigns.meetings') evaluate(person, String(data.id));
    if (verb !== 'reminders.choose') return;
    switch (data.choice) {
      case 'mute':
        if (chance.happens(HABITS.mutes)) agenda.after(0, chance, press);
        return;
      case 'done':
        decide(person, button);
        return;
      case 'confirm':
        if (chance.happens(HABITS.saysOtherDay)) {
          const [, id = ''] = String(data.thing).split(':');
          const day = addDays(meetingDay(id, person), -1);
          agenda.after(0, chance, () => recordOwn(person, id, day));
        } else if (chance.happens(HABITS.confirms)) agenda.after(chance.between(0, 2), chance, press);
        return;
      case 'show':
        if (chance.happens(HABITS.appliesAtOffers))
          agenda.after(chance.between(0, 2), chance, () => apply(person, button));
        return;
      case 'calendar':
        if (chance.happens(HABITS.takesCalendar)) agenda.after(0, chance, press);
        return;
      case 'withdraw':
        if (chance.happens(HABITS.withdraws)) agenda.after(0, chance, () => withdraw(person, button));
        return;
      case 'unmute':
      case 'undo':
        return;
      default:
        // Seen, spoken to, and whatever else a feature asks for: within a day or two.
        if (chance.happens(0.85)) agenda.after(chance.between(0, 1), chance, press);
    }
  }

  /** Something that HR asks for by a day. */
  function decide(person: Person, button: Button): void {
    const chance = chanceOf(person);
    const key = `${person.id} ${button.data.thing}`;
    const isStressCheck = String(button.data.thing).startsWith('stress-check:');
    const known = decided.get(key);
    if (known === undefined) {
      const wants = !isStressCheck || chance.happens(HABITS.takesStressCheck);
      const days = daysUntilDone(chance);
      const never = !wants || chance.happens(HABITS.neverAtAll);
      decided.set(key, never ? 'never' : days === null ? 'when-reminded' : 'will');
      if (!never && days !== null) finish(person, button, days);
    } else if (known === 'when-reminded' && chance.happens(HABITS.whenReminded)) {
      decided.set(key, 'will');
      finish(person, button, chance.between(0, 2));
    }
  }

  function finish(person: Person, button: Button, days: number): void {
    const chance = chanceOf(person);
    const campaign = String(button.data.thing).split(':')[1] ?? '';
    if (chance.happens(HABITS.silently)) {
      agenda.after(days, chance, async () => hr.handIn(campaign, person));
    } else agenda.after(days, chance, () => city.press(person, button));
  }

  /** The interviews that a person holds: when they are reminded, and some of them by themselves now and then. */
  function evaluate(person: Person, campaign: string): void {
    const chance = chanceOf(person);
    agenda.after(chance.between(0, 2), chance, () => recordMeetings(person, campaign));
    const key = `${person.id} ${campaign}`;
    if (recordsUnasked.has(key) || !chanceFrom(person.id).happens(HABITS.recordsUnasked)) return;
    recordsUnasked.add(key);
    const again = async (): Promise<void> => {
      await recordMeetings(person, campaign);
      const dueOn = hr.campaign(campaign)?.dueOn ?? '';
      if (city.today() <= dueOn) agenda.after(HABITS.recordsEvery, chance, again);
    };
    agenda.after(HABITS.recordsEvery, chance, again);
  }

  async function recordMeetings(person: Person, id: string): Promise<void> {
    let reply = await city.openDialog(person, { verb: 'campaigns.meetings', id });
    for (let page = 0; page < 10 && reply.invoke?.kind === 'dialog'; page += 1) {
      const shown = inputsIn(reply.invoke);
      const buttons = buttonsIn(reply.invoke);
      const next = buttons.find(({ data }) => data.turn === 'next');
      const save = next ?? buttons.find(({ data }) => data.turn === 'close');
      if (save === undefined) return;
      const days = Object.entries(shown).map(([input, day]) => {
        const held = meetingDay(id, { id: input.slice(2) });
        return [input, day !== '' || held > city.today() ? day : held];
      });
      reply = await city.submitDialog(person, { ...save.data, ...Object.fromEntries(days) });
    }
  }

  async function recordOwn(person: Person, id: string, day: Day): Promise<void> {
    await city.submitDialog(person, { verb: 'campaigns.saveOwnDay', id, f_day: day });
  }

  /** When an employee's interview takes place: anywhere in the campaign's term, a few after it. */
  function meetingDay(id: string, { id: employee }: { readonly id: string }): Day {
    const key = `${id} ${employee}`;
    const known = meetingDays.get(key);
    if (known !== undefined) return known;
    const campaign = hr.campaign(id);
    if (campaign === null) throw new Error(`no campaign ${id}`);
    const calendar = city.bot.calendarNow();
    const open = calendar.openDaysBetween(campaign.opensOn as Day, campaign.dueOn as Day);
    const at = chanceFrom(`${campaign.title} ${employee}`).between(1, open + 4);
    const day = calendar.addOpenDays(campaign.opensOn as Day, at);
    meetingDays.set(key, day);
    return day;
  }

  async function apply(person: Person, offers: Button): Promise<void> {
    const { messages } = await city.press(person, offers);
    const choices = buttonsIn(messages).filter(
      ({ verb }) => verb === 'enrolment.apply' || verb === 'enrolment.confirm',
    );
    const chosen = chanceOf(person).one(choices);
    if (chosen === undefined) return;
    const reply = await city.press(person, chosen);
    const sure = buttonsIn(reply.invoke).find(({ verb }) => verb === 'enrolment.apply');
    if (sure !== undefined) await city.press(person, sure);
  }

  async function withdraw(person: Person, asked: Button): Promise<void> {
    const { messages } = await city.press(person, asked);
    const sure = buttonsIn(messages).find(({ verb }) => verb === 'enrolment.withdraw');
    if (sure !== undefined) await city.press(person, sure);
  }

  /** Some pick another time of day, before the year begins. */
  async function settle(everybody: readonly Person[]): Promise<void> {
    for (const person of everybody) {
      const chance = chanceOf(person);
      if (chance.happens(HABITS.picksTime))
        await city.tap(person, 'reminders.settings', { minute: 510 + 30 * chance.between(0, 17) });
    }
  }

  return { receive, settle };
}

/** Null: waits to be reminded. */
function daysUntilDone(chance: Chance): number | null {
  let drawn = chance.next();
  for (const [share, within] of HABITS.promptly) {
    if (drawn < share) return chance.between(0, within);
    drawn -= share;
  }
  return null;
}

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
