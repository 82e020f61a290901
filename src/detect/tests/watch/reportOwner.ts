import { mergeSightings, type SeenRun, type Sighting } from '../sameRun';
import { summarise, type Witness } from './witness';

/** A sighting, and the runs that it may be merged with. */
export interface Matchable {
  readonly witness: Witness;
  readonly runs: readonly SeenRun[];
}

/**
 * Sorts out to which runs a sighting may be merged, so that a report, which fits many runs by its time, joins none:
 * it belongs to one run, and what has one is no bridge to another.
 */
export function matchable(witness: Witness, runs: readonly SeenRun[]): Matchable {
  const commands = runs.filter(run => run.sightings.some(isCommand));
  const reports = runs.filter(run => !commands.includes(run));
  if (isCommand(witness)) {
    const fitting = commands.filter(run => fits(witness, { sightings: run.sightings.filter(isCommand) }));
    return { witness, runs: [...fitting, ...reports] };
  }
  const near = nearest(witness, commands);
  if (near) return { witness, runs: [near, ...reports] };

  // Written outside the folder that its run works in: it is known by the project and its time.
  const { folder: _, ...anywhere } = witness;
  const ofProject = commands.filter(({ sightings }) =>
    sightings.some(one => (one as Witness).root === witness.root),
  );
  const owner = nearest(anywhere, ofProject);
  const folder = owner?.sightings.find(one => isCommand(one) && one.folder !== undefined)?.folder;
  if (!owner || folder === undefined) return { witness, runs: reports };
  return { witness: { ...witness, folder }, runs: [owner, ...reports] };
}

/** Of the runs that a report fits, the one that ended nearest to it. */
function nearest(report: Witness, runs: readonly SeenRun[]): SeenRun | undefined {
  const apart = (run: SeenRun): number => Math.abs(summarise(run).endedAt - report.endedAt);
  return runs.filter(run => fits(report, run)).sort((a, b) => apart(a) - apart(b))[0];
}

function isCommand({ place }: Sighting): boolean {
  return place !== 'report';
}

function fits(witness: Witness, run: SeenRun): boolean {
  return mergeSightings([run], witness).sameAs.length > 0;
}
