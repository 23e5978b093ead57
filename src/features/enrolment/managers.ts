import type { Person } from '../directory';

/** Of whom one is told together: a section, or the department where the leader of a section applies. */
export const unitOf = (person: Person): string =>
  person.leads.includes(person.section) ? person.department : person.section;

/**
 * Who leads a person today: the 所属長 of the section and who stands in for one (代決者). Whoever leads the section
 * themself has those of the department; nobody is their own manager.
 */
export function managersOf(person: Person, everybody: readonly Person[]): readonly Person[] {
  const leading = (unit: string): readonly Person[] =>
    everybody.filter(({ id, leads }) => id !== person.id && leads.includes(unit));
  const own = leading(unitOf(person));
  return own.length > 0 ? own : leading(person.department);
}
