// What pages of several assessments are checked with: a rich team, two teams, and texts that want to be more than texts.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as it may have been a quarter before: other answers, other notes, other owners and dates. */
function before(text) {
    const answers = { yes: 'partial', partial: 'no', no: 'yes' };
    return text
        .replace('date = 2026-11-23', 'date = 2026-08-24')
        .replaceAll(/answer = "(yes|partial|no)"/g, (_, answer) => `answer = "${answers[answer]}"`)
        .replaceAll(/^note = """[^]*?"""$/gm, 'note = "<b>before</b> & `then` | <img src=x onerror=alert(1)>"')
        .replaceAll(/^note = ".*"$/gm, 'note = "<b>before</b> & `then` | <img src=x onerror=alert(1)>"')
        .replaceAll('<b>owner', '<i>somebody')
        .replaceAll('due = 2026-12-01', 'due = 2026-09-01');
}

/** The pages, each with the arguments that make it and whether it is of a draft; writes into `out` what they need beside what lies `here`. */
export function overTime(here, out) {
    const titles = readFileSync(join(here, 'hostile-titles.toml'), 'utf8').replace(/^path = .*$/m, '');
    const words = readFileSync(join(here, '../report/hostile.toml'), 'utf8');
    const store = join(out, 'hostile-store');
    for (const directory of ['checklists', 'title-Team-title']) mkdirSync(join(store, directory), { recursive: true });
    writeFileSync(join(store, 'checklists/hostile.toml'), readFileSync(join(here, 'hostile-checklist.toml')));
    writeFileSync(join(store, 'title-Team-title/2026-11-23.toml'), titles);
    writeFileSync(join(store, 'title-Team-title/2026-08-24.toml'), before(titles));
    writeFileSync(join(out, 'words-before.toml'), before(words));
    const rich = ['--store', join(here, 'store'), '--today', '2026-11-24'];
    const hostile = ['--store', store, '--today', '2026-11-24'];
    const final = (args) => ({ args, draft: false });
    const draft = (args) => ({ args, draft: true });
    return {
        comparison: final([...rich, 'diff', 'Checkout']),
        'comparison-all': final([...rich, 'diff', 'Checkout', '--all']),
        'comparison-teams': final([...rich, 'diff', 'Payments', 'Checkout', '--any', '--all']),
        'comparison-words': draft(['diff', join(out, 'words-before.toml'), join(here, '../report/hostile.toml'), '--all']),
        'comparison-titles': draft([...hostile, 'diff', 'title-Team-title', '--all']),
        trend: final([...rich, 'history', 'Checkout']),
        'trend-titles': draft([...hostile, 'history', 'title-Team-title']),
    };
}
