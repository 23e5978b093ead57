import { addDays, type Day, partsOf } from './day';
import { fiscalYearEnd } from './fiscal-year';

/**
 * Legal age in full years. A person attains an age at the end of the day before the birthday
 * (年齢計算ニ関スル法律, 民法第143条), so that day counts here; one born on 29 February attains it on 28 February.
 */
export function ageOn(birth: Day, day: Day): number {
  const tomorrow = addDays(day, 1);
  const years = partsOf(tomorrow).year - partsOf(birth).year;
  return tomorrow.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** The age a person has reached on the last day of the 年度; one born on 1 April is counted with the older ones. */
export const ageInFiscalYear = (birth: Day, fiscalYear: number): number =>
  ageOn(birth, fiscalYearEnd(fiscalYear));
