import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Journal } from './journal';
import { missingAs } from './lineReader';

/**
 * Projects that are one under two names: the first commit, which names them, was rewritten. A file in the folder of the
 * new name tells under which one everything is kept.
 */
export class SameProjects {
  /** @param storage the folder that holds all projects */
  constructor(private readonly storage: string) {}

  /** The name that everything of a project is kept under; mostly its own. @throws what the file system says */
  async of(project: string): Promise<string> {
    const told = (await readFile(this.file(project), 'utf8').catch(missingAs(''))).trim();
    return /^git-[0-9a-f]{40,64}$/.test(told) ? told : project;
  }

  /**
   * From now on a project goes by another name, too. What is kept under that already stays there.
   * @throws what the file system says
   */
  async note(name: string, project: string): Promise<void> {
    const { folder, file } = new Journal(this.storage, name);
    if (await stat(file).then(() => true, missingAs(false))) return;
    await mkdir(folder, { recursive: true });
    await writeFile(this.file(name), `${project}\n`);
  }

  private file(project: string): string {
    return path.join(new Journal(this.storage, project).folder, 'same-as');
  }
}
