// A team with a past, of which every text is as long as it may be and longer: what of it is to be one page has to be one.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LEVELS = 6;
const EACH = 12;

/** Writes a store with a team of which everything is written in `letters`, scored under that `headline`; gives the directory and the team. */
export function longest(directory, letters, headline) {
    const store = join(directory, 'store');
    const all = (count, make) => Array.from({ length: count }, (_, nth) => make(nth)).join('\n');
    const long = (length) => [...letters.repeat(length)].slice(0, length).join('').trim();
    const titled = (table, nth, more) => `[[${table}]]\nid = "${table}-${nth}"\ntitle = "${nth} ${long(300)}"\n${more}\n`;
    const checklist = `format = 1\nid = "longest"\nversion = "1.0.0"\ntitle = "${long(300)}"\nsummary = "${long(900)}"\n
[scoring]\nheadline = "${headline}"\n
${all(LEVELS, (nth) => `[[levels]]\nlevel = ${nth + 1}\ntitle = "${nth} ${long(300)}"\nmeaning = "${long(900)}"\n`)}
${all(EACH, (nth) => titled('areas', nth, ''))}
${all(EACH, (nth) => titled('roles', nth, `area = "areas-${nth}"`))}
${all(EACH * LEVELS, (nth) => titled('criteria', nth, `level = ${Math.floor(nth / EACH) + 1}\narea = "areas-${nth % EACH}"\npractices = ["practices-${nth % EACH}"]`))}
${all(EACH, (nth) => titled('practices', nth, `role = "roles-${nth}"`))}
${all(EACH, (nth) => titled('metrics', nth, `unit = "${long(60)}"\ntarget = { above = 12345678901234 }`))}
[[profiles]]\nid = "all"\ntitle = "${long(300)}"\nteams = []\n`;
    mkdirSync(join(store, 'checklists'), { recursive: true });
    writeFileSync(join(store, 'checklists', 'longest.toml'), checklist);
    // The name of a directory has its own limit, in bytes.
    let team = `T${long(99)}`;
    while (Buffer.byteLength(team) > 240) team = [...team].slice(0, -1).join('');
    const slug = team.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
    mkdirSync(join(store, slug), { recursive: true });
    const days = ['2025-01-01', '2025-03-01', '2025-06-01', '2025-06-02', '2025-09-01', '2026-01-01', '2026-06-01', '2026-11-23'];
    days.forEach((day, at) => {
        // Better and worse than the last time, all over.
        const answer = (nth) => (nth < EACH ? 'yes' : ['yes', 'partial', 'no', 'na'][(nth + at) % 4]);
        const entry = (nth) => `[criteria.criteria-${nth}]\nanswer = "${answer(nth)}"\nanswered = 2024-01-01\nowner = "${long(200)}"\ndue = 2024-02-01\nnote = "${long(2000)}"\n`;
        const assessors = Array.from({ length: 30 }, (_, nth) => `"${nth} ${long(80)}"`).join(', ');
        const assessment = `format = 1\nteam = "${team}"\ndate = ${day}\nstatus = "draft"\nprofile = "all"\ntarget_level = 5\nassessors = [${assessors}]\n
[checklist]\nid = "longest"\nversion = "1.0.0"\n
${all(EACH * LEVELS, entry)}
${all(EACH, (nth) => `[practices.practices-${nth}]\nanswer = "${answer(nth + EACH)}"\n`)}
${all(EACH, (nth) => `[metrics.metrics-${nth}]\nvalue = ${nth + at === 9 ? 1 : 98765432109876.5}\n`)}`;
        writeFileSync(join(store, slug, `${day}.toml`), assessment);
    });
    return { store, team };
}
