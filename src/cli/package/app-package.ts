import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../core/result';
import { ICON_NAMES, iconProblems } from './icons';
import {
  type AppIdentity,
  fillTemplate,
  type Json,
  readTranslation,
  translatableTexts,
  translate,
} from './manifest';
import { type Problem, schemaProblems } from './official-schema';
import type { PackageTexts } from './package-texts';
import { zip } from './zip';

const LANGUAGE = 'en';
const LANGUAGE_FILE = `${LANGUAGE}.json`;

/** Menus of Teams cut longer ones off, although the schema allows them. */
const COMMAND_LIMITS = [
  { of: /^bots.*\.title$/, limit: 32 },
  { of: /^bots.*\.description$/, limit: 128 },
];

type Translation = ReadonlyMap<string, string>;

/**
 * The Teams app package (a zip to upload) from `folder`, which holds manifest.json, en.json and the two icons.
 * Answers instead every rule that is broken, in plain words. Throws when a file is missing or no JSON.
 */
export async function buildAppPackage(
  folder: string,
  identity: AppIdentity,
  texts: PackageTexts,
): Promise<Result<Buffer, readonly string[]>> {
  const read = (name: string): Promise<Buffer> => readFile(path.join(folder, name));
  const manifest = fillTemplate((await read('manifest.json')).toString('utf8'), identity);
  const language = await read(LANGUAGE_FILE);
  const english = readTranslation(language.toString('utf8'));
  const icons = await Promise.all(ICON_NAMES.map(async (name) => ({ name, bytes: await read(name) })));

  const problems = [
    ...inFile('manifest.json', await manifestProblems(manifest, texts)),
    ...inFile('manifest.json', untranslated(manifest, english, texts)),
    ...inFile(LANGUAGE_FILE, await translationProblems(manifest, english, texts)),
    ...icons.flatMap(({ name, bytes }) =>
      inFile(
        name,
        iconProblems(name, bytes, texts).map((reason) => ({ place: '', reason })),
      ),
    ),
  ];
  if (problems.length > 0)
    return err(problems.map(({ file, place, reason }) => texts.problem(file, place, reason)));
  return ok(
    zip([
      { name: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
      { name: LANGUAGE_FILE, bytes: language },
      ...icons,
    ]),
  );
}

const inFile = (file: string, problems: readonly Problem[]): (Problem & { readonly file: string })[] =>
  problems.map((problem) => ({ file, ...problem }));

const manifestProblems = async (manifest: Json, texts: PackageTexts): Promise<Problem[]> => [
  ...(await schemaProblems(manifest, texts)),
  ...commandProblems(manifest, texts),
];

const untranslated = (manifest: Json, english: Translation, texts: PackageTexts): Problem[] =>
  [...translatableTexts(manifest).keys()]
    .filter((place) => !english.has(place))
    .map((place) => ({ place, reason: texts.noTranslation(LANGUAGE) }));

/** A translation holds what the manifest holds, and keeps the limits that the manifest's own texts keep. */
async function translationProblems(
  manifest: Json,
  english: Translation,
  texts: PackageTexts,
): Promise<Problem[]> {
  const originals = translatableTexts(manifest);
  const strays = [...english.keys()].filter((place) => !originals.has(place));
  const translated = await manifestProblems(translate(manifest, english), texts);
  return [
    ...strays.map((place) => ({ place, reason: texts.noOriginal })),
    ...translated.filter(({ place }) => english.has(place)),
  ];
}

function commandProblems(manifest: Json, texts: PackageTexts): Problem[] {
  return [...translatableTexts(manifest)].flatMap(([place, text]) => {
    const limit = COMMAND_LIMITS.find(({ of }) => of.test(place))?.limit ?? Number.POSITIVE_INFINITY;
    const length = [...text].length;
    return length > limit ? [{ place, reason: texts.tooLong(length, limit) }] : [];
  });
}
