// Renders scorecards in Chromium, prints them, and holds that they can be read: both languages, light and dark, wide and
// narrow, A4 and Letter, full, empty and hostile. `run` beside this file installs what it needs.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

import { active, blocks, markedForPaper, unreadable } from './layout.mjs';
import { longest } from './longest.mjs';
import { overTime } from './over-time.mjs';
import { pictures, torn, wrongInFront, wrongOnPaper } from './paper.mjs';
import { wrongInCsv, wrongInMarkdown } from './table.mjs';

const require = createRequire(import.meta.url);
const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const OUT = join(ROOT, 'target/render');
const PROGRAM = join(ROOT, 'target/release/opsladder');
const AXE = readFileSync(require.resolve('axe-core'), 'utf8');
const NU = join(HERE, 'node_modules/vnu-jar/build/dist/vnu.jar');

/** What Chromium needs in a container, and what keeps it from calling home. */
const FLAGS = [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
];
/** Where Debian and its kin put the browser. */
const BROWSER = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();

/** The assessments: their arguments, and some titles of the checklist that they are answered with. */
const ASSESSMENTS = {
    full: ['--store', join(HERE, 'store'), 'report', 'Payments'],
    empty: ['report', join(HERE, 'empty.toml')],
    hostile: ['report', join(ROOT, 'tests/report/hostile.toml')],
    'hostile-titles': ['report', join(HERE, 'hostile-titles.toml')],
};
const LANGUAGES = ['en', 'zh'];
/** What stands above every page of a draft, what the first page ends with, and what the second begins with. */
const DRAFT = { en: 'DRAFT', zh: '草稿' };
const SIGNED = { en: 'Accepted by', zh: '确认人' };
const SECOND = { en: 'Plan to level', zh: '级的计划' };
/** Letters of every width, for texts without an end. */
const LETTERS = { wide: 'WMWM WMMW', solid: 'W', han: '成熟度评估标准，', emoji: '👩‍👩‍👧🚒', right: 'فريق الدفع ' };
const PAGE_NUMBER = {
    en: (page, of) => `Page ${page} of ${of}`,
    zh: (page, of) => `第 ${page} 页，共 ${of} 页`,
};
/** The papers: their name in CSS, and their size in points. */
const PAPERS = { a4: ['A4', [595.3, 841.9]], letter: ['Letter', [612, 792]] };
/** The same of pages that lie across. */
const ACROSS = {
    'a4-across': ['A4', [841.9, 595.3], true], 'letter-across': ['Letter', [792, 612], true], 'a3-across': ['A3', [1190.6, 841.9], true],
};
const SCREENS = {
    light: { colorScheme: 'light', viewport: { width: 1200, height: 900 } },
    dark: { colorScheme: 'dark', viewport: { width: 1200, height: 900 } },
    phone: { colorScheme: 'light', viewport: { width: 360, height: 740 } },
    small: { colorScheme: 'dark', viewport: { width: 320, height: 568 } },
};

const opsladder = (lang, args) =>
    execFileSync(PROGRAM, ['--lang', lang, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, cwd: OUT });

/** A page in the browser, and everything that it does unasked. */
async function opened(browser, file, { colorScheme, viewport }) {
    const context = await browser.newContext({ colorScheme, viewport, offline: true });
    const page = await context.newPage();
    const deeds = [];
    page.on('dialog', (dialog) => {
        deeds.push(`a script ran: ${dialog.message()}`);
        dialog.dismiss();
    });
    page.on('console', (message) => deeds.push(`the console says: ${message.text().slice(0, 200)}`));
    page.on('pageerror', (error) => deeds.push(`a script failed: ${error.message}`));
    page.on('popup', () => deeds.push('a window opened'));
    page.on('download', () => deeds.push('a download began'));
    const address = pathToFileURL(file).href;
    page.on('request', (request) => {
        if (request.url() !== address) deeds.push(`a request: ${request.url().slice(0, 100)}`);
    });
    await page.goto(address, { waitUntil: 'load' });
    return { page, deeds, close: () => context.close() };
}

