import type { Json } from './manifest';
import type { PackageTexts } from './package-texts';

export interface Problem {
  /** `bots[0].scopes[1]`; empty for the manifest as a whole. */
  readonly place: string;
  readonly reason: string;
}

/**
 * What Microsoft's JSON schema, taken by the manifest's `$schema` from the installed package, says against a manifest.
 * Throws when that package is not installed (it is needed only here, so it is no dependency of the running bot).
 */
export async function schemaProblems(manifest: Json, texts: PackageTexts): Promise<Problem[]> {
  const { AppManifestUtils } = await import('@microsoft/app-manifest');
  // It takes a manifest by its type and answers whether it is one.
  const unchecked = manifest as unknown as Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
  const messages = await AppManifestUtils.validateAgainstSchema(unchecked);
  return messages.map((message) => explain(message, manifest, texts));
}

/** The validator says `/name/short must NOT have more than 30 characters. Details: {"limit":30}`. */
const MESSAGE = /^(?<pointer>\S*) (?<rule>.*)\. Details: (?<details>\{.*\})$/s;

function explain(message: string, manifest: Json, texts: PackageTexts): Problem {
  const { pointer, rule, details } = MESSAGE.exec(message)?.groups ?? {};
  if (pointer === undefined || rule === undefined || details === undefined)
    return { place: '', reason: message };
  const steps = pointer.split('/').slice(1);
  const place = steps
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  return { place, reason: inPlainWords(rule, JSON.parse(details), valueAt(manifest, steps), texts) };
}

interface Details {
  readonly limit?: number;
  readonly missingProperty?: string;
  readonly additionalProperty?: string;
  readonly allowedValues?: readonly string[];
  readonly allowedValue?: string;
  readonly pattern?: string;
}

function inPlainWords(rule: string, details: Details, value: Json | undefined, texts: PackageTexts): string {
  if (details.missingProperty !== undefined) return texts.missing(details.missingProperty);
  if (details.additionalProperty !== undefined) return texts.notAllowed(details.additionalProperty);
  if (details.allowedValues !== undefined) return texts.notChoice(details.allowedValues.join(' / '));
  if (details.allowedValue !== undefined) return texts.notChoice(details.allowedValue);
  if (details.pattern !== undefined) return `${texts.badForm} ${details.pattern}`;
  if (details.limit !== undefined && rule.includes('more than')) {
    return typeof value === 'string'
      ? texts.tooLong([...value].length, details.limit)
      : texts.tooMany(details.limit);
  }
  return rule;
}

function valueAt(manifest: Json, steps: readonly string[]): Json | undefined {
  let value: Json | undefined = manifest;
  for (const step of steps) {
    value =
      value !== null && typeof value === 'object'
        ? new Map<string, Json>(Object.entries(value)).get(step)
        : undefined;
  }
  return value;
}
