// The only script. Everything works without it; it saves keystrokes and shows at once what a click would.
"use strict";

const isTyping = (target) => target instanceof Element && target.closest("input, select, textarea, [contenteditable]");

// “/” goes to the search box; ↓ and ↑ go through what was found, from the box and back to it.
const box = () => document.querySelector("#ask, #q, input[type=search]");

const step = (from, by) => {
    const links = [...document.querySelectorAll("main a.go")];
    const at = links.indexOf(from);
    if (from !== box() && at < 0) return false;
    const next = at + by;
    if (next >= links.length) return false;
    (next < 0 ? box() : links[next]).focus();
    return true;
};

document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !isTyping(event.target) && box()) {
        event.preventDefault();
        box().focus();
        box().select();
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && step(event.target, by)) event.preventDefault();
    if (event.key === "Escape") hideTip();
});

// One bubble for hints, in place of the browser's own, which come late and never to those who use keys.
const tip = document.createElement("div");
tip.className = "tip";
tip.setAttribute("aria-hidden", "true");
tip.hidden = true;
document.body.append(tip);

// Where the words stand that the bubble belongs to, asked again when the page moves beneath it.
let whereabouts = null;

const hideTip = () => { tip.hidden = true; whereabouts = null; };

const placeTip = () => {
    const box = whereabouts();
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(innerWidth - width - 8, Math.max(8, box.left + box.width / 2 - width / 2));
    const above = box.top - height - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : box.bottom + 8}px`;
};

const showTip = (text, box) => {
    whereabouts = box;
    tip.textContent = text;
    tip.hidden = false;
    placeTip();
};

// The bubble goes along, for a page also scrolls to what was reached by key; it stays behind only with what left the window.
const followTip = () => {
    if (!whereabouts) return;
    const { top, bottom } = whereabouts();
    if (bottom < 0 || top > innerHeight) hideTip(); else placeTip();
};

for (const moved of ["scroll", "resize"]) addEventListener(moved, followTip, { passive: true });

// Words that were coded: pointing at them, or reaching them by key, lights up their coding beside the text.
const lighten = (link, isOn) => {
    const coding = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    coding?.classList.toggle("lit", isOn);
};

for (const mark of document.querySelectorAll("mark[title]")) {
    mark.dataset.tip = mark.title;
    mark.removeAttribute("title");
    const target = mark.closest("a.coded") ?? mark;
    const on = () => { showTip(mark.dataset.tip, () => mark.getBoundingClientRect()); if (target !== mark) lighten(target, true); };
    const off = () => { hideTip(); if (target !== mark) lighten(target, false); };
    target.addEventListener("pointerenter", on);
    target.addEventListener("pointerleave", off);
    target.addEventListener("focus", on);
    target.addEventListener("blur", off);
}

for (const coding of document.querySelectorAll(".reading .codings li, .article-head .codings li")) {
    const marks = () => document.querySelectorAll(`a.coded[href="#${CSS.escape(coding.id)}"] mark`);
    const light = (isOn) => { for (const mark of marks()) mark.classList.toggle("lit", isOn); };
    coding.addEventListener("pointerenter", () => light(true));
    coding.addEventListener("pointerleave", () => light(false));
}

// The chart: a bubble for each month, and a stretch of months chosen by dragging.
for (const chart of document.querySelectorAll("svg.series.wide")) {
    const months = [...chart.querySelectorAll(".month-link")];
    for (const link of chart.querySelectorAll("a")) {
        const text = link.getAttribute("aria-label");
        for (const title of link.querySelectorAll("title")) title.remove();
        const box = () => {
            const { left, top, width, bottom } = link.getBoundingClientRect();
            return { left, top: Math.max(top, 12), width, bottom };
        };
        const place = () => showTip(text, box);
        link.addEventListener("pointerenter", place);
        link.addEventListener("pointerleave", hideTip);
        link.addEventListener("focus", place);
        link.addEventListener("blur", hideTip);
        link.addEventListener("dragstart", (event) => event.preventDefault());
    }
    const at = (event) => months.findIndex((link) => {
        const { left, right } = link.getBoundingClientRect();
        return event.clientX >= left && event.clientX < right;
    });
    let from = -1;
    const paint = (first, last) => months.forEach((link, index) => {
        link.firstElementChild.classList.toggle("brushed", first >= 0 && index >= Math.min(first, last) && index <= Math.max(first, last));
    });
    chart.addEventListener("pointerdown", (event) => { if (event.button === 0 && event.pointerType === "mouse") from = at(event); });
    chart.addEventListener("pointermove", (event) => { if (from >= 0) paint(from, at(event)); });
    addEventListener("pointerup", (event) => {
        const to = from >= 0 ? at(event) : -1;
        const first = from;
        from = -1;
        paint(-1, -1);
        if (to < 0 || to === first) return;
        const page = new URL(location.href);
        page.searchParams.delete("month");
        page.searchParams.delete("page");
        page.searchParams.set("from", months[Math.min(first, to)].dataset.month);
        page.searchParams.set("to", months[Math.max(first, to)].dataset.month);
        page.hash = "moved";
        location.assign(page);
    });
}
