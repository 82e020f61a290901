import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { MenuAction, MenuEntry } from '../core/menu';
import { iconLabel, plainLabel } from './labels';

/** Shows the menu and gives what the user chose. @param state how the day stands, in words */
export async function askMenu(entries: readonly MenuEntry[], state: string): Promise<MenuAction | undefined> {
  const items = entries.map(({ icon, label, detail, action }) => ({
    label: iconLabel(icon, label),
    ...(detail && { detail: plainLabel(detail) }),
    action,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: l10n.t('Micro Wins'),
    placeHolder: state,
    matchOnDetail: true,
  });
  return chosen?.action;
}
