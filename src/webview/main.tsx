import './panel.css';
import * as l10n from '@vscode/l10n';
import { render } from 'preact';
import type { PanelModel } from '../core/panelModel';
import type { Win } from '../core/win';
import type { ToPanel } from '../protocol';
import { App } from './App';
import { setLanguage } from './format';
import { look, onChange } from './look';
import { newWins } from './news';
import { keepFocus, restoreFocus, restoreScroll, watchPage } from './page';
import { showRevealed } from './reveal';
import { post } from './vscode';

const root = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));

let model: PanelModel | undefined;
let latest: readonly Win[] = [];
const fresh = new Set<string>();

function draw(): void {
  const drawn = model;
  if (!drawn) return;
  keepFocus(() => render(<App model={drawn} fresh={fresh} latest={latest} />, root));
}

function take({ model: next, strings }: ToPanel): void {
  if (strings) l10n.config({ contents: strings });
  setLanguage(next.locale, next.today.day);
  document.documentElement.lang = next.locale;
  const first = !model;
  const news = model ? newWins(model, next) : [];
  if (news.length > 0) latest = news;
  for (const { id } of news) fresh.add(id);
  model = next;
  draw();
  showRevealed();
  if (first) restoreFocus();
  restoreScroll();
}

addEventListener('message', (event: MessageEvent<ToPanel | undefined>) => {
  if (event.data?.type === 'snapshot') take(event.data);
});
onChange(draw);
// Patterns take the place of shades when the theme becomes one of high contrast.
new MutationObserver(draw).observe(document.body, { attributeFilter: ['class'] });
watchPage();

post({ type: 'ready' });
// The page was made anew: the list shall be as long as it was.
if (look().shown > 0) post({ type: 'showWins', count: look().shown });
