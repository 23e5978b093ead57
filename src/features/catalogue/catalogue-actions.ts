import { z } from 'zod';
import { courseId } from '../../core/ids';
import { courseQuery } from './course-query';
import { personalQuery } from './personal-query';

const page = z.number().int().min(0).max(1_000).default(0);
const ofCourses = z.object({ query: courseQuery.prefault({}), page });

const action = z.discriminatedUnion('verb', [
  ofCourses.extend({ verb: z.literal('catalogue.list') }),
  ofCourses.extend({ verb: z.literal('catalogue.recommend') }),
  z.object({
    verb: z.literal('catalogue.course'),
    id: courseId,
    // A broken way back is no reason not to show the course.
    back: ofCourses
      .extend({ verb: z.enum(['catalogue.list', 'catalogue.recommend']) })
      .nullable()
      .catch(null),
  }),
  z.object({ verb: z.literal('catalogue.history'), query: personalQuery.prefault({}), page }),
]);
export type CatalogueAction = z.infer<typeof action>;

/** Null for an unknown verb or data that no card of ours carries. */
export function parseCatalogueAction(verb: string, data: unknown): CatalogueAction | null {
  const fields = typeof data === 'object' && data !== null ? data : {};
  const parsed = action.safeParse({ ...fields, verb });
  return parsed.success ? parsed.data : null;
}
