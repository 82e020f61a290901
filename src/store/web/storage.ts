import type { Disposable } from 'vscode';
import { asideName, type Damage, digestOf } from '../digest';
import type { Storage } from '../storage';
import type { Files } from './files';
import { BatchJournal } from './journal';

/** What is kept where there are files of a browser only. */
export class WebStorage implements Storage {
  constructor(private readonly files: Files) {}

  journal(project: string): BatchJournal {
    return new BatchJournal(this.files, folderOf(project));
  }

  projects(): Promise<readonly string[]> {
    return this.files.list('projects');
  }

  async markOf(project: string): Promise<string | undefined> {
    const names = (await this.files.list(folderOf(project))).filter(name => name.endsWith('.jsonl'));
    return names.length > 0 ? digestOf([...names].sort().join()) : undefined;
  }

  readTotals(project: string): Promise<string | undefined> {
    return this.files.read(`${folderOf(project)}/totals.json`);
  }

  writeTotals(project: string, text: string): Promise<void> {
    return this.files.write(`${folderOf(project)}/totals.json`, text);
  }

  watch(project: string, onChange: () => void): Disposable {
    return this.files.watch(folderOf(project), onChange);
  }

  async setAside(damage: Damage): Promise<void> {
    const copy = asideName(damage, await this.files.list(''), new Date());
    if (copy !== undefined) await this.files.write(copy, damage.text);
  }

  /** Two tabs may make one up at the same moment: the first one holds. */
  async machineNames(): Promise<readonly [string, ...string[]]> {
    const [first, ...others] = await this.machines();
    if (first !== undefined) return [first, ...others];
    const made = `${Date.now()}-${crypto.randomUUID().slice(0, 8)}`;
    await this.files.write(`machines/${made}`, '');
    const [oldest = made, ...later] = await this.machines();
    return [oldest, ...later];
  }

  private async machines(): Promise<readonly string[]> {
    return [...(await this.files.list('machines'))].sort();
  }
}

function folderOf(project: string): string {
  return `projects/${project}`;
}
