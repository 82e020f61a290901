import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Draft, withMoreSteps, withProposed, withStepReplaced, withStepShifted } from '../../core/draft';
import { type NewStep, pastedSteps } from '../../core/pastedSteps';
import type { Template } from '../../core/templates';
import { plainLabel } from '../labels';
import { stepsPasted } from './pastedText';
import { Proposal } from './proposal';
import { editRows, listRows, type StepAct, type StepItem, stepButtons, templateRows } from './stepItems';

/** What the second page of the flow works on. */
export interface StepsParts {
  readonly templates: readonly Template[];
  readonly model: Promise<vscode.LanguageModelChat | undefined>;
  keep(draft: Draft): void;
}

/** How the user left the second page. */
export interface StepsAnswer {
  readonly to: 'title' | 'task';
  readonly draft: Draft;
}

/**
 * The list of steps: Enter adds what was typed, pasted lines become a step each, Enter on a step changes, moves
 * or removes it, Enter on the first row keeps the task.
 */
export class StepsPage {
  private readonly pick = vscode.window.createQuickPick<StepItem>();
  private readonly buttons = stepButtons();
  private mode: 'list' | 'templates' | { readonly step: number } = 'list';
  private readonly proposal: Proposal;
  private before = '';
  /** What was pasted and is more than there is room for. */
  private refused: string | undefined;
  private answer: ((answer: StepsAnswer | undefined) => void) | undefined;

  constructor(
    private draft: Draft,
    private readonly parts: StepsParts,
    notice?: string,
  ) {
    const { pick } = this;
    pick.ignoreFocusOut = true;
    pick.keepScrollPosition = true;
    pick.buttons = [vscode.QuickInputButtons.Back];
    pick.value = draft.typed ?? '';
    const page = this;
    this.proposal = new Proposal({
      get draft() {
        return page.draft;
      },
      take: titles => {
        if (!page.answer) return;
        page.keep(withProposed(page.draft, titles));
        if (page.mode === 'list') page.draw('same');
      },
      changed: () => {
        pick.busy = page.proposal.running;
        if (page.answer && page.mode === 'list') page.draw();
      },
    });
    this.proposal.notice = notice;
  }

  /** Undefined when the user leaves; the draft is kept then. */
  ask(): Promise<StepsAnswer | undefined> {
    const { pick, parts } = this;
    pick.onDidChangeValue(value => this.typed(value));
    pick.onDidAccept(() => this.accept(pick.activeItems[0]));
    pick.onDidTriggerButton(() => this.back());
    pick.onDidTriggerItemButton(({ item, button }) => this.press(item, button));
    this.toList(pick.value);
    pick.show();
    void parts.model.then(model => {
      this.proposal.model = model;
      if (model && this.mode === 'list') this.draw('same');
    });
    return new Promise(resolve => {
      this.answer = resolve;
      pick.onDidHide(() => {
        this.leave(undefined);
        pick.dispose();
      });
    });
  }

  private leave(to: StepsAnswer['to'] | undefined): void {
    const answer = this.answer;
    this.answer = undefined;
    if (!answer) return;
    this.proposal.cancel();
    const { typed: _before, ...draft } = this.draft;
    const { mode } = this;
    const isSame = typeof mode === 'object' && draft.steps[mode.step]?.title === this.pick.value;
    // New words for a step that were not confirmed are no change to it, but not lost either.
    const typed = mode === 'templates' || isSame ? '' : this.pick.value;
    const left: Draft = typed.trim() === '' ? draft : { ...draft, typed };
    this.parts.keep(left);
    answer(to && { to, draft: left });
    this.pick.hide();
  }

  private typed(value: string): void {
    const { before } = this;
    this.before = value;
    if (this.mode === 'templates') return; // VS Code's own filter is at work
    this.draw();
    if (this.mode !== 'list') return;
    void stepsPasted(value, before).then(steps => {
      if (!steps || this.pick.value !== value || this.mode !== 'list') return;
      const draft = withMoreSteps(this.draft, steps);
      if (draft !== this.draft) return this.change(draft);
      // The box has it as one line, which is no step.
      this.refused = value;
      this.draw();
    });
  }

