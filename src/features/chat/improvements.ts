import type { Reader } from '../../db/open';
import { feedbackCounts, feedbackTexts } from '../answers';
import type { Scene } from '../directory';
import { chatTexts } from './chat-texts';

const MOST_TEXTS = 20;

/** What could not be answered: counts by topic, and the texts whose askers gave them. */
export async function improvementsText(reader: Reader, scene: Scene): Promise<string> {
  const t = chatTexts(scene.locale);
  const month = scene.today.slice(0, 7);
  const counts = await feedbackCounts(reader, month);
  const texts = await feedbackTexts(reader, MOST_TEXTS);
  if (counts.length === 0 && texts.length === 0) return t.improvementsEmpty;
  const topic = (name: string): string =>
    name === 'signpost' ? t.topicSignpost : name === 'none' ? t.topicNone : name;
  const kinds: Readonly<Record<string, string>> = t.feedbackKinds;
  return [
    t.improvementsHeading(month),
    ...counts.map((row) => t.improvementsCount(topic(row.topic), kinds[row.kind] ?? row.kind, row.count)),
    ...(texts.length > 0 ? ['', t.improvementsTexts, ...texts.map(({ text }) => `・${text}`)] : []),
  ].join('\n');
}
