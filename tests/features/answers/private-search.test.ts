import path from 'node:path';
import type { SemanticSearch } from '../../../src/embeddings';
import { buildKnowledge, openKnowledgeSources } from '../../../src/knowledge';

test('what may be a sensitive matter is searched without the embeddings endpoint', async () => {
  const sent: string[] = [];
  const semantic: SemanticSearch = {
    prepare: async () => undefined,
    similarities: async (question) => {
      sent.push(question);
      return null;
    },
  };
  const sources = openKnowledgeSources(path.resolve('data'), null, semantic);
  const known = buildKnowledge({ faq: [], plan: [], contacts: [], synonyms: [] }, sources, false);
  await known.search('研修の日程', { limit: 1, private: false });
  await known.search('もう疲れました', { limit: 1, private: true });
  expect(sent).toEqual(['研修の日程']);
});
