import { createHash } from 'node:crypto';

/** Stands for a text in a form's data: a text has changed since where its version has. */
export const versionOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
