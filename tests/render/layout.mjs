// What of a page cannot be read as it is laid out: run inside the page, so it may use nothing from outside itself.

/** Texts that are cut off, leave the page or lie over each other, a sentence each. */
export function unreadable() {
    const found = [];
    const told = (node) => `"${node.data.trim().slice(0, 40)}" in <${node.parentElement.localName}>`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
        found.push(`the page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} pixels`);
    }

    // Where a text may be seen: within everything around it that cuts off or scrolls.
    const windowOf = (element) => {
        const box = { left: 0, right: root.clientWidth, top: 0, bottom: Infinity, scrolls: false };
        for (let at = element; at; at = at.parentElement) {
            const style = getComputedStyle(at);
            const rect = at.getBoundingClientRect();
            if (at.localName === 'svg' || ['hidden', 'clip'].includes(style.overflowX)) {
                box.left = Math.max(box.left, rect.left);
                box.right = Math.min(box.right, rect.right);
                box.top = Math.max(box.top, rect.top + scrollY);
                box.bottom = Math.min(box.bottom, rect.bottom + scrollY);
            } else if (['auto', 'scroll'].includes(style.overflowX) && at.scrollWidth > at.clientWidth) {
                // What scrolls is reached by whoever wants to see it, with a keyboard too if it can be focused.
                return { ...box, right: Infinity, scrolls: at.tabIndex >= 0 ? 'with keys' : 'without keys' };
            }
        }
        return box;
    };

    const pieces = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || element.closest('title, desc, style, .skip, .unseen')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const window = windowOf(element);
        for (const rect of range.getClientRects()) {
            if (rect.width < 0.5 || rect.height < 0.5) continue;
            const piece = {
                node, left: rect.left, right: rect.right, top: rect.top + scrollY, bottom: rect.bottom + scrollY,
            };
            pieces.push(piece);
            // A space that ends a line hangs over the edge where spaces are kept.
            const kept = getComputedStyle(element).whiteSpace.startsWith('pre') ? rect.height / 3 : 0;
            if (piece.left < window.left - 1 - kept || piece.right > window.right + 1 + kept) {
                found.push(`cut off at the side: ${told(node)}`);
            }
            // Letters are lower than the line that holds them.
            const slack = rect.height * 0.25;
            if (piece.top < window.top - slack || piece.bottom > window.bottom + slack) {
                found.push(`cut off above or below: ${told(node)}`);
            }
            if (window.scrolls === 'without keys') found.push(`scrolls, but not by keys: ${told(node)}`);
        }
    }

    pieces.sort((one, other) => one.top - other.top);
    for (let at = 0; at < pieces.length; at += 1) {
        const one = pieces[at];
        for (let next = at + 1; next < pieces.length && pieces[next].top < one.bottom; next += 1) {
            const other = pieces[next];
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            const lower = Math.min(one.bottom - one.top, other.bottom - other.top);
            if (across > 1.5 && down > lower * 0.3) {
                found.push(`${told(one.node)} lies over ${told(other.node)}`);
            }
        }
    }
    if (pieces.length === 0) found.push('there is no text');
    return [...new Set(found)];
}

/** What a page could run or load, an element or attribute each. */
export function active() {
    const found = [];
    for (const element of document.querySelectorAll('*')) {
        const name = element.localName;
        if (['script', 'iframe', 'object', 'embed', 'form', 'base', 'img', 'image', 'use', 'link', 'audio', 'video'].includes(name)) {
            found.push(`<${name}>`);
        }
        for (const { name: attribute, value } of element.attributes) {
            if (attribute.startsWith('on') || ['src', 'srcset', 'style', 'formaction', 'xlink:href'].includes(attribute)) {
                found.push(`<${name} ${attribute}>`);
            }
            if (attribute === 'href' && !value.startsWith('#')) {
                const { protocol, host } = new URL(value, document.baseURI);
                const relative = protocol === location.protocol && host === location.host;
                if (!relative && !['http:', 'https:', 'mailto:'].includes(protocol)) found.push(`<a href="${value}">`);
            }
        }
    }
    return [...new Set(found)];
}

/**
 * Puts a mark that nobody sees at the beginning and at the end of everything that a page break must not cut, so that the
 * printed page can be asked where each lies. Gives how many there are of each kind.
 */
export function markedForPaper() {
    const kinds = {
        row: 'tbody tr',
        point: '.signs > li:not(.item), ol.first > li',
        drawing: 'svg[role=img]',
        // A heading and the first line of what it stands over.
        heading: 'h2, h3',
    };
    const counts = {};
    /** Puts a mark into an element, before or after what is in it; into a drawing as a text of its own. */
    const put = (element, text, atEnd) => {
        if (element.localName === 'svg') {
            const [, , width, height] = element.getAttribute('viewBox').split(' ');
            const mark = document.createElementNS('http://www.w3.org/2000/svg', 'text');
            mark.textContent = text;
            mark.setAttribute('x', width / 2);
            mark.setAttribute('y', atEnd ? height - 2 : 2);
            mark.style.fontSize = '1px';
            element.append(mark);
            return;
        }
        const mark = document.createElement('span');
        mark.textContent = text;
        mark.style.cssText = 'font: 1px monospace; white-space: nowrap;';
        element[atEnd ? 'append' : 'prepend'](mark);
    };
    const firstLine = (element) => element.querySelector('tbody td, tbody th, li, dd, p') ?? element;
    for (const [kind, selector] of Object.entries(kinds)) {
        const all = [...document.querySelectorAll(selector)];
        counts[kind] = all.length;
        all.forEach((element, nth) => {
            const [begin, end] = [`{${kind}${nth}<`, `>${kind}${nth}}`];
            if (kind === 'heading') {
                put(element, begin, false);
                put(firstLine(element.nextElementSibling ?? element), end, false);
            } else if (kind === 'row') {
                put(element.firstElementChild, begin, false);
                put(element.lastElementChild, end, true);
            } else {
                put(element, begin, false);
                put(element, end, true);
            }
        });
    }
    return counts;
}

/** The text of everything that holds text, to be found again on paper. */
export function blocks() {
    const all = [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, th, td')];
    const own = all.filter((element) => !element.closest('nav, .skip, .unseen') && !element.querySelector('li, dd, td, p'));
    return own.filter((element) => element.getClientRects().length > 0).map((element) => element.innerText);
}
