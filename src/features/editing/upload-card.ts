import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import { contacts, faq, guessMapping, type ImportMode, type MappingGuess } from '../records';
import { editingTexts } from './editing-texts';
import { codeOf, type FileKind, kindLabel } from './file-kind';
import { importTexts } from './import-texts';
import { shorten } from './record-words';

type Base = { lang: Locale; fallback: string };
type ChoiceView = { title: string; value: string };

export type UploadView = Base & {
  id: string;
  heading: string;
  file: string;
  hasNote: boolean;
  note: string;
  kindLabel: string;
  kindPlaceholder: string;
  kinds: ChoiceView[];
  kind: string;
  hasMapping: boolean;
  mapped: string;
  hasRenamed: boolean;
  renamed: string;
  hasUnused: boolean;
  unused: string;
  hasMissing: boolean;
  missing: string;
  isEntra: boolean;
  entraNote: string;
  modeLabel: string;
  modes: ChoiceView[];
  mode: string;
  planLabel: string;
  mappingLabel: string;
  dropLabel: string;
};

const LONGEST_LIST = 300;

export interface UploadShown {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly kind: FileKind | null;
  /** Those to choose from. */
  readonly kinds: readonly FileKind[];
  readonly mode: ImportMode;
  /** Null where there are no columns to be mapped. */
  readonly mapping: MappingGuess | null;
  readonly note: string | null;
}

export function uploadView(shown: UploadShown, locale: Locale): UploadView {
  const t = importTexts(locale);
  const { mapping, kind, note } = shown;
  const columns = (kind?.dataset.columns ?? []).filter(({ whenUnsaid }) => whenUnsaid === 'kept');
  const separator = locale === 'en' ? ', ' : '、';
  const mapped = columns.flatMap((column) => {
    const heading = mapping?.mapping[column.name];
    return heading === undefined ? [] : [{ column, heading }];
  });
  const renamed = mapped
    .filter(({ column, heading }) => heading !== column.label[locale] && heading !== column.name)
    .map(({ column, heading }) => t.renamed(column.label[locale], heading));
  const unused = mapping?.unused ?? [];
  const missing = mapping?.missing ?? [];
  return {
    lang: locale,
    fallback: `${t.uploadHeading}: ${shown.name}`,
    id: shown.id,
    heading: t.uploadHeading,
    file: t.file(shorten(shown.name, 100), shown.rows),
    hasNote: note !== null,
    note: note ?? '',
    kindLabel: t.kindLabel,
    kindPlaceholder: t.kindPlaceholder,
    kinds: shown.kinds.map((each) => ({ title: kindLabel(each, locale), value: codeOf(each) })),
    kind: codeOf(kind),
    hasMapping: mapping !== null,
    mapped: t.mapped(mapped.length, columns.length),
    hasRenamed: renamed.length > 0,
    renamed: shorten(renamed.join(separator), LONGEST_LIST),
    hasUnused: unused.length > 0,
    unused: shorten(t.unused(unused.join(separator)), LONGEST_LIST),
    hasMissing: missing.length > 0,
    missing: [t.missing(missing.map(({ label }) => label[locale]).join(separator)), t.missingAdvice].join(
      '\n',
    ),
    isEntra: kind?.kind === 'entra',
    entraNote: t.entraNote,
    modeLabel: t.modeLabel,
    modes: [
      { title: t.merge, value: 'merge' },
      { title: t.replace, value: 'replace' },
    ],
    mode: shown.mode,
    planLabel: t.showPlan,
    mappingLabel: t.fixMapping,
    dropLabel: editingTexts(locale).cancel,
  };
}

const exampleId = '00000000-0000-4000-8000-000000000001';
const exampleKind: FileKind = { kind: 'dataset', dataset: contacts };
const exampleUpload: UploadShown = {
  id: exampleId,
  name: '相談窓口一覧.xlsx',
  rows: 12,
  kind: exampleKind,
  kinds: [exampleKind, { kind: 'dataset', dataset: faq }],
  mode: 'merge',
  mapping: guessMapping(contacts, ['窓口ID', '窓口名', 'TEL', '建物']),
  note: null,
};
const exampleMissing: UploadShown = {
  ...exampleUpload,
  mapping: guessMapping(contacts, ['名称', 'TEL']),
  note: importTexts('ja').kindChosen(contacts.label.ja),
};

export const uploadCard = defineCard<UploadView>({
  name: 'editing/upload',
  examples: { guessed: uploadView(exampleUpload, 'ja'), missing: uploadView(exampleMissing, 'ja') },
});
