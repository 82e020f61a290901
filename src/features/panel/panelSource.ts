import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { noticeOf, type Situation } from '../../core/notice';
import { type PanelContext, panelModel } from '../../core/panel';
import type { PanelModel } from '../../core/panelModel';
import { pauseText } from '../../core/pauseText';
import { one } from '../../core/plural';
import { safeText } from '../../core/text';
import type { Win } from '../../core/win';
import { isPlain, pageOf, type WinList } from '../../core/winList';
import type { Everywhere } from '../../store/everywhere';
import type { Ledger } from '../../store/ledger';
import type { Presenter } from './presenter';

/** Makes what the panel shows. */
export class PanelSource implements vscode.Disposable {
  /** The whole journal's wins, while the panel lists or searches earlier ones. */
  private all: Promise<readonly Win[]> | undefined;
  private readonly listener: vscode.Disposable;

  constructor(
    private readonly presenter: Presenter,
    private readonly ledger: Ledger,
    private readonly everywhere: Everywhere,
  ) {
    this.listener = presenter.onDidChange(() => {
      this.all = undefined;
    });
  }

  /** Everything the panel shows, with a page of wins. */
  async model(
    list: WinList,
    situation: Omit<Situation, 'paused'>,
    others: Pick<PanelContext, 'week' | 'guidance' | 'celebrate'>,
  ): Promise<PanelModel> {
    const { presenter, ledger, everywhere } = this;
    const held = ledger.recent;
    // A day that ends among the wins held is there whole.
    const isHeld = list.day === undefined || (held.at(-1)?.day ?? '') < list.day;
    const enough =
      held.length >= Math.min(isHeld ? list.count : Number.POSITIVE_INFINITY, presenter.project.total);
    if (enough && isPlain(list)) this.all = undefined;
    else {
      this.all ??= ledger.wins().catch(error => {
        this.all = undefined;
        throw error;
      });
    }
    const page = pageOf((await this.all) ?? held, list);
    const of = this.all ? page.of : presenter.project.total;
    return panelModel(presenter.kept, presenter.overview, presenter.rules(), {
      locale: presenter.locale,
      project: safeText(vscode.workspace.name ?? ''),
      notice: noticeOf({ ...situation, paused: this.pausedInWords() }),
      onSave: situation.onSave,
      list,
      page,
      moreWins: page.newer + page.wins.length < of,
      ...(everywhere.isAvailable && { scope: everywhere.isOn ? 'everywhere' : 'project' }),
      ...others,
    });
  }

  dispose(): void {
    this.listener.dispose();
  }

  private pausedInWords(): string | undefined {
    const { pause, streak } = this.presenter.overview;
    if (!pause) return undefined;
    const waits = one(streak.current)
      ? l10n.t('Your streak of {0} day waits.', streak.current)
      : l10n.t('Your streak of {0} days waits.', streak.current);
    return `${pauseText(pause, this.presenter.locale)} ${waits}`;
  }
}
