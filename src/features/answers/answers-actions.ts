import { z } from 'zod';

const question = z.string().max(2_000).default('');

const shown = z.object({ id: z.string().max(60), question });
const schemas = {
  'answers.show': shown,
  'answers.helpful': shown,
  'answers.unhelpful': shown,
  'answers.none': z.object({ question }),
  'answers.contribute': z.object({
    question,
    kind: z.enum(['unanswered', 'none-fitted', 'unhelpful']).default('unanswered'),
  }),
  'answers.desks': z.object({}),
  /** From a card of desks, which stays as it is. */
  'answers.also': z.object({ id: z.string().max(60) }),
  /** HR's: a text of the improvements is dealt with. */
  'answers.closeText': z.object({ id: z.string().max(60) }),
} as const;

export type AnswersAction = {
  [V in keyof typeof schemas]: { readonly verb: V } & z.infer<(typeof schemas)[V]>;
}[keyof typeof schemas];

/** Null for an unknown verb or data that no card of ours carries. */
export function parseAnswersAction(verb: string, data: unknown): AnswersAction | null {
  if (!Object.hasOwn(schemas, verb)) return null;
  const known = verb as keyof typeof schemas;
  const parsed = schemas[known].safeParse(data ?? {});
  return parsed.success ? ({ verb: known, ...parsed.data } as AnswersAction) : null;
}