  private accept(item: StepItem | undefined): void {
    if (typeof this.mode === 'object') this.acceptEdit(this.mode.step, item?.act ?? 'change');
    else if (this.mode === 'templates') this.addTemplate(item?.template);
    else this.acceptInList(item, pastedSteps(this.pick.value));
  }

  private acceptInList(item: StepItem | undefined, typed: readonly NewStep[]): void {
    if (typed.length > 0) {
      if (this.pick.value === this.refused) return;
      const draft = withMoreSteps(this.draft, typed);
      if (draft !== this.draft) this.change(draft);
      return;
    }
    switch (item?.act) {
      case 'keep':
        this.leave('task');
        break;
      case 'dismiss':
        this.proposal.notice = undefined;
        this.draw();
        break;
      case 'stop':
        this.proposal.cancel();
        break;
      case 'propose':
        void this.proposal.start();
        break;
      case 'template':
        this.addTemplate(item.template);
        break;
      case 'templates':
        this.mode = 'templates';
        this.draw();
        break;
      case 'step':
        this.edit(item.index ?? 0);
    }
  }

  private acceptEdit(step: number, act: StepAct): void {
    if (act === 'up' || act === 'down') {
      const by = act === 'up' ? -1 : 1;
      this.keep(withStepShifted(this.draft, step, by));
      this.mode = { step: step + by };
      this.draw(act);
      return;
    }
    const typed = act === 'remove' ? [] : pastedSteps(this.pick.value);
    this.change(withStepReplaced(this.draft, step, typed));
  }

  private press({ index = 0 }: StepItem, button: vscode.QuickInputButton): void {
    const { up, remove } = this.buttons;
    if (button === remove) this.keep(withStepReplaced(this.draft, index, []));
    else this.keep(withStepShifted(this.draft, index, button === up ? -1 : 1));
    this.draw();
  }

  private back(): void {
    if (this.mode === 'list') this.leave('title');
    else this.toList();
  }

  private edit(step: number): void {
    this.mode = { step };
    this.before = this.draft.steps[step]?.title ?? '';
    this.pick.value = this.before;
    this.draw();
  }

  private addTemplate(template: Template | undefined): void {
    if (template) this.change(withProposed(this.draft, template.steps));
  }

  /** The draft as it is now, and back to the list with an empty box. */
  private change(draft: Draft): void {
    this.keep(draft);
    this.toList();
  }

  private keep(draft: Draft): void {
    this.draft = draft;
    this.parts.keep(draft);
  }

  private toList(value = ''): void {
    this.mode = 'list';
    this.before = value;
    this.pick.value = value;
    this.draw();
  }

  /** Shows the mode's rows; on the first, on the one of an act, or on the same as before. */
  private draw(on?: 'same' | StepAct): void {
    const { pick, draft, mode } = this;
    const { title } = draft;
    const [active] = pick.activeItems;
    let items: StepItem[];
    if (typeof mode === 'object') {
      pick.title = l10n.t('Step {0} of {1}: {2}', mode.step + 1, draft.steps.length, title);
      pick.placeholder = l10n.t('Its new words');
      items = editRows(draft, mode.step, pastedSteps(pick.value));
    } else if (mode === 'templates') {
      pick.title = l10n.t('Break Down a Task (2 of 2): {0}', title);
      pick.placeholder = l10n.t('Which template’s steps?');
      items = templateRows(this.parts.templates);
    } else {
      pick.title = l10n.t('Break Down a Task (2 of 2): {0}', title);
      pick.placeholder =
        draft.steps.length === 0
          ? l10n.t('A first step, small enough to say yes to. Several can be pasted, one per line.')
          : l10n.t('The next step, or Enter to keep the task');
      const { up, down, remove } = this.buttons;
      const { running, model, notice } = this.proposal;
      const state = {
        draft,
        typed: pastedSteps(pick.value),
        raw: pick.value,
        refused: pick.value === this.refused,
        templates: this.parts.templates,
        proposing: running,
        ...(model && { model: plainLabel(model.name) }),
        ...(notice !== undefined && { notice }),
      };
      items = listRows(state, [up, down, remove]);
    }
    pick.items = items;
    const found =
      on === 'same'
        ? items.find(item => item.act === active?.act && item.index === active?.index)
        : items.find(item => item.act === on);
    if (found && found.act !== 'none') pick.activeItems = [found];
  }
}
