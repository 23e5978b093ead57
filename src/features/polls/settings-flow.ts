import { closeDialog, dialog, notice } from '../../cards/replies';
import type { Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { choiceField, createFieldReader, formCard, formView, type Typed, textField, typedIn } from '../forms';
import { pollSettings, savePollSettings } from './poll-settings';
import { noteStep, type PollsNeeds } from './polls-needs';
import { pollsTexts } from './polls-texts';
import { questionTexts } from './question-texts';

/** What HR's administrators set once for every poll. */
export function createSettingsFlow(needs: PollsNeeds) {
  const { store } = needs;

  const fieldsOf = (scene: Scene) => {
    const t = pollsTexts(scene.locale);
    return [
      textField('official', t.officialLabel, 300),
      choiceField('managers', t.managersLabel, [
        { title: t.allowed, value: 'yes' },
        { title: t.notAllowed, value: 'no' },
      ]),
    ];
  };

  async function open(scene: Scene): Promise<Reply> {
    const { officialUrl, managersMayPoll } = await pollSettings(store.db);
    return show(scene, { official: officialUrl ?? '', managers: managersMayPoll ? 'yes' : 'no' }, []);
  }

  function show(scene: Scene, typed: Typed, problems: readonly string[]): Reply {
    const t = pollsTexts(scene.locale);
    if (!scene.person.roles.has('hr_admin')) return notice(t.adminOnly);
    const view = formView(
      {
        fields: fieldsOf(scene),
        typed,
        problems,
        notes: [questionTexts(scene.locale).aid],
        page: null,
        moreLabel: '',
        fallback: t.settingsTitle,
        buttons: [{ label: t.saveSettings, data: { verb: 'polls.saveSettings' } }],
      },
      scene.locale,
    );
    return dialog(t.settingsTitle, formCard, view);
  }

  async function save(scene: Scene, data: unknown): Promise<Reply> {
    const t = pollsTexts(scene.locale);
    if (!scene.person.roles.has('hr_admin')) return notice(t.adminOnly);
    const fields = fieldsOf(scene);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const officialUrl = reader.link('official');
    const managersMayPoll = reader.chosen('managers').includes('yes');
    if (reader.problems.length > 0) return show(scene, typed, reader.problems);
    await store.write(async (tx) => {
      await savePollSettings(tx, { officialUrl, managersMayPoll });
      await noteStep(needs, tx, scene, 'poll-changed', 'settings', 'settings', {
        official: officialUrl === null ? 0 : 1,
        managers: managersMayPoll ? 1 : 0,
      });
    });
    return closeDialog({ kind: 'text', text: t.settingsSaved });
  }

  return { open, save };
}
