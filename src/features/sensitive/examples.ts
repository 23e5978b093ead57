import { z } from 'zod';
import { SENSITIVE_TOPICS } from './sensitive-topics';

const example = z.tuple([z.string().min(1), z.enum([...SENSITIVE_TOPICS, 'none']), z.string().min(1)]);

export interface SensitiveExample {
  readonly text: string;
  readonly label: z.infer<typeof example>[1];
  /** Examples of one kind of expression: what was written in one go, and so is not independent of each other. */
  readonly family: string;
}

/** Reads data/sensitive-examples.tsv (text, label, family; one header line); throws at the first line that does not fit. */
export function readSensitiveExamples(tsv: string): readonly SensitiveExample[] {
  const [, ...lines] = tsv.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [text, label, family] = example.parse(line.split('\t'));
    return { text, label, family };
  });
}
