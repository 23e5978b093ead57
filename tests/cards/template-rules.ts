/** Rules that a template of `cards/` keeps by itself, before any view is bound to it. */

type Json = unknown;
type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in `value`, the outermost first; not what a button carries as its data. */
export function* objectsIn(value: Json): Generator<JsonObject> {
  if (Array.isArray(value)) {
    for (const item of value) yield* objectsIn(item);
  } else if (isObject(value)) {
    yield value;
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') yield* objectsIn(inner);
  }
}

/** What people read. */
const TEXTS = [
  'text',
  'title',
  'label',
  'fallbackText',
  'errorMessage',
  'placeholder',
  'altText',
  'speak',
  'tooltip',
];
const PLACEHOLDER = /^\$\{\$?[\w.]+\}$/;
const JAPANESE = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u;
const VERB = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

export function templateProblems(template: Json): string[] {
  const problems: string[] = [];
  for (const object of objectsIn(template)) {
    const texts = 'facts' in object || !isFact(object) ? TEXTS : [...TEXTS, 'value'];
    for (const property of texts) {
      const text = object[property];
      if (typeof text === 'string' && !PLACEHOLDER.test(text))
        problems.push(`${property} «${text}» is no placeholder`);
    }
    const type = String(object.type ?? '');
    for (const property of type.startsWith('Input.') ? ['id', 'label'] : []) {
      if (!object[property]) problems.push(`${type} has no ${property}`);
    }
  }
  problems.push(...verbProblems(template, PLACEHOLDER));
  if (JAPANESE.test(JSON.stringify(template))) problems.push('holds Japanese text');
  return problems;
}

/** The verbs of `card` that are not of the form `feature.verb`; those that match `unless` are judged elsewhere. */
export function verbProblems(card: Json, unless?: RegExp): string[] {
  return [...objectsIn(card)]
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ verb }) => String(verb))
    .filter((verb) => !VERB.test(verb) && !unless?.test(verb))
    .map((verb) => `verb «${verb}» is not feature.verb`);
}

const isFact = (object: JsonObject): boolean => 'title' in object && 'value' in object && !('type' in object);

/**
 * `$when` and `$data` that name nothing in the view: the template engine drops such an element without a word.
 * A `$when` must be true or false, since any other value counts as false.
 */
export function unboundConditions(template: Json, view: Json): string[] {
  return [...new Set(conditionsAgainst(template, [view]))];
}

function* conditionsAgainst(template: Json, scopes: readonly Json[]): Generator<string> {
  if (Array.isArray(template)) {
    for (const item of template) yield* conditionsAgainst(item, scopes);
  } else if (isObject(template)) {
    let inner = scopes;
    const data = template.$data;
    if (typeof data === 'string') {
      const lists = scopes.map((scope) => lookUp(data, scope));
      if (lists.some((list) => typeof list !== 'object' || list === null)) yield `$data ${data} is no list`;
      inner = lists.flat();
    }
    const when = template.$when;
    if (typeof when === 'string' && inner.some((scope) => typeof lookUp(when, scope) !== 'boolean')) {
      yield `$when ${when} is neither true nor false`;
    }
    for (const value of Object.values(template)) yield* conditionsAgainst(value, inner);
  }
}

function lookUp(placeholder: string, scope: Json): Json {
  let value = scope;
  for (const step of placeholder.replace(/^\$\{|\}$/g, '').split('.'))
    value = isObject(value) ? value[step] : undefined;
  return value;
}
