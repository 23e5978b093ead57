import { z } from 'zod';
import { pollId, surveyId } from '../../core/ids';

/** Fluent clients send numbers of a choice set as texts. */
const whole = z.coerce.number().int().min(0).max(10_000);
const poll = z.object({ id: pollId });
const survey = z.object({ id: surveyId });
const page = whole.default(0);

const schemas = {
  'polls.answer': z.object({ id: pollId, choice: whole }),
  'polls.undo': poll,
  'polls.own': poll,
  'polls.list': z.object({}),
  'polls.section': z.object({ id: pollId, page }),
  'polls.show': z.object({ id: pollId, page }),
  'polls.preview': poll,
  'polls.onlyPreview': z.object({}),
  'polls.start': poll,
  'polls.askDiscard': poll,
  'polls.discard': poll,
  'polls.remind': z.object({ id: pollId, round: whole }),
  'polls.people': z.object({ id: pollId, filter: z.union([z.enum(['missing', 'all']), whole]), page }),
  'polls.askClose': poll,
  'polls.close': poll,
  'pulse.vote': z.object({ id: surveyId, choice: whole }),
  'pulse.own': survey,
  'pulse.show': z.object({ id: surveyId, page }),
  'pulse.preview': survey,
  'pulse.start': survey,
  'pulse.askDiscard': survey,
  'pulse.discard': survey,
  'pulse.askClose': survey,
  'pulse.close': survey,
  'pulse.comments': z.object({ id: surveyId, page }),
} as const;

const dialogSchemas = {
  'polls.new': z.object({}),
  'polls.edit': poll,
  'polls.save': poll,
  'polls.commentForm': poll,
  'polls.comment': z.object({ id: pollId, sure: whole.default(0) }),
  'polls.settings': z.object({}),
  'polls.saveSettings': z.object({}),
  'pulse.new': z.object({}),
  'pulse.edit': survey,
  'pulse.save': survey,
  'pulse.commentForm': survey,
  'pulse.comment': survey,
} as const;

type Parsed<S extends Record<string, z.ZodType>> = {
  [V in keyof S]: { readonly verb: V } & z.infer<S[V]>;
}[keyof S];
export type PollsAction = Parsed<typeof schemas>;
export type PollsDialog = Parsed<typeof dialogSchemas>;

/** Null for an unknown verb or data that no card of ours carries. */
export const parsePollsAction = (verb: string, data: unknown): PollsAction | null =>
  parse<PollsAction>(schemas, verb, data);

export const parsePollsDialog = (data: unknown): PollsDialog | null => {
  const verb = z.object({ verb: z.string() }).safeParse(data).data?.verb ?? '';
  return parse<PollsDialog>(dialogSchemas, verb, data);
};

function parse<A>(known: Readonly<Record<string, z.ZodType>>, verb: string, data: unknown): A | null {
  const parsed = Object.hasOwn(known, verb) ? known[verb]?.safeParse(data ?? {}) : undefined;
  return parsed?.success === true ? ({ verb, ...(parsed.data as object) } as A) : null;
}