/** What the accessibility checker finds, a sentence a place. */
async function inaccessible(page, rules) {
    await page.evaluate(AXE);
    const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) };
    const { violations } = await page.evaluate((how) => globalThis.axe.run(document, how), options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 120)}`));
}

/** A store of forty teams, some of them with names that would be markup, formulas or other directions of writing. */
function teams() {
    const store = join(OUT, 'teams');
    const names = ['Payments', '支付/团队', '<script>alert(1)</script>', '=SUM(1,2)', '| a | b |', 'שלום', 'Zoë', `long ${'name '.repeat(15)}`];
    const criteria = [
        'deploys-and-runs', 'basic-monitoring', 'basic-incident-handling', 'full-cicd', 'comprehensive-monitoring',
        'standard-procedures', 'basic-analytics', 'self-healing', 'predictive-capacity', 'deep-analytics', 'continuous-performance',
    ];
    const answers = ['yes', 'yes', 'yes', 'partial', 'no', 'na'];
    for (let nth = 0; nth < 40; nth += 1) {
        const team = names[nth] ?? `Team ${nth + 1}`;
        const own = join(store, (team.match(/[\p{L}\p{N}]+/gu) ?? []).join('-'));
        mkdirSync(own, { recursive: true });
        for (const [date, better] of [['2026-05-10', 0], [nth % 7 ? '2026-11-20' : '2026-07-01', 3]]) {
            const said = criteria.map((id, at) => {
                const answer = at < (nth % 5) + better ? 'yes' : answers[(nth * 7 + at * 3) % answers.length];
                const more = answer === 'no' ? `owner = "李雷 <b>"\ndue = 2026-06-01\n` : '';
                return `[criteria.${id}]\nanswer = "${answer}"\n${more}`;
            });
            const group = nth % 3 ? `group = ${JSON.stringify(['x', 'Platform <i>', '平台'][nth % 3])}\n` : '';
            writeFileSync(join(own, `${date}.toml`), `format = 1\nteam = ${JSON.stringify(team)}\ndate = ${date}\n${group}[checklist]\nid = "operations"\nversion = "1.0.0"\n${said.join('')}`);
        }
    }
    return store;
}

/** What is wrong with a page on a screen; `drawn` is whether there are drawings on it. */
async function wrongOnScreen(browser, file, screen, picture, drawn = true) {
    const { page, deeds, close } = await opened(browser, file, SCREENS[screen]);
    const found = [
        ...(await page.evaluate(unreadable)), ...(await page.evaluate(active)), ...(await inaccessible(page)),
        ...(drawn ? await malformed(page, file) : []),
    ];
    await page.screenshot({ path: picture, fullPage: true });
    await close();
    return [...found, ...deeds];
}

/** What is wrong with a page on paper, as its print style sheet has it and as the PDF comes out. */
async function wrongInPrint(browser, file, paper, lang, alone = false, draft = false) {
    const [format, size, across] = PAPERS[paper] ?? ACROSS[paper];
    // As wide as the paper without its margins of 14 mm.
    const viewport = { width: Math.floor((size[0] / 72 - 28 / 25.4) * 96), height: 900 };
    const { page, deeds, close } = await opened(browser, file, { colorScheme: 'dark', viewport });
    await page.emulateMedia({ media: 'print' });
    const found = [...(await page.evaluate(unreadable)), ...(await inaccessible(page, ['color-contrast']))];
    const expected = await page.evaluate(blocks);
    const pdf = file.replace(/\.html$/, `.${paper}.pdf`);
    await page.pdf({ path: pdf, format, landscape: Boolean(across), preferCSSPageSize: !across, printBackground: false });
    const card = await page.evaluate(() => ({
        team: document.querySelector('.masthead h1')?.innerText.slice(0, 10) ?? '',
        head: document.querySelector('.status.warning, .status .warning, .status')?.innerText ?? '',
    }));
    const head = draft || card.head === DRAFT[lang] ? DRAFT[lang] : '';
    // A name from right to left comes back in another order.
    const foot = /[\u0590-\u08ff]/.test(card.team) ? '' : card.team;
    found.push(...wrongOnPaper(pdf, { size, numbered: PAGE_NUMBER[lang], blocks: expected, head, foot }));
    if (card.team) found.push(...wrongInFront(pdf, SIGNED[lang], alone ? undefined : SECOND[lang]));
    pictures(pdf, 60);
    const counts = await page.evaluate(markedForPaper);
    const marked = file.replace(/\.html$/, `.${paper}.marked.pdf`);
    await page.pdf({ path: marked, format, landscape: Boolean(across), preferCSSPageSize: !across, printBackground: false });
    found.push(...torn(marked, counts));
    rmSync(marked);
    await close();
    return [...found, ...deeds];
}

/** What the Nu checker says of pages, by file. What users wrote may be in any form and language. */
function invalid(files) {
    const said = JSON.parse(
        execFileSync('java', ['-jar', NU, '--format', 'json', '--stdout', '--exit-zero-always', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    );
    const users = /Normalization Form C|appears to be written in|first occurrence of/;
    return said.messages
        .filter(({ message }) => !users.test(message))
        .map(({ url, message, extract }) => `${url.split('/').pop()}: ${message} ${extract ?? ''}`.slice(0, 300));
}

/** Which drawings of a file are no XML. */
async function malformed(page, file) {
    const drawings = readFileSync(file, 'utf8').match(/<svg.*?<\/svg>/gs) ?? [];
    const faults = await page.evaluate((all) => {
        const parsed = all.map((one) => new DOMParser().parseFromString(one, 'image/svg+xml'));
        return parsed.map((document) => document.querySelector('parsererror')?.textContent).filter(Boolean);
    }, drawings);
    return drawings.length ? faults : ['there are no drawings'];
}

/** The lines of the README between two remarks of the name `mark`. */
function fromReadme(mark) {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, block] = readme.split(`<!-- ${mark} -->\n\`\`\`sh\n`);
    if (!block) throw new Error(`README.md has no block "${mark}"`);
    return block.split('\n```')[0];
}

