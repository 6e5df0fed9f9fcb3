// What a spreadsheet makes of a CSV report, and GitHub's own renderer of a Markdown one.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const XLSX = createRequire(import.meta.url)('xlsx');

/** What is wrong with a CSV report: formulas, rows or cells that a spreadsheet does not give back. */
export function wrongInCsv(file, expectedTitles) {
    const found = [];
    const bytes = readFileSync(file);
    // What does not begin with its mark is UTF-8 only if somebody says so.
    const how = bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? { type: 'buffer' } : { type: 'buffer', codepage: 65001 };
    // As a spreadsheet opens it: numbers and dates as such, and formulas where it sees one.
    const opened = XLSX.read(bytes, how);
    for (const [place, cell] of Object.entries(firstSheet(opened))) {
        if (!place.startsWith('!') && cell.f) found.push(`${place} is a formula: ${cell.f.slice(0, 60)}`);
    }
    // There and back: every cell as text, through a workbook.
    const asText = XLSX.read(bytes, { ...how, raw: true });
    const rows = (book) => XLSX.utils.sheet_to_json(firstSheet(book), { header: 1, raw: false, defval: '' });
    const there = rows(asText);
    const back = rows(XLSX.read(XLSX.write(asText, { type: 'buffer', bookType: 'xlsx' }), { type: 'buffer' }));
    if (JSON.stringify(there) !== JSON.stringify(back)) found.push('a workbook does not give the rows back');
    const width = there[0].length;
    there.forEach((row, nth) => {
        if (row.length !== width) found.push(`row ${nth + 1} has ${row.length} cells, not ${width}`);
    });
    const again = XLSX.utils.sheet_to_csv(firstSheet(asText), { RS: '\r\n', forceQuotes: true });
    if (JSON.stringify(rows(XLSX.read(again, { type: 'string', raw: true }))) !== JSON.stringify(there)) {
        found.push('a spreadsheet writes other rows than it read');
    }
    const titles = there.map((row) => row[there[0].indexOf('title')]);
    for (const title of expectedTitles) {
        if (!titles.includes(title)) found.push(`no row is titled "${title}"`);
    }
    return found;
}

const firstSheet = (book) => book.Sheets[book.SheetNames[0]];

/** The elements that a Markdown report may become. */
const ELEMENTS = new Set(
    ['h1', 'h2', 'h3', 'p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'pre', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input', 'del', 'ins'],
);

/** What is wrong with a Markdown report, rendered with nothing held back. */
export function wrongInMarkdown(file) {
    const found = [];
    const extensions = ['table', 'strikethrough', 'autolink', 'tasklist'].flatMap((name) => ['-e', name]);
    const page = execFileSync('cmark-gfm', ['--unsafe', ...extensions, file], { encoding: 'utf8' });
    for (const [, name, rest] of page.matchAll(/<([A-Za-z!?][^\s>/]*)([^>]*)>/g)) {
        if (!ELEMENTS.has(name)) found.push(`<${name}> in the page`);
        const href = rest.match(/href="([^"]*)"/)?.[1] ?? '';
        const scheme = href.match(/^([a-z][a-z0-9+.-]*):/i)?.[1].toLowerCase();
        if (scheme && !['http', 'https', 'mailto'].includes(scheme)) found.push(`a link to ${href.slice(0, 60)}`);
        if (/\son\w+=/i.test(rest)) found.push(`<${name}${rest}>`);
    }
    for (const [table] of page.matchAll(/<table>.*?<\/table>/gs)) {
        const cells = table.split('<tr>').slice(1).map((row) => row.match(/<t[hd][ >]/g).length);
        if (new Set(cells).size !== 1) found.push(`a table with rows of ${[...new Set(cells)].join(', ')} cells`);
    }
    if (!page.includes('<table>')) found.push('there is no table');
    return [...new Set(found)];
}
