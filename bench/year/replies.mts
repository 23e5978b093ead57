import type { Agenda } from './agenda.mts';
import { type Button, buttonsIn, inputsIn } from './cards.mts';
import type { Chance } from './chance.mts';
import type { City, Person } from './city.mts';

/** As probabilities; guesses, as those of people.mts. */
const HABITS = {
  confirmsAtOnce: 0.6,
  answersWhenReminded: 0.7,
  answersDrill: 0.85,
  answersSurvey: 0.6,
  /** Each time somebody hears that a check-in is to be recorded. */
  recordsCheckIn: 0.7,
} as const;

/** What people do with announcements, polls and check-ins. */
export function createReplies(city: City, agenda: Agenda) {
  /** False where it is none of these. */
  function consider(person: Person, button: Button, chance: Chance): boolean {
    const { verb, data } = button;
    const press = () => city.press(person, button);
    switch (verb) {
      case 'announcements.confirm':
        if (chance.happens(HABITS.confirmsAtOnce)) agenda.after(chance.between(0, 2), chance, press);
        return true;
      case 'reminders.choose':
        if (!/^(announcement|poll|survey):/.test(String(data.thing))) return false;
        // «確認しました», or the first of a poll's answers.
        if (['confirm', '0'].includes(String(data.choice)) && chance.happens(HABITS.answersWhenReminded))
          agenda.after(chance.between(0, 1), chance, press);
        return true;
      case 'polls.answer':
        if (data.choice === 0 && chance.happens(HABITS.answersDrill)) agenda.after(0, chance, press);
        return true;
      case 'pulse.vote':
        if (data.choice === 0 && chance.happens(HABITS.answersSurvey))
          agenda.after(chance.between(0, 4), chance, press);
        return true;
      case 'mentoring.write':
        if (chance.happens(HABITS.recordsCheckIn))
          agenda.after(chance.between(0, 8), chance, () => recordCheckIn(person, button));
        return true;
      default:
        return false;
    }
  }

  async function recordCheckIn(person: Person, button: Button): Promise<void> {
    const form = await city.press(person, button);
    const send = buttonsIn(form.invoke).find(
      ({ verb, data }) => verb === 'mentoring.save' && data.draft !== 1,
    );
    if (send !== undefined) await city.submitDialog(person, { ...send.data, ...inputsIn(form.invoke) });
  }

  return { consider };
}
