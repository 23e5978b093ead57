const POLITE: readonly (readonly [polite: RegExp, plain: string])[] = [
  [/ませんでした/g, 'なかった'],
  [/ません/g, 'ない'],
  [/(?<=[てで])(?:おり|い)ます/g, 'いる'],
  [/(?<=[てで])(?:おり|い)まし(?=[たて])/g, 'い'],
  [/(?<=[てで])おら(?=[なれず])/g, 'い'],
  [/しまいます/g, 'しまう'],
  [/しまいました/g, 'しまった'],
  [/(?<=[えけせてねべめれげぎじびみち])ます(?!ます)/g, 'る'],
  [/(?<=[えけせてねべめれげぎじびみち])ました/g, 'た'],
];

/** 眠れません as 眠れない, 泣いております as 泣いている: phrases are written in the plain style. Rough: only for looking things up. */
export const inPlainStyle = (text: string): string =>
  POLITE.reduce((plain, [polite, to]) => plain.replace(polite, to), text);
