import { z } from 'zod';
import { INTENTS } from './intents';

const example = z.tuple([z.string().min(1), z.enum(INTENTS)]);

/** Reads data/intent-examples.tsv (text, intent; one header line); throws at the first line that does not fit. */
export function readIntentExamples(
  tsv: string,
): readonly { readonly text: string; readonly intent: z.infer<typeof example>[1] }[] {
  const [, ...lines] = tsv.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [text, intent] = example.parse(line.split('\t'));
    return { text, intent };
  });
}
