import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import type { Win } from '../core/win';
import { Activity } from './Activity';
import { EmptyState } from './EmptyState';
import { dayText, number } from './format';
import { Goals } from './Goals';
import { Header, NoticeLine } from './Header';
import { Icon } from './Icon';
import { Milestones } from './Milestones';
import { Momentum } from './Momentum';
import { RecentWins } from './RecentWins';
import { Streak } from './Streak';
import { Tasks } from './Tasks';
import { Today } from './Today';
import { winsInWords } from './words';

interface AppProps {
  readonly model: PanelModel;
  /** Ids of all wins that came while the panel was open. */
  readonly fresh: ReadonlySet<string>;
  /** Those that came last, for screen readers to say. */
  readonly latest: readonly Win[];
}

/** The whole panel, drawn from one snapshot. */
export function App({ model, fresh, latest }: AppProps): JSX.Element {
  const { project, notice, empty, total, since } = model;
  return (
    <>
      <main>
        <Header project={project} />
        {notice && <NoticeLine notice={notice} />}
        {empty ? (
          <EmptyState />
        ) : (
          <>
            <div class="strip">
              <Today model={model} />
              <Streak model={model} />
              <Momentum model={model} />
            </div>
            <Activity model={model} />
            <div class="board">
              <Tasks model={model} />
              <Goals model={model} />
              <Milestones model={model} />
              <RecentWins model={model} fresh={fresh} />
            </div>
            <footer class="caption">
              <Icon name="lock" />
              <p>
                {l10n.t('Kept on this computer only.')}{' '}
                {since && l10n.t('{0} since {1}.', winsInWords(total), dayText(since, 'full'))}
              </p>
            </footer>
          </>
        )}
      </main>
      <div class="unseen" aria-live="polite">
        {newsInWords(latest)}
      </div>
    </>
  );
}

function newsInWords([win, ...others]: readonly Win[]): string {
  if (!win) return '';
  return others.length > 0
    ? l10n.t('{0} new wins', number(others.length + 1))
    : l10n.t('New win: {0}', win.title);
}