/** A directory in which `opsladder` and `chromium` are on the path, the browser with what a container needs. */
function newcomer() {
    const directory = mkdtempSync(join(tmpdir(), 'opsladder-render-'));
    const bin = join(directory, 'bin');
    mkdirSync(bin);
    const profile = join(directory, 'profile');
    const scripts = {
        opsladder: `exec '${PROGRAM}' "$@"`,
        chromium: `exec '${BROWSER}' ${FLAGS.join(' ')} --user-data-dir='${profile}' "$@"`,
    };
    for (const [name, line] of Object.entries(scripts)) {
        writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
        chmodSync(join(bin, name), 0o755);
    }
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, OPSLADDER_STORE: join(HERE, 'store') };
    return { directory, env };
}

/** Does what the README says about paper, to the letter, and checks the PDF that comes of it. */
async function wrongInReadme(browser, lang) {
    const { directory, env } = newcomer();
    try {
        execFileSync('sh', ['-euc', fromReadme('pdf')], { cwd: directory, env: { ...env, OPSLADDER_LANG: lang }, stdio: 'pipe' });
        const { page, close } = await opened(browser, join(directory, 'payments.html'), SCREENS.light);
        await page.emulateMedia({ media: 'print' });
        const expected = await page.evaluate(blocks);
        await close();
        const onPaper = { size: PAPERS.a4[1], numbered: PAGE_NUMBER[lang], blocks: expected, foot: 'Payments' };
        return wrongOnPaper(join(directory, 'payments.pdf'), onPaper);
    } catch (error) {
        return [`the lines fail: ${error.stderr ?? error}`];
    } finally {
        rmSync(directory, { recursive: true, force: true });
    }
}

