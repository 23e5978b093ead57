import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { EnrolmentId } from '../../core/ids';
import type { Reader, Store } from '../../db/store';
import type { Catalogue, CatalogueData } from '../catalogue';
import type { Directory } from '../directory';

/** What the enrolment needs of the rest of the house. */
export interface EnrolmentNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'everybody'>;
  readonly data: (reader: Reader) => Promise<CatalogueData>;
  /** What may be offered of it. */
  readonly offered: (reader: Reader) => Promise<CatalogueData>;
  /** Courses are found by the catalogue's own index. */
  readonly catalogue: Pick<Catalogue, 'find' | 'findNamed'>;
  readonly calendar: () => BusinessCalendar;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  readonly newId: () => EnrolmentId;
}
