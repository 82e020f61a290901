import { mergeSightings, type SeenRun } from '../sameRun';
import { summarise, type Witness } from './witness';

/** A report with the run it belongs to sorted out. */
export interface OwnedReport {
  readonly witness: Witness;
  /** Runs of commands that it does not belong to. */
  readonly others: readonly SeenRun[];
}

/**
 * The run that a report belongs to. Of several that would do it is the one that ended nearest to it, or else it would
 * join them. A report outside the folder that its run works in is known by the project and its time.
 */
export function ownedReport(report: Witness, runs: readonly SeenRun[]): OwnedReport {
  const commands = runs.filter(run => run.sightings.some(({ place }) => place !== 'report'));
  const near = nearest(report, commands);
  if (near) return { witness: report, others: commands.filter(run => run !== near) };

  const { folder: _, ...anywhere } = report;
  const ofProject = commands.filter(({ sightings }) =>
    sightings.some(one => (one as Witness).root === report.root),
  );
  const owner = nearest(anywhere, ofProject);
  const folder = owner?.sightings.find(one => one.place !== 'report' && one.folder !== undefined)?.folder;
  const witness = folder === undefined ? report : { ...report, folder };
  return { witness, others: commands.filter(run => run !== owner) };
}

function nearest(report: Witness, runs: readonly SeenRun[]): SeenRun | undefined {
  const apart = (run: SeenRun): number => Math.abs(summarise(run).endedAt - report.endedAt);
  const fitting = runs.filter(run => mergeSightings([run], report).sameAs.length > 0);
  return fitting.sort((a, b) => apart(a) - apart(b))[0];
}
