import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { Activity } from './Activity';
import { Button } from './Button';
import { dayText } from './format';
import { Goals } from './Goals';
import { Header, NoticeLine } from './Header';
import { Icon } from './Icon';
import { look } from './look';
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
}

/** The whole panel, drawn from one snapshot. */
export function App({ model, fresh }: AppProps): JSX.Element {
  const more = later();
  const isExample = model.empty && look().example && more !== undefined;
  // Of what is done in the example nothing is told but what is real all the same.
  mute(isExample ? more.tryExample : undefined);
  const shown = isExample ? more.exampleDay(model) : model;
  const { notice, empty, total, since, celebrate } = shown;
  return (
    <main>
      <Header model={model} />
      {isExample ? <more.ExampleNotice /> : notice && <NoticeLine notice={notice} />}
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
  );
}
