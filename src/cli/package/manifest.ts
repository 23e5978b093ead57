import { z } from 'zod';

/** What differs from one city to the next. */
export interface AppIdentity {
  /** GUID of the app registration; it is the id of the Teams app and of its bot. */
  readonly appId: string;
  /** HTTPS address of the server, without a trailing slash. */
  readonly publicUrl: string;
  readonly version: string;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
const json: z.ZodType<Json> = z.json();
const translation = z.record(z.string(), z.string());

/** The template with every `{{name}}` filled in; throws (a bug of the template) on an unknown name or on broken JSON. */
export function fillTemplate(template: string, identity: AppIdentity): Json {
  const values = new Map(Object.entries({ ...identity, publicHost: new URL(identity.publicUrl).host }));
  const fill = (value: Json): Json =>
    mapStrings(value, (text) =>
      text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => {
        const filled = values.get(name);
        if (filled === undefined) throw new Error(`manifest.json: unknown placeholder ${hole}`);
        return filled;
      }),
    );
  return fill(json.parse(JSON.parse(template)));
}

/** The texts of a language file, by the place in the manifest that they translate. */
export function readTranslation(file: string): Map<string, string> {
  const { $schema: _, ...texts } = translation.parse(JSON.parse(file));
  return new Map(Object.entries(texts));
}

/** The texts of a manifest that Teams lets one translate, by place: `bots[0].commandLists[0].commands[1].title`. */
export function translatableTexts(manifest: Json): Map<string, string> {
  const texts = new Map<string, string>();
  mapStrings(manifest, (text, place) => {
    if (TRANSLATABLE.test(place)) texts.set(place, text);
    return text;
  });
  return texts;
}

const TRANSLATABLE =
  /^(name|description)\.(short|full)$|^(bots|composeExtensions)\[\d+\]\..*\.(title|description)$/;

/** The manifest as people of another language see it. */
export const translate = (manifest: Json, texts: ReadonlyMap<string, string>): Json =>
  mapStrings(manifest, (text, place) => texts.get(place) ?? text);

function mapStrings(value: Json, change: (text: string, place: string) => string, place = ''): Json {
  if (typeof value === 'string') return change(value, place);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item, index) => mapStrings(item, change, `${place}[${index}]`));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      mapStrings(inner, change, place === '' ? key : `${place}.${key}`),
    ]),
  );
}

/** `Array.isArray` does not narrow read-only lists. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
