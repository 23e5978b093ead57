import path from 'node:path';
import { initiativeId } from '../../../src/core/ids';
import type { SemanticSearch } from '../../../src/embeddings';
import type { Initiative, Loaded } from '../../../src/features/records';
import { buildKnowledge, openKnowledgeSources } from '../../../src/knowledge';

const recording = (sent: string[]): SemanticSearch => ({
  prepare: async () => undefined,
  similarities: async (question) => {
    sent.push(question);
    return null;
  },
});

const anInitiative = (id: string, title: string, summary: string): Loaded<Initiative> => ({
  id: initiativeId.parse(id),
  pillar: '職員研修',
  section: '見本',
  title,
  summary,
  status: 'active',
  titleEn: null,
  summaryEn: null,
  sample: true,
  recordId: id,
  contentHash: '',
  confirmed: true,
});

test('what may be a sensitive matter is searched without the embeddings endpoint', async () => {
  const sent: string[] = [];
  const sources = openKnowledgeSources(path.resolve('data'), null, recording(sent));
  const known = buildKnowledge({ faq: [], plan: [], contacts: [], synonyms: [] }, sources, false);
  await known.search('研修の日程', { limit: 1, private: false });
  await known.search('もう疲れました', { limit: 1, private: true });
  expect(sent).toEqual(['研修の日程']);
});

test('nor is what is answered with a way to help, whatever its words', async () => {
  const sent: string[] = [];
  const plan = [
    anInitiative('2.5.5', '通報制度の周知', '困ったときの使い方を案内します'),
    anInitiative('1.1.2', '通信教育の支援', '受講料を助成します'),
  ];
  const sources = openKnowledgeSources(path.resolve('data'), null, recording(sent));
  const known = buildKnowledge({ faq: [], plan, contacts: [], synonyms: [] }, sources, false);
  await known.search('制度の使い方は', { limit: 1, private: false });
  await known.search('通信教育の受講料は', { limit: 1, private: false });
  expect(sent).toEqual(['通信教育の受講料は']);
});
