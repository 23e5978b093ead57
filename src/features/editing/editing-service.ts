import { type AttachedFile, type Message, type Reply, replyWith } from '../../core/turn';
import { isHr, type Scene } from '../directory';
import type { Dataset } from '../records';
import { createBrowseFlow } from './browse-flow';
import { createChangeFlow } from './change-flow';
import { mayEdit } from './dataset-access';
import {
  type DialogRequest,
  type EditingAction,
  parseDialogRequest,
  parseEditingAction,
  parseSubmission,
  type Submission,
} from './editing-actions';
import type { EditingNeeds } from './editing-needs';
import { editingTexts } from './editing-texts';
import { createFormFlow } from './form-flow';
import { createImportFlow } from './import-flow';
import { createMappingFlow } from './mapping-flow';
import { notice } from './replies';
import { createReviewFlow } from './review-flow';

export type EditingRequest = 'import_data' | 'edit_data' | 'confirm_data' | 'undo_change';

/** HR's work with the organisation's own data, in chat. Who may do what is decided here, anew at every entry. */
export function createEditing(needs: EditingNeeds) {
  const browse = createBrowseFlow(needs);
  const changes = createChangeFlow(needs);
  const reviews = createReviewFlow(needs);
  const form = createFormFlow(needs, reviews.next);
  const imports = createImportFlow(needs);
  const mapping = createMappingFlow(needs, imports.uploadMessage);

  /** Why this person may not work on data here, or on this dataset; null when they may. */
  function refusal({ person, locale, turn }: Scene, dataset: Dataset | null): string | null {
    const t = editingTexts(locale);
    if (!isHr(person)) return t.hrOnly;
    if (!turn.personal) return t.onlyPersonal;
    return dataset === null || mayEdit(person, dataset) ? null : t.adminOnly;
  }

  /** `text`: what was asked, which may name the kind of data. */
  async function start(scene: Scene, request: EditingRequest, text = ''): Promise<readonly Message[]> {
    const refused = refusal(scene, null);
    if (refused !== null) return [{ kind: 'text', text: refused }];
    switch (request) {
      case 'import_data':
        return browse.start(scene, 'import', text);
      case 'edit_data':
        return browse.start(scene, 'edit', text);
      case 'confirm_data':
        return reviews.start(scene);
      case 'undo_change':
        return changes.start(scene);
      default:
        return request satisfies never;
    }
  }

  async function receiveFiles(scene: Scene, files: readonly AttachedFile[]): Promise<Reply> {
    const refused = refusal(scene, null);
    if (refused !== null) return replyWith({ kind: 'text', text: refused });
    return replyWith(...(await imports.receive(scene, files)));
  }

  async function act(scene: Scene, verb: string, data: unknown): Promise<Reply> {
    return permitted(scene, parseEditingAction(verb, data), (action) => button(scene, action));
  }

  async function openDialog(scene: Scene, data: unknown): Promise<Reply> {
    return permitted(scene, parseDialogRequest(data), (request) => opened(scene, request));
  }

  async function submitDialog(scene: Scene, data: unknown): Promise<Reply> {
    return permitted(scene, parseSubmission(data), (submission) => submitted(scene, submission, data));
  }

  async function permitted<Action extends EditingAction | DialogRequest | Submission>(
    scene: Scene,
    action: Action | null,
    run: (action: Action) => Promise<Reply> | Reply,
  ): Promise<Reply> {
    const refused = refusal(scene, action !== null && 'dataset' in action ? action.dataset : null);
    if (refused !== null) return notice(refused);
    return action === null ? notice(editingTexts(scene.locale).oldCard) : run(action);
  }

  function button(scene: Scene, action: EditingAction): Promise<Reply> | Reply {
    switch (action.verb) {
      case 'editing.menu':
        return browse.menu(scene);
      case 'editing.list':
        return browse.list(scene, action.dataset, action);
      case 'editing.export':
        return browse.exported(scene, action.dataset, action.review);
      case 'editing.template':
        return browse.template(scene, action.dataset);
      case 'editing.history':
        return changes.history(scene, action.dataset, action.id, action);
      case 'editing.changes':
        return changes.changes(scene);
      case 'editing.askUndo':
        return changes.askUndo(scene, action.id);
      case 'editing.undo':
        return changes.undo(scene, action.id);
      case 'editing.confirmAll':
        return changes.confirmAll(scene, action.id);
      case 'editing.upload':
        return imports.upload(scene, action);
      case 'editing.plan':
        return imports.plan(scene, action);
      case 'editing.apply':
        return imports.apply(scene, action);
      case 'editing.drop':
        return imports.drop(scene, action.id);
      case 'editing.reviews':
        return reviews.overview(scene);
      case 'editing.review':
        return reviews.review(scene, action.dataset, action.after);
      case 'editing.confirm':
        return reviews.confirm(scene, action);
      case 'editing.unconfirm':
        return reviews.unconfirm(scene, action.dataset, action.id);
      default:
        return action satisfies never;
    }
  }

  function opened(scene: Scene, request: DialogRequest): Promise<Reply> {
    switch (request.verb) {
      case 'editing.form':
        return form.open(scene, request);
      case 'editing.mapping':
        return mapping.open(scene, request);
      default:
        return request satisfies never;
    }
  }

  function submitted(scene: Scene, submission: Submission, data: unknown): Promise<Reply> {
    switch (submission.verb) {
      case 'editing.save':
        return form.save(scene, submission, data);
      case 'editing.nextPage':
      case 'editing.previousPage':
        return form.turnPage(scene, submission, data);
      case 'editing.askRemove':
        return form.askRemove(scene, submission);
      case 'editing.remove':
        return form.remove(scene, submission);
      case 'editing.form':
        return form.open(scene, submission);
      case 'editing.saveMapping':
      case 'editing.nextColumns':
      case 'editing.previousColumns':
        return mapping.submit(scene, submission, data);
      default:
        return submission satisfies never;
    }
  }

  return { start, receiveFiles, act, openDialog, submitDialog };
}

export type Editing = ReturnType<typeof createEditing>;
