// What a PDF says of itself, by poppler: its pages, where each word lies, and what is torn.

import { execFileSync } from 'node:child_process';

/** Points of a CSS millimetre. */
const MM = 72 / 25.4;
/** The margins of a printed page, as the style sheet has them; the numbers of the pages stand in the lower one. */
const UPRIGHT = { top: 16 * MM, side: 14 * MM, bottom: 18 * MM };
/** Those of one that lies across. */
const ACROSS = { top: 8 * MM, side: 10 * MM, bottom: 12 * MM };

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: 'pipe' });

/** The pages of a PDF: their size in points, and every word with its place. */
export function pages(pdf) {
    const xml = run('pdftotext', '-bbox', pdf, '-');
    const decode = (text) =>
        text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
    return xml.split('<page ').slice(1).map((page) => {
        const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/);
        const words = [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/gs)];
        return {
            width: Number(width),
            height: Number(height),
            words: words.map(([, left, top, right, bottom, text]) => ({
                left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text: decode(text),
            })),
        };
    });
}

/** Writes every page as a PNG beside the PDF, in colour and as a printer without colour has it. */
export function pictures(pdf, dots) {
    const stem = pdf.replace(/\.pdf$/, '');
    run('pdftoppm', '-png', '-r', String(dots), pdf, stem);
    run('pdftoppm', '-png', '-gray', '-r', String(dots), '-l', '1', pdf, `${stem}-gray`);
}

/**
 * What is wrong with the pages of a PDF, a sentence each. `numbered` gives the words of a page's number; `head` is what stands
 * above every page, `foot` what stands below it, on the left.
 */
export function wrongOnPaper(pdf, { size, numbered, blocks, head = '', foot: whose = '' }) {
    const found = [];
    const margin = size[0] > size[1] ? ACROSS : UPRIGHT;
    const all = pages(pdf);
    const count = all.length;
    if (count === 0) return ['there are no pages'];
    const feet = [];
    all.forEach((page, at) => {
        const here = `page ${at + 1}`;
        const [width, height] = size;
        if (Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1) {
            found.push(`${here} is ${page.width} × ${page.height} points, not ${width} × ${height}`);
        }
        const foot = page.height - margin.bottom;
        const below = page.words.filter((word) => middle(word) > foot);
        feet.push(below.map((word) => word.text).join(' '));
        const said = below.filter((word) => word.left > page.width / 2).map((word) => word.text).join(' ');
        if (squeezed(said) !== squeezed(numbered(at + 1, count))) {
            found.push(`${here} is numbered "${said}", not "${numbered(at + 1, count)}"`);
        }
        const left = below.filter((word) => word.left <= page.width / 2).map((word) => word.text).join(' ');
        // Letters of several fonts may come back in another order.
        if (![...squeezed(whose)].every((letter) => squeezed(left).includes(letter))) found.push(`${here} has "${left}" at its foot, not "${whose}"`);
        const above = page.words.filter((word) => middle(word) < margin.top && word.left > page.width / 2);
        const says = above.map((word) => word.text).join(' ');
        if (squeezed(says) !== squeezed(head)) found.push(`${here} has "${says}" at its head, not "${head}"`);
        const words = page.words.filter((word) => middle(word) <= foot && !above.includes(word));
        if (words.length === 0) found.push(`${here} is empty`);
        for (const word of words) {
            if (word.left < margin.side - 2 || word.right > page.width - margin.side + 2) {
                found.push(`${here}: "${word.text.slice(0, 40)}" runs off at the side`);
            }
            if (middle(word) < margin.top || word.bottom > page.height) {
                found.push(`${here}: "${word.text.slice(0, 40)}" is cut at the top or the bottom`);
            }
        }
        found.push(...overlapping(words).map(([one, other]) => `${here}: "${one}" lies over "${other}"`));
    });
    const said = squeezed(paragraphs(pdf, feet, head));
    for (const block of blocks) {
        // What the feet say too was taken out with them.
        if (feet.some((foot) => squeezed(foot).includes(squeezed(block)))) continue;
        if (squeezed(whose) && squeezed(block).startsWith(squeezed(whose))) continue;
        // Words from right to left come back in another order, but whole.
        const runs = /[\u0590-\u08ff]/.test(block) ? block.match(/[A-Za-z]{3,}|[\u4e00-\u9fff]{2,}/g) ?? [] : [block];
        if (!runs.every((run) => said.includes(squeezed(run)))) found.push(`not on paper: "${block.slice(0, 60)}"`);
    }
    return [...new Set(found)];
}

/** What is wrong with the first page of a PDF: it ends with what `last` says, and what `next` says begins the second. */
export function wrongInFront(pdf, last, next) {
    const text = run('pdftotext', '-raw', pdf, '-').split('\f').map(squeezed);
    const found = [];
    if (!text[0].includes(squeezed(last))) found.push(`the first page does not reach "${last}"`);
    const begins = squeezed(next ?? '');
    // What stands above and below a page may come before what is on it.
    if (next && (text[0].includes(begins) || !(text[1] ?? '').slice(0, 300).includes(begins))) found.push(`the second page does not begin with "${next}"`);
    if (!next && text.filter(Boolean).length !== 1) found.push(`it is ${text.filter(Boolean).length} pages, not one`);
    return found;
}

/** What a page break tore apart: `counts` says how many there are of each kind that was marked. */
export function torn(pdf, counts) {
    const found = [];
    const pages = run('pdftotext', '-raw', pdf, '-').split('\f').map((page) => page.replaceAll(/\s/g, ''));
    const pageOf = (mark) => pages.findIndex((page) => page.includes(mark));
    for (const [kind, count] of Object.entries(counts)) {
        for (let nth = 0; nth < count; nth += 1) {
            const [begin, end] = [pageOf(`{${kind}${nth}<`), pageOf(`>${kind}${nth}}`)];
            if (begin !== end || begin < 0) found.push(`${kind} ${nth} begins on page ${begin + 1}, ends on page ${end + 1}`);
        }
    }
    return found;
}

/** The text of a PDF in the order of the page's source, without what stands above and below the pages. */
function paragraphs(pdf, feet, head) {
    const ofFoot = (line, at) => squeezed(line).length > 5 && squeezed(feet[at] ?? '').includes(squeezed(line));
    const pages = run('pdftotext', '-raw', pdf, '-').split('\f');
    const ofHead = (line) => head !== '' && squeezed(line) === squeezed(head);
    return pages.map((page, at) => page.split('\n').filter((line) => !ofFoot(line, at) && !ofHead(line)).join('\n')).join('\n');
}

/** Where the middle of a word's line is: fonts claim more room above and below than their letters fill. */
function middle(word) {
    return (word.top + word.bottom) / 2;
}

/** Letters and digits alone: what is written from right to left, joined or drawn as a picture comes back otherwise. */
function squeezed(text) {
    return text.normalize('NFKC').replaceAll(/[^A-Za-z0-9\u4e00-\u9fff]/g, '');
}

/** Words that stand in one place. */
function overlapping(words) {
    const found = [];
    const sorted = [...words].sort((one, other) => one.top - other.top);
    sorted.forEach((one, at) => {
        for (let next = at + 1; next < sorted.length && sorted[next].top < one.bottom; next += 1) {
            const other = sorted[next];
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const apart = Math.abs(middle(one) - middle(other));
            const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
            if (across > 1 && apart < lower * 0.35) found.push([one.text.slice(0, 40), other.text.slice(0, 40)]);
        }
    });
    return found;
}
