/** A button of a card about one record. */
export type Button = {
  label: string;
  verb: string;
  id: string;
  style: 'default' | 'positive' | 'destructive';
};

/** Makes buttons whose verbs belong to `feature` and that carry the record's id. */
export const buttonsFor =
  (feature: string, id: string) =>
  (verb: string, label: string, style: Button['style'] = 'default'): Button => ({
    label,
    verb: `${feature}.${verb}`,
    id,
    style,
  });
