export interface CardText {
  readonly text: string;
  /** Whether clients read Markdown there. */
  readonly markdown: boolean;
}

/** Every text of a rendered card; what a button carries is a plain text wherever it stands. */
export function* textsIn(value: unknown, place: readonly string[] = [], inData = false): Generator<CardText> {
  if (typeof value === 'string') {
    const [holder, property] = place.slice(-2);
    const inTextBlock = holder === 'TextBlock' && property === 'text';
    const inFact = holder === 'facts' && (property === 'title' || property === 'value');
    yield { text: value, markdown: !inData && (inTextBlock || inFact) };
  } else if (Array.isArray(value)) {
    for (const item of value) yield* textsIn(item, place, inData);
  } else if (typeof value === 'object' && value !== null) {
    const holder = 'type' in value ? String(value.type) : (place.at(-1) ?? '');
    for (const [key, inner] of Object.entries(value))
      yield* textsIn(inner, [holder, key], inData || key === 'data');
  }
}
