import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { connectBrowser, session } from './session';
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

/** Where the looks are kept, beside the pictures. */
const file = (): string => `${session().screenshots}/../themes.json`;

// Once for all suites that are run, and before them: it takes longer than a test may.
suiteSetup(async function () {
  this.timeout(180_000);
  if (!existsSync(file())) await takeLooks();
});

/** The looks of all themes as the real editor gives them. */
export async function themeLooks(): Promise<Readonly<Record<ThemeName, ThemeLook>>> {
  return JSON.parse(await readFile(file(), 'utf8')) as Record<ThemeName, ThemeLook>;
}

async function takeLooks(): Promise<void> {
  const browser = await connectBrowser();
  const looks: Partial<Record<ThemeName, ThemeLook>> = {};
  const workbench = await Workbench.open(browser, session().folders.tasks);
  await workbench.runCommand('Micro Wins: Open Progress Panel');
  for (const { name, label, className } of themes) {
    await workbench.useTheme(label);
    looks[name] = await workbench.panel.themeLook(className);
  }
  await workbench.close();
  await browser.close();
  await writeFile(file(), JSON.stringify(looks));
}
