import { closeDialog, dialog } from '../../cards/replies';
import type { Message, Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { createFieldReader, type Field, formCard, formView, linesField, type Typed, typedIn } from '../forms';
import { exchangeTexts } from './exchange-texts';
import { type MentoringNeeds, noteChange } from './mentoring-needs';
import { versionOf } from './text-version';
import { insertTip, lockTip, saveTip, tipOfMonth } from './tip-store';

const MOST_CHARACTERS = 200;

/** Where HR writes the tip of the month, or puts it right. Whoever calls this has checked that it is HR who acts. */
export function createTipForm(
  needs: Pick<MentoringNeeds, 'store' | 'audit'>,
  /** The card as it now stands, with what came of the dialog. */
  shown: (scene: Scene, note: string) => Promise<Message>,
) {
  const { store } = needs;

  const fieldsIn = (scene: Scene): readonly Field[] => [
    linesField('tip', exchangeTexts(scene.locale).tipLabel, MOST_CHARACTERS),
  ];

  async function open(scene: Scene): Promise<Reply> {
    const now = await tipOfMonth(store.db, monthOf(scene));
    return show(scene, now, { tip: now ?? '' }, []);
  }

  function show(scene: Scene, now: string | null, typed: Typed, problems: readonly string[]): Reply {
    const t = exchangeTexts(scene.locale);
    const title = now === null ? t.tip : t.tipEdit;
    const data = {
      verb: 'mentoring.exchangeSaveTip',
      month: monthOf(scene),
      version: now === null ? '' : versionOf(now),
    };
    const view = formView(
      {
        fields: fieldsIn(scene),
        typed,
        problems,
        notes: [now === null ? t.tipNote : t.tipEditNote],
        page: null,
        moreLabel: '',
        fallback: title,
        buttons: [{ label: now === null ? t.tipSave : t.save, data }],
      },
      scene.locale,
    );
    return dialog(title, formCard, view);
  }

  /** `version`: of the text that the dialog showed; blank where there was none. */
  async function save(
    scene: Scene,
    opened: { readonly month: string; readonly version: string },
    data: unknown,
  ): Promise<Reply> {
    const t = exchangeTexts(scene.locale);
    const fields = fieldsIn(scene);
    const typed = typedIn(data, fields);
    const reader = createFieldReader(typed, fields, scene.locale);
    const text = reader.text('tip', true);
    const month = monthOf(scene);
    if (reader.problems.length > 0)
      return show(scene, await tipOfMonth(store.db, month), typed, reader.problems);
    // Opened on the last day of a month and sent on the first.
    const version = opened.month === month ? opened.version : '';
    const newer = await store.write(async (tx): Promise<string | null> => {
      if (await insertTip(tx, { month, text }, { at: scene.now, actor: scene.person.id })) {
        await noteChange(needs, tx, scene, `tip:${month}`, 'made');
        return null;
      }
      await lockTip(tx, month);
      const now = await tipOfMonth(tx, month);
      if (now === text) return null;
      if (now !== null && versionOf(now) !== version) return now;
      await saveTip(tx, { month, text });
      await noteChange(needs, tx, scene, `tip:${month}`, 'changed');
      return null;
    });
    if (newer !== null) return show(scene, newer, typed, [t.tipNewer(newer)]);
    return closeDialog(await shown(scene, version === '' ? t.tipSaved : t.tipCorrected));
  }

  return { open, save };
}

const monthOf = ({ today }: Scene): string => today.slice(0, 7);
