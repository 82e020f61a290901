import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Disposable, LogOutputChannel } from 'vscode';
import { watchFolder } from '../watchFolder';
import type { Damage } from './digest';
import { Journal } from './journal';
import { missingAs } from './lineReader';
import { machineId } from './machine';
import { setTextAside } from './quarantine';
import type { Storage } from './storage';

/** A folder on the disk of the computer that the extension runs on, with a folder for each project in it. */
export class FolderStorage implements Storage {
  constructor(
    private readonly folder: string,
    private readonly log: LogOutputChannel,
  ) {}

  journal(project: string): Journal {
    return new Journal(this.folder, project);
  }

  projects(): Promise<readonly string[]> {
    return readdir(path.join(this.folder, 'projects')).catch(missingAs([]));
  }

  /** The journal's size, bytes. */
  markOf(project: string): Promise<number | undefined> {
    return stat(this.journal(project).file).then(({ size }) => size, missingAs(undefined));
  }

  readTotals(project: string): Promise<string | undefined> {
    return readFile(this.totals(project), 'utf8').catch(missingAs(undefined));
  }

  writeTotals(project: string, text: string): Promise<void> {
    return writeFile(this.totals(project), text);
  }

  watch(project: string, onChange: () => void): Disposable {
    return watchFolder(this.journal(project).folder, onChange, this.log);
  }

  async setAside(damage: Damage): Promise<void> {
    await setTextAside(this.folder, damage);
  }

  async machineNames(): Promise<readonly [string]> {
    return [await machineId(this.folder)];
  }

  private totals(project: string): string {
    return path.join(this.journal(project).folder, 'totals.json');
  }
}
