import { loadCardSchema, rendererProblems } from '../support/card-schema';

const card = (...body: object[]) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'ja',
  fallbackText: 'x',
  body,
});

test('the renderer tells of unknown elements, bad values, missing ids and too many buttons', () => {
  const button = { type: 'Action.Execute', title: 'x', verb: 'a.b' };
  expect(rendererProblems(card({ type: 'TextBlock', text: 'x' }))).toEqual([]);
  expect(rendererProblems(card({ type: 'TextBox', text: 'x' }))).not.toEqual([]);
  expect(rendererProblems(card({ type: 'TextBlock', text: 'x', color: 'green' }))).not.toEqual([]);
  expect(rendererProblems(card({ type: 'Input.Text', label: 'x' }))).not.toEqual([]);
  expect(rendererProblems(card({ type: 'ActionSet', actions: Array(6).fill(button) }))).toEqual([]);
  expect(rendererProblems(card({ type: 'ActionSet', actions: Array(7).fill(button) }))).not.toEqual([]);
});

const schemaProblems = loadCardSchema();
(schemaProblems === null ? test.skip : test)('the schema tells of unknown properties and wrong types', () => {
  expect(schemaProblems?.(card({ type: 'TextBlock', text: 'x', msteams: { width: 'full' } }))).toEqual([]);
  expect(schemaProblems?.(card({ type: 'TextBlock', text: 'x', colour: 'good' }))).not.toEqual([]);
  expect(schemaProblems?.(card({ type: 'TextBlock', text: 3 }))).not.toEqual([]);
});
