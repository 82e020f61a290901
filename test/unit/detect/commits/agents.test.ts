import { strict as assert } from 'node:assert';
import { isAgent } from '../../../../src/detect/commits/own';

suite('Who is a coding agent', () => {
  for (const person of [
    'Claude <noreply@anthropic.com>',
    'Claude Opus 4.5 <noreply@anthropic.com>',
    'Claude Code <claude@example.com>',
    'Copilot <175728472+Copilot@users.noreply.github.com>',
    'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>',
    'Cursor <cursoragent@cursor.com>',
    'aider (gpt-4o) <noreply@aider.chat>',
    'Codex <codex@openai.com>',
    'devin-ai-integration[bot] <158243242+devin-ai-integration[bot]@users.noreply.github.com>',
    'google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>',
  ]) {
    test(`${person}: is one`, () => assert.equal(isAgent(person), true));
  }

  for (const person of [
    'Claude <claude@example.com>',
    'Claude Monet <claude.monet@example.com>',
    'Jean-Claude Dupont <jc@example.com>',
    'Devin Booker <devin@example.com>',
    'Dana Codex <dana@codex.example>',
    'Gemini Rossi <gemini@example.com>',
    'Dev <dev@windsurfing.example>',
  ]) {
    test(`${person}: is a person`, () => assert.equal(isAgent(person), false));
  }
});
