import type { Agenda } from './agenda.mts';
import { buttonsIn, textIn } from './cards.mts';
import type { City, Day, Person } from './city.mts';

/** HR decides on the pairs that the bot suggests for those who are new. */
const PAIRED_ON = '2026-04-06';

export function createMentors(city: City, agenda: Agenda, editor: Person): void {
  async function pairUp(): Promise<void> {
    for (let made = 0; ; ) {
      const suggested = await city.tap(editor, 'mentoring.suggest', { page: 0 });
      const most = buttonsIn(suggested.invoke)
        .filter(({ verb }) => verb === 'mentoring.accept')
        .toSorted((a, b) => pairsIn(b.data).length - pairsIn(a.data).length)[0];
      if (most === undefined) {
        if (made === 0) throw new Error(`no pair was suggested: ${textIn(suggested.invoke)}`);
        return;
      }
      const accepted = textIn(await city.press(editor, most));
      if (!/組を決めました/.test(accepted)) throw new Error(accepted);
      made += pairsIn(most.data).length;
    }
  }

  agenda.at(PAIRED_ON as Day, '11:00', pairUp);
}

const pairsIn = ({ pairs }: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(pairs) ? pairs : [];
