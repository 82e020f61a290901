import type { WinSink } from '../../core/found';
import type { CommitFinding, CommitHost } from '../../detect/commits/host';
import { nameSince, projectId } from '../../store/projectId';
import type { SameProjects } from '../../store/sameProjects';
import { backlogOf } from '../../store/standing';
import type { DetectionParts } from './detecting';

/** Who hears of a scan. */
export interface ScanListener {
  /** A scan's commits have been kept. */
  readonly onKept: (finding: CommitFinding) => void;
  /** 0 to 1 while a long scan runs; undefined when it ends. */
  readonly onProgress: (fraction: number | undefined) => void;
}

/** Keeps what scans of commits find in the ledger, with how far they have come. */
export function commitHost(
  { config, ledger, recorder }: Pick<DetectionParts, 'config' | 'ledger' | 'recorder'>,
  sink: WinSink,
  sameProjects: SameProjects,
  { onKept, onProgress }: ScanListener,
): CommitHost {
  return {
    sink,
    cursorOf: gitFolder => ledger.cursorOf(gitFolder),
    projectOf: (repository, root) => sameProjects.of(projectId(root, repository.root)),
    rooted: async (project, roots) => {
      const name = nameSince(project, roots);
      if (name !== undefined) await sameProjects.note(name, project);
    },
    open: project => ledger.openProject(project),
    keep: async finding => {
      const { commits, todos } = config.settings;
      const { repository, project, found, before, withdrawn, squashed, cursor } = finding;
      // In the same breath as the cursor: what has to be read for TODOs is not forgotten with the window.
      const backlog = todos.enabled ? backlogOf(finding) : undefined;
      const scan = { before, withdrawn, squashed, cursor, gitFolder: repository.gitFolder, backlog };
      // With commits switched off, they are still read for TODOs.
      const isKept = await recorder.keepScan(project, { ...scan, found: commits.enabled ? found : [] });
      if (isKept) onKept(finding);
      return isKept;
    },
    settings: () => config.settings.commits,
    onProgress,
  };
}
