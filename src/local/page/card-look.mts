/** How Adaptive Cards look in this page: the values that the renderer takes as numbers and colours (the rest is cards.css). */

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  readonly plain: string;
  readonly emphasisBack: string;
  readonly accentBack: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
}

const light: Palette = {
  text: '#1c2a25',
  subtle: '#53645d',
  accent: '#0b6e5a',
  good: '#17693a',
  warning: '#7d4b00',
  attention: '#b3261e',
  line: '#dfe6e2',
  plain: '#ffffff',
  emphasisBack: '#f2f6f3',
  accentBack: '#e2f2ec',
  goodBack: '#cfecd8',
  warningBack: '#fdf2dd',
  attentionBack: '#fdebe9',
};

const dark: Palette = {
  text: '#e8f0ec',
  subtle: '#a9bab2',
  accent: '#67d4b4',
  good: '#84d9a0',
  warning: '#f3c272',
  attention: '#ffa79c',
  line: '#36433e',
  plain: '#1a2220',
  emphasisBack: '#27322e',
  accentBack: '#1c3a32',
  goodBack: '#22523a',
  warningBack: '#3b2f17',
  attentionBack: '#432320',
};

/** The host configuration, as JSON. */
export function cardLook(theme: 'light' | 'dark'): object {
  const palette = theme === 'dark' ? dark : light;
  const colour = (value: string) => ({ default: value, subtle: value });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    dark: colour(palette.text),
    light: colour(palette.subtle),
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.attention),
  };
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    fontFamily: 'inherit',
    fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 400, default: 400, bolder: 700 },
    lineHeights: { small: 20, default: 24, medium: 25, large: 27, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 14, large: 20, extraLarge: 28, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: container(palette.plain),
      emphasis: container(palette.emphasisBack),
      accent: container(palette.accentBack),
      good: container(palette.goodBack),
      warning: container(palette.warningBack),
      attention: container(palette.attentionBack),
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small' },
    },
    actions: {
      maxActions: 6,
      spacing: 'medium',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      allowTitleToWrap: true,
    },
    factSet: {
      title: {
        color: 'default',
        size: 'default',
        isSubtle: true,
        weight: 'default',
        wrap: true,
        maxWidth: 160,
      },
      value: { color: 'default', size: 'default', weight: 'default', wrap: true },
      spacing: 16,
    },
    textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default' } },
    textBlock: { headingLevel: 3 },
    table: { cellSpacing: 8 },
  };
}
