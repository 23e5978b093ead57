import type { Message } from '../../core/turn';
import type { Person, Scene } from '../directory';
import { managersOf } from '../enrolment';
import type { ChatNeeds } from './chat-needs';
import { chatTexts } from './chat-texts';

/** Who leads and who appraises the asker today, as the directory says. */
export const createSuperiors =
  ({ store, directory }: Pick<ChatNeeds, 'store' | 'directory'>) =>
  async ({ person, today, locale }: Scene): Promise<Message> => {
    const t = chatTexts(locale);
    const everybody = await directory.everybody(store.db, today);
    const byId = (id: string | null): readonly Person[] => everybody.filter((one) => one.id === id);
    const lines = [
      ...managersOf(person, everybody).map((one) => [t.superior.manager, one] as const),
      ...byId(person.firstEvaluator).map((one) => [t.superior.first, one] as const),
      ...byId(person.secondEvaluator).map((one) => [t.superior.second, one] as const),
    ].map(([role, { name, section, position }]) => t.superiorIs(role, name, section, position));
    const text = lines.length === 0 ? t.superiorsUnknown : [...lines, t.superiorsNote].join('\n\n');
    return { kind: 'text', text };
  };
