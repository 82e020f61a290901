import path from 'node:path';
import type * as vscode from 'vscode';
import { isTracked } from '../../detect/git/repository';
import { SuiteStates, suitesKey } from '../../detect/tests/watch/suiteStates';
import { TestDetector } from '../../detect/tests/watch/testDetector';
import type { DetectorParts } from './detectorParts';
import type { Part } from './loadedPart';

/** What test detection is made with. */
export interface TestParts extends DetectorParts {
  /** Workspace state has what is kept of suites; beside the workspace's storage lie VS Code's own test results. */
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'storageUri'>;
  /** Called after what is kept of suites changed. */
  onJudged(): void;
}

/** Passing test runs. A bundle of its own, loaded after activation. */
export class TestDetection implements Part {
  private detector: TestDetector | undefined;

  constructor(private readonly parts: TestParts) {}

  /** Starts listening, or takes changed settings over. */
  start(): void {
    const { sink, ledger, config, log } = this.parts;
    const { workspaceState: memento, storageUri: storage } = this.parts.context;
    if (this.detector) {
      this.detector.reconfigure();
      return;
    }
    const states = new SuiteStates(
      () => memento.get<unknown>(suitesKey),
      async rows => {
        await memento.update(suitesKey, rows);
        this.parts.onJudged();
      },
    );
    this.detector = new TestDetector(
      {
        sink,
        states,
        projectOf: folder => this.projectOf(folder),
        projectOfWin: id => ledger.projectOfWin(id),
        settings: () => config.settings.tests,
        storageFolder: storage?.scheme === 'file' ? path.dirname(storage.fsPath) : undefined,
        isTracked: file => this.isTracked(file),
      },
      log,
    );
    this.detector.start();
  }

  /** Stops listening. */
  stop(): void {
    this.detector?.dispose();
    this.detector = undefined;
  }

  private async projectOf(folder: string | undefined): Promise<string> {
    const { repositories, projects, ledger } = this.parts;
    const repository = folder === undefined ? undefined : repositories.holding(folder);
    return (repository && (await projects.of(repository))) ?? ledger.homeProject;
  }

  private async isTracked(file: string): Promise<boolean> {
    const { repositories, git } = this.parts;
    const repository = repositories.holding(file);
    return repository !== undefined && isTracked(git, repository, file);
  }
}
