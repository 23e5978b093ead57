// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of templates
import { templateProblems, unboundConditions, verbProblems } from './template-rules';

test('a template that holds sentences, loose verbs and bare inputs is refused', () => {
  const template = {
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', text: '${title}' },
      { type: 'TextBlock', text: 'Hello ${name}' },
      { type: 'TextBlock', text: '研修' },
      { type: 'FactSet', facts: [{ title: '${label}', value: 'Room 3' }] },
      { type: 'Input.Text', isMultiline: true },
      { type: 'Container', selectAction: { type: 'Action.Execute', title: '${open}', verb: 'open' } },
    ],
    actions: [
      {
        type: 'Action.Execute',
        title: '${send}',
        verb: 'inquiries.send',
        data: { text: 'send', title: 'x' },
      },
    ],
  };
  expect(templateProblems(template)).toEqual([
    'text «Hello ${name}» is no placeholder',
    'text «研修» is no placeholder',
    'value «Room 3» is no placeholder',
    'Input.Text has no id',
    'Input.Text has no label',
    'verb «open» is not feature.verb',
    'holds Japanese text',
  ]);
});

test('conditions and lists must name something in the view', () => {
  const template = {
    body: [
      { $when: '${open}', type: 'A' },
      { $when: '${opne}', type: 'B' },
      { $when: '${title}', type: 'C' },
      {
        $data: '${rows}',
        type: 'D',
        items: [
          { $when: '${last}', type: 'E' },
          { $data: '${row}', type: 'F' },
        ],
      },
    ],
  };
  const view = { open: false, title: 'x', rows: [{ last: true }, { last: false }] };
  expect(unboundConditions(template, view)).toEqual([
    '$when ${opne} is neither true nor false',
    '$when ${title} is neither true nor false',
    '$data ${row} is no list',
  ]);
});

test('a verb that the view fills is judged once it is filled', () => {
  const button = (verb: string) => ({ actions: [{ type: 'Action.Execute', title: '${title}', verb }] });
  expect(templateProblems(button('${backVerb}'))).toEqual([]);
  expect(verbProblems(button('${backVerb}'))).toEqual(['verb «${backVerb}» is not feature.verb']);
  expect(verbProblems(button('catalogue.page'))).toEqual([]);
});
