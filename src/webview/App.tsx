import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import type { Win } from '../core/win';
import { Activity } from './Activity';
import { Button } from './Button';
import { dayText, number } from './format';
import { Goals } from './Goals';
import { Header, NoticeLine } from './Header';
import { Icon } from './Icon';
import { change, look } from './look';
import { Milestones } from './Milestones';
import { Momentum } from './Momentum';
import { later } from './more';
import { NextStep } from './NextStep';
import { Streak } from './Streak';
import { Tasks } from './Tasks';
import { Today } from './Today';
import { mute, post } from './vscode';
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
  const more = later();
  const isExample = model.empty && look().example && more !== undefined;
  // Nothing that is done in the example is told; what it changed on the page alone is drawn back.
  mute(
    isExample
      ? () => {
          change({});
          more.say(l10n.t('This is only an example.'));
        }
      : undefined,
  );
  const shown = isExample ? more.exampleDay(model) : model;
  const { notice, empty, total, since, celebrate } = shown;
  return (
    <>
      <main>
        <Header model={model} />
        {notice && <NoticeLine notice={notice} close={isExample ? closeExample : undefined} />}
        {more && celebrate && celebrate.title !== look().celebrated && (
          <more.Celebration key={celebrate.title} title={celebrate.title} />
        )}
        {empty ? (
          more && <more.EmptyState onSave={model.onSave} />
        ) : (
          <>
            <div class="strip">
              <Today model={shown} />
              <Streak model={shown} />
              <Momentum model={shown} />
              <NextStep model={shown} />
            </div>
            <Activity model={shown} />
            <div class="board">
              <Tasks model={shown} />
              <Goals model={shown} />
              <Milestones model={shown} />
              {more && <more.RecentWins model={shown} fresh={fresh} />}
              {more && <more.Week model={shown} />}
            </div>
            <footer class="caption">
              <Icon name="lock" />
              <p>
                {l10n.t('Kept on this computer.')}{' '}
                {since && l10n.t('{0} since {1}.', winsInWords(total), dayText(since, 'full'))}
              </p>
              <div class="actions">
                <Button id="export-data" look="link" onClick={() => post({ type: 'exportData' })}>
                  {l10n.t('Export data')}
                </Button>
              </div>
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

function closeExample(): void {
  change({ example: false });
  document.getElementById('see-example')?.focus();
}

function newsInWords([win, ...others]: readonly Win[]): string {
  if (!win) return '';
  return others.length > 0
    ? l10n.t('{0} new wins', number(others.length + 1))
    : l10n.t('New win: {0}', win.title);
}
