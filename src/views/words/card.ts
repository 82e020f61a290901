import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Overview } from '../../core/overview';
import { Phrases } from '../../core/phrases';
import type { History } from '../../core/rules';
import { type CardPart, cardParts, shareCard } from '../../core/shareCard';

/** What a card is made of. */
export interface CardSource {
  readonly overview: Overview;
  readonly history: History;
  readonly firstWeekday: number;
  readonly locale: string;
  readonly memento: vscode.Memento;
  /** Where it is offered to be saved. */
  readonly saveFolder: vscode.Uri;
}

const chosenKey = 'microwins.words.card';
const firstChoice: readonly CardPart[] = ['streak', 'week', 'activity'];

/** Asks what to show, and where to save it; the card is made here and holds nothing else. */
export async function saveCard(source: CardSource): Promise<void> {
  const project = vscode.workspace.name ?? '';
  const show = await askParts(source, project);
  if (!show) return;
  const { overview } = source;
  const file = await vscode.window.showSaveDialog({
    title: l10n.t('Save a Progress Card'),
    saveLabel: l10n.t('Save'),
    // Not the workspace: nothing of ours belongs into a repository unless the user puts it there.
    defaultUri: vscode.Uri.joinPath(source.saveFolder, `micro-wins-card-${overview.today}.svg`),
    filters: { SVG: ['svg'] },
  });
  if (!file) return;
  const card = shareCard({ ...source, project, show });
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(card));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(l10n.t('The file could not be written: {0}', reason));
    return;
  }
  const open = l10n.t('Open');
  void vscode.window
    .showInformationMessage(l10n.t('The card is saved.'), open)
    .then(answer => (answer === open ? vscode.commands.executeCommand('vscode.open', file) : undefined));
}

/** What to show; the choice is kept, but a project's name has to be chosen each time. */
async function askParts(
  { overview, locale, memento }: CardSource,
  project: string,
): Promise<ReadonlySet<CardPart> | undefined> {
  const { streak, momentum, milestones } = overview;
  const phrases = new Phrases(locale);
  const reached = milestones.filter(({ reachedOn }) => reachedOn !== undefined).length;
  const items: { part: CardPart; label: string; description?: string; offered?: boolean }[] = [
    { part: 'streak', label: l10n.t('Streak'), description: phrases.days(streak.current) },
    { part: 'week', label: l10n.t('Wins of this week') },
    {
      part: 'momentum',
      label: l10n.t('Momentum'),
      description: phrases.number(Math.round(momentum)),
    },
    { part: 'activity', label: l10n.t('Activity of the last weeks') },
    { part: 'milestones', label: l10n.t('Latest milestones'), offered: reached > 0 },
    { part: 'project', label: l10n.t('Name of the project'), description: project, offered: project !== '' },
  ];
  const kept = memento.get<unknown>(chosenKey);
  const before: readonly unknown[] = Array.isArray(kept) ? kept : firstChoice;
  const picked = await vscode.window.showQuickPick(
    items
      .filter(({ offered = true }) => offered)
      .map(({ part, label, description }) => ({
        part,
        label,
        ...(description !== undefined && { description }),
        picked: part !== 'project' && before.includes(part),
      })),
    {
      canPickMany: true,
      title: l10n.t('Save a Progress Card'),
      placeHolder: l10n.t('What should it show? Nothing else will be in it.'),
    },
  );
  if (!picked || picked.length === 0) return undefined;
  const show = new Set(picked.map(({ part }) => part));
  await memento.update(
    chosenKey,
    cardParts.filter(part => part !== 'project' && show.has(part)),
  );
  return show;
}
