import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as Renderer from 'adaptivecards';
import Ajv, { type ValidateFunction } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json';
import MarkdownIt from 'markdown-it';

// The build for browsers, since the other one is no CommonJS; its own types are not those of a module.
const {
  AdaptiveCard,
  CardElement,
  HostConfig,
  SerializationContext,
  Versions,
}: typeof Renderer = require('adaptivecards/dist/adaptivecards.js');

/** The version of Adaptive Cards that Teams shows on every client. */
export const CARD_VERSION = '1.5';

/** Teams puts further buttons of a row into a menu. */
const MAX_BUTTONS = 6;

/** What Microsoft's renderer says against a card: unknown elements, bad values, missing ids. */
export function rendererProblems(card: object): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: MAX_BUTTONS } });
  // Its pattern for languages is a global one, which remembers where the last card's match ended.
  if (CardElement.langProperty.regEx) CardElement.langProperty.regEx.lastIndex = 0;
  parsed.parse(card, context);
  const said = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...said, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
}

const SCHEMA = path.resolve(__dirname, '../../../shared/schema', `adaptive-card-${CARD_VERSION}.json`);

/**
 * What Microsoft's JSON schema says against a card: unknown properties, wrong types. The schema is no part of the project:
 * null where it does not stand beside it.
 */
export function loadCardSchema(): ((card: object) => string[]) | null {
  if (!existsSync(SCHEMA)) return null;
  const schema: unknown = JSON.parse(readFileSync(SCHEMA, 'utf8'), (key, value) =>
    // A required of draft 3, which ajv refuses.
    key === 'required' && typeof value === 'boolean' ? undefined : value,
  );
  if (typeof schema !== 'object' || schema === null) throw new Error(`${SCHEMA} is no schema`);
  const { id: _, ...rest } = { id: '', ...schema };
  const ajv = new Ajv({ strict: false, allErrors: false, logger: false });
  ajv.addMetaSchema(draft06);
  const validate = ajv.compile(rest);
  return (card) => problemsOf(validate, withoutTeamsOwn(card));
}

function problemsOf(validate: ValidateFunction, card: unknown): string[] {
  return validate(card)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** Teams reads more than the common schema knows. */
const withoutTeamsOwn = (card: object): unknown =>
  JSON.parse(JSON.stringify(card), (key, value) =>
    key === 'msteams' || key === 'targetWidth' ? undefined : value,
  );

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The HTML that a client which reads all of Markdown makes of a text. */
export const htmlOf = (text: string): string => markdown.render(text);

/** What a person sees of a Markdown text, line by line. */
export const visibleLines = (text: string): string[] =>
  plainLines(
    htmlOf(text)
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]),
  );

const ENTITIES = { lt: '<', gt: '>', quot: '"', amp: '&' } as const;

/** The lines of a plain text, without the blank space that no client shows. */
export const plainLines = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