/** Every kind of fault that has to be found on the page that is made of faults. */
const FAULTS = [
    /^the page scrolls sideways/, /^cut off at the side: "beyond/, /^cut off above or below: "hidden/, /lies over/,
    /^scrolls, but not by keys/, /^<script>/, /^<img>/, /^<p onclick>/, /^<a href="javascript:/, /^a script ran: ran/,
    /^a request: /, /^color-contrast/, /^image-alt/, /^page 1 is numbered ""/, /runs off at the side/,
    /^row 0 begins on page /, /error on line/, /^not on paper: "unseen/, /^page 1 is [\d.]+ × [\d.]+ points/,
];

/** Which faults nobody finds. */
async function blind(browser) {
    const file = join(OUT, 'faults.html');
    writeFileSync(file, readFileSync(join(HERE, 'faults.html')));
    const picture = join(OUT, 'faults.png');
    const found = [
        ...(await wrongOnScreen(browser, file, 'light', picture)),
        ...(await wrongInPrint(browser, file, 'a4', 'en')),
    ];
    const unseen = FAULTS.filter((fault) => !found.some((said) => fault.test(said)));
    if (invalid([file]).length === 0) unseen.push(/the Nu checker/);
    const sheet = join(OUT, 'faults.csv');
    writeFileSync(sheet, 'title,note\r\nx,=1+1\r\n');
    if (!wrongInCsv(sheet, []).some((said) => said.includes('formula'))) unseen.push(/a formula/);
    const markdown = join(OUT, 'faults.md');
    writeFileSync(markdown, '<img src=x>\n\n[x](javascript:alert(1))\n');
    if (wrongInMarkdown(markdown).length !== 3) unseen.push(/markup in Markdown/);
    if (unseen.length) console.log(found.join('\n'));
    return unseen.map((fault) => `a fault is not found: ${fault}`);
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const wrong = [];
const note = (where, found) => {
    console.log(`${found.length ? '✗' : '✓'} ${where}`);
    for (const what of found) {
        console.log(`    ${what}`);
        wrong.push(what);
    }
};

/** Holds that the first page alone can be read, is one page, and is Markdown. */
async function first(what, lang, args, name, drawn = true) {
    const of = (ending) => join(OUT, `${name}.${lang}.${ending}`);
    for (const ending of ['html', 'md']) opsladder(lang, [...args, '--summary', '-o', of(ending)]);
    pages.push(of('html'));
    for (const screen of Object.keys(SCREENS)) {
        note(`${what} ${lang} on a screen, ${screen}`, await wrongOnScreen(browser, of('html'), screen, of(`${screen}.png`), drawn));
    }
    for (const paper of Object.keys(PAPERS)) {
        note(`${what} ${lang} on paper, ${paper}`, await wrongInPrint(browser, of('html'), paper, lang, true));
    }
    note(`${what} ${lang} as Markdown`, wrongInMarkdown(of('md')));
}

const browser = await chromium.launch({ executablePath: BROWSER, args: FLAGS, chromiumSandbox: false });
note('faults are found', await blind(browser));
const pages = [];
for (const lang of LANGUAGES) {
    const titles = { full: [lang === 'en' ? 'A complete CI/CD process' : '完整的CI/CD流程'] };
    for (const [name, args] of Object.entries(ASSESSMENTS)) {
        const of = (ending) => join(OUT, `${name}.${lang}.${ending}`);
        for (const ending of ['txt', 'md', 'html', 'json', 'csv', 'svg']) opsladder(lang, [...args, '-o', of(ending)]);
        pages.push(of('html'));
        for (const screen of Object.keys(SCREENS)) {
            note(`${name} ${lang} on a screen, ${screen}`, await wrongOnScreen(browser, of('html'), screen, of(`${screen}.png`)));
        }
        // What only the page's own policy would hold back has to be harmless without it.
        const open = of('open.html');
        writeFileSync(open, readFileSync(of('html'), 'utf8').replace(/<meta http-equiv="Content-Security-Policy".*?>/, ''));
        const { page, deeds, close } = await opened(browser, open, SCREENS.light);
        note(`${name} ${lang} on a badge`, await malformed(page, of('svg')));
        await close();
        rmSync(open);
        note(`${name} ${lang} without its policy`, deeds);
        for (const paper of Object.keys(PAPERS)) {
            note(`${name} ${lang} on paper, ${paper}`, await wrongInPrint(browser, of('html'), paper, lang));
        }
        opsladder(lang, [...args, '--excel', '-o', of('excel.csv')]);
        note(`${name} ${lang} in a spreadsheet`, [of('csv'), of('excel.csv')].flatMap((file) => wrongInCsv(file, titles[name] ?? [])));
        note(`${name} ${lang} as Markdown`, wrongInMarkdown(of('md')));
        await first(`${name} first page`, lang, args, `${name}.first`);
    }
    for (const [kind, letters] of Object.entries(LETTERS)) {
        for (const headline of ['level', 'areas']) {
            const { store, team } = longest(join(OUT, `longest-${headline}-${kind}-${lang}`), letters, headline);
            // Where the areas lead and are many, they take the room of the drawings.
            const name = `longest-${headline}-${kind}`;
            await first(`longest ${headline} ${kind}`, lang, ['--store', store, 'report', team], name, headline === 'level');
        }
    }
    for (const [name, { args, draft }] of Object.entries(overTime(HERE, OUT))) {
        const of = (ending) => join(OUT, `${name}.${lang}.${ending}`);
        const drawn = args.includes('history');
        for (const ending of ['txt', 'md', 'html', 'json', ...(drawn ? ['svg', 'csv'] : [])]) opsladder(lang, [...args, '-o', of(ending)]);
        pages.push(of('html'));
        for (const screen of Object.keys(SCREENS)) {
            note(`${name} ${lang} on a screen, ${screen}`, await wrongOnScreen(browser, of('html'), screen, of(`${screen}.png`), drawn));
        }
        for (const paper of Object.keys(PAPERS)) {
            note(`${name} ${lang} on paper, ${paper}`, await wrongInPrint(browser, of('html'), paper, lang, false, draft));
        }
        note(`${name} ${lang} as Markdown`, wrongInMarkdown(of('md')));
        if (drawn) {
            const { page, deeds, close } = await opened(browser, of('html'), SCREENS.light);
            const found = await malformed(page, of('svg'));
            await page.setContent(readFileSync(of('svg'), 'utf8'));
            found.push(...(await page.evaluate(active)));
            await page.screenshot({ path: of('svg.png'), fullPage: true });
            await close();
            note(`${name} ${lang} as a drawing`, [...deeds, ...found]);
        }
    }
    note(`the README's lines for paper, ${lang}`, await wrongInReadme(browser, lang));
}
for (const lang of LANGUAGES) {
    const args = ['--store', teams(), '--today', '2026-11-25', 'portfolio'];
    const of = (ending) => join(OUT, `portfolio.${lang}.${ending}`);
    for (const ending of ['txt', 'md', 'html', 'json', 'csv']) opsladder(lang, [...args, '-o', of(ending)]);
    pages.push(of('html'));
    for (const screen of Object.keys(SCREENS)) {
        const picture = of(`${screen}.png`);
        note(`portfolio ${lang} on a screen, ${screen}`, await wrongOnScreen(browser, of('html'), screen, picture, false));
    }
    for (const paper of Object.keys(ACROSS)) {
        note(`portfolio ${lang} on paper, ${paper}`, await wrongInPrint(browser, of('html'), paper, lang));
    }
    note(`portfolio ${lang} in a spreadsheet`, wrongInCsv(of('csv'), []));
    note(`portfolio ${lang} as Markdown`, wrongInMarkdown(of('md')));
}
await browser.close();
note('valid HTML', invalid(pages));

console.log(wrong.length ? `\n${wrong.length} complaints; the pictures are in target/render` : '\nnothing to complain of; the pictures are in target/render');
process.exitCode = wrong.length ? 1 : 0;
