import { buttonsIn, inputsIn, textIn } from './cards.mts';
import type { City, Person } from './city.mts';

type Typed = Readonly<Record<string, string>>;

/** Opens a dialog and fills in its pages one after the other, the last of which saves. Answers the id that it carries. */
export async function fillIn(
  city: City,
  person: Person,
  opener: object,
  pages: readonly Typed[],
): Promise<string> {
  let reply = await city.openDialog(person, opener);
  let id = '';
  for (const [at, typed] of pages.entries()) {
    const buttons = buttonsIn(reply.invoke);
    const turn = at === pages.length - 1 ? 'close' : 'next';
    const { data } = buttons.find((button) => button.data.turn === turn) ?? buttons[0] ?? {};
    if (data === undefined) throw new Error(`no page ${at} in ${textIn(reply.invoke)}`);
    id = String(data.id);
    reply = await city.submitDialog(person, { ...data, ...inputsIn(reply.invoke), ...typed });
  }
  if (reply.invoke?.kind === 'dialog') throw new Error(`not saved: ${textIn(reply.invoke)}`);
  return id;
}
