import type { Agenda } from './agenda.mts';
import { buttonsIn, inputsIn, textIn } from './cards.mts';
import { addDays, type City, type Day, offeringId, type Person } from './city.mts';

/** Days on which HR moves an offering to another room. */
const MOVES = ['2026-09-15', '2026-12-08'];
const WITHIN_DAYS = 21;
const OTHER_ROOM = '市民文化センター 大会議室';

/** Of the offerings that begin soon, the one with most people in it is held somewhere else. */
export function createMoves(city: City, agenda: Agenda, editor: Person): void {
  async function move(): Promise<void> {
    const id = await fullestSoon();
    if (id === null) throw new Error(`nobody is enrolled in anything that begins soon on ${city.today()}`);
    let reply = await city.openDialog(editor, { verb: 'editing.form', dataset: 'offerings', id });
    for (;;) {
      const typed = inputsIn(reply.invoke);
      const buttons = buttonsIn(reply.invoke);
      const next = buttons.find(({ verb }) => verb === 'editing.nextPage');
      const press = next ?? buttons.find(({ verb }) => verb === 'editing.save');
      if (press === undefined) throw new Error(`no form for ${id}: ${textIn(reply.invoke)}`);
      const moved = 'c_place' in typed ? { c_place: OTHER_ROOM } : {};
      reply = await city.submitDialog(editor, { ...press.data, ...typed, ...moved });
      if (next === undefined) break;
    }
    if (reply.invoke?.kind === 'dialog') throw new Error(`${id} was not moved: ${textIn(reply.invoke)}`);
  }

  async function fullestSoon(): Promise<string | null> {
    const seatsTaken = await city.bot.enrolments.seatsTaken();
    const offerings = await city.store.db
      .selectFrom('records')
      .select(['id', 'cells'])
      .where('dataset', '=', 'offerings')
      .execute();
    const soon = offerings.filter(({ cells }) => {
      const { starts_on: startsOn } = JSON.parse(cells) as { starts_on: Day };
      return startsOn > city.today() && startsOn <= addDays(city.today(), WITHIN_DAYS);
    });
    const taken = (id: string): number => seatsTaken(offeringId.parse(id));
    const fullest = soon.toSorted((a, b) => taken(b.id) - taken(a.id))[0];
    return fullest === undefined || taken(fullest.id) === 0 ? null : fullest.id;
  }

  for (const day of MOVES) agenda.at(city.bot.calendarNow().nextOpenDay(day as Day), '11:00', move);
}
