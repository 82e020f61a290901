import { readFile, writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { session } from './session';
import { Workbench } from './workbench';

/** The themes that the panel's looks are checked in. */
export const themes = [
  { name: 'dark', label: 'Dark Modern', className: 'vscode-dark' },
  { name: 'light', label: 'Light Modern', className: 'vscode-light' },
  { name: 'hc-dark', label: 'Default High Contrast', className: 'vscode-high-contrast' },
  { name: 'hc-light', label: 'Default High Contrast Light', className: 'vscode-high-contrast-light' },
] as const;

/** The name of one of `themes`. */
export type ThemeName = (typeof themes)[number]['name'];

/** What VS Code gives the page of a webview in a theme. */
export interface ThemeLook {
  /** The body's classes. */
  readonly classes: string;
  /** The variables, as the root element's style. */
  readonly variables: string;
  /** The style sheet that every webview gets. */
  readonly sheet: string;
}

/** The looks of all themes as the real editor gives them: taken from it once, and kept beside the pictures. */
export async function themeLooks(browser: Browser): Promise<Readonly<Record<ThemeName, ThemeLook>>> {
  const file = `${session().screenshots}/../themes.json`;
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known) return JSON.parse(known) as Record<ThemeName, ThemeLook>;
  const looks: Partial<Record<ThemeName, ThemeLook>> = {};
  const workbench = await Workbench.open(browser, session().folders.tasks);
  await workbench.runCommand('Micro Wins: Open Progress Panel');
  for (const { name, label, className } of themes) {
    await workbench.useTheme(label);
    looks[name] = await workbench.panel.themeLook(className);
  }
  await workbench.close();
  await writeFile(file, JSON.stringify(looks));
  return looks as Record<ThemeName, ThemeLook>;
}
