import { h, iconButton } from './dom.mjs';
import type { Texts } from './page-texts.mjs';
import type { Preferences } from './preferences.mjs';

/** Language and colours, in a panel below the button. */
export function settingsPanel(
  texts: Texts,
  preferences: Preferences,
  change: (changed: Partial<Preferences>) => void,
): { button: HTMLElement; popover: HTMLElement } {
  const choice = <T extends string>(
    legend: string,
    name: string,
    options: readonly (readonly [T, string])[],
    chosen: T,
    onChoose: (value: T) => void,
  ) =>
    h(
      'fieldset',
      { class: 'choice' },
      h('legend', { class: 'popover-label' }, legend),
      h(
        'div',
        { class: 'segments' },
        ...options.map(([value, label]) =>
          h(
            'label',
            { class: 'segment' },
            h('input', {
              type: 'radio',
              name,
              value,
              checked: value === chosen,
              onchange: () => onChoose(value),
            }),
            h('span', {}, label),
          ),
        ),
      ),
    );

  const popover = h(
    'section',
    {
      class: 'popover settings-popover',
      popover: 'auto',
      id: 'settings-popover',
      'aria-label': texts.settings,
    },
    choice(
      texts.language,
      'language',
      [
        ['ja', '日本語'],
        ['en', 'English'],
      ],
      preferences.language,
      (language) => change({ language }),
    ),
    choice(
      texts.theme,
      'theme',
      [
        ['auto', texts.themes.auto],
        ['light', texts.themes.light],
        ['dark', texts.themes.dark],
      ],
      preferences.theme,
      (theme) => change({ theme }),
    ),
  );
  const button = iconButton('settings', texts.settings, { popovertarget: 'settings-popover' });
  return { button, popover };
}
