"""Drives Debian's Chromium through a site that is being served, as readers would: drive.py ADDRESS [NAME…].

Prints a line for each check, at the end again what failed and why, and leaves with the number of those that failed. Pages are found by following
links, so that any record will do that has a relation with events on several months. Nothing depends on how fast the site answers.
"""

import os
import shutil
import sys
import time
import traceback
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError, expect, sync_playwright

ADDRESS = sys.argv[1].rstrip("/")
WANTED = sys.argv[2:]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
LIMIT = 150_000
WEIGHT = """["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
    .reduce((sum, entry) => sum + entry.decodedBodySize, 0)"""
PATIENCE = 60_000
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20" fill="#7a8"/></svg>'
CHECKS = []

expect.set_options(timeout=PATIENCE)


def check(function):
    CHECKS.append(function)
    return function


class Driver:
    def __init__(self, browser):
        self.browser = browser
        self.seen = None

    @contextmanager
    def page(self, width=1440, height=900, lang="zh-CN", scheme="light", script=True, motion="reduce", others=None):
        """A page of the site; what it asks of other sites is a fault, unless a list is given to note it in: it is then answered with a picture."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, locale=lang, color_scheme=scheme, java_script_enabled=script, reduced_motion=motion)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        complaints = []
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if others is None:
            page.on("request", lambda request: complaints.append(f"asks elsewhere: {request.url}") if not request.url.startswith(ADDRESS) else None)
        else:
            def answer(route):
                others.append(route.request.url)
                route.fulfill(content_type="image/svg+xml", body=PICTURE)
            page.route(lambda url: not url.startswith(ADDRESS), answer)
        try:
            yield page
            # A page that is not there is a 404 of its own; the browser notes it as an error.
            complaints = [text for text in complaints if "404" not in text]
            assert not complaints, complaints
        finally:
            context.close()

    def pages(self):
        """One address of every kind of page."""
        if self.seen is None:
            with self.page() as page:
                page.goto(ADDRESS + "/relations")
                relation = page.locator("tbody th a").first.get_attribute("href")
                page.goto(ADDRESS + relation)
                event = page.locator("#timeline a.go").first.get_attribute("href")
                party = page.locator("h1 a").first.get_attribute("href")
                day = page.locator(".timeline .when a").first.get_attribute("href")
                page.goto(ADDRESS + event)
                article = page.locator(".evidence a[href^='/articles/']").first.get_attribute("href")
                page.goto(ADDRESS + "/people")
                person = page.locator(".bars a").first.get_attribute("href")
                page.goto(ADDRESS + "/outlets")
                outlet = page.locator(".bars a").first.get_attribute("href")
                self.seen = {
                    "home": "/", "relations": "/relations", "relation": relation, "month": relation + "?" + self.month(page, relation),
                    "event": event, "article": article, "party": party, "person": person, "outlet": outlet, "day": day,
                    "parties": "/parties", "people": "/people", "outlets": "/outlets", "search": "/search", "found": "/search?q=会谈",
                    "nothing": "/search?q=zzzz", "explain": "/explain",
                    "explained": "/explain?text=美国国务卿布林肯周日在北京会见中国外长秦刚。“我们需要对话，”布林肯说。&published=2023-06-19",
                    "about": "/about", "missing": "/nowhere",
                }
        return self.seen

    @staticmethod
    def month(page, relation):
        page.goto(ADDRESS + relation)
        return page.locator(".chart table a").first.evaluate("link => new URL(link.href).search.slice(1)")


@check
def evidence_in_three_clicks(driver):
    with driver.page() as page:
        page.goto(ADDRESS)
        page.locator("table.matrix td a, #relations ~ .scroll tbody th a").first.click()
        page.locator("#timeline a.go").first.click()
        page.locator(".evidence a[href^='/articles/']").first.click()
        expect(page.locator("a.coded mark").first).to_be_visible()


@check
def search_in_the_other_script(driver):
    with driver.page() as page:
        found = []
        for words in ("会谈", "會談"):
            page.goto(ADDRESS + "/search")
            page.locator("#ask").fill(words)
            page.locator("#ask").press("Enter")
            page.wait_for_url("**/search?q=*")
            found.append(page.locator("#articles a.go").evaluate_all("links => links.map(link => link.href)"))
        assert found[0] and found[0] == found[1], found


@check
def facets_narrow_and_widen(driver):
    with driver.page() as page:
        page.goto(ADDRESS + "/search?q=美国")
        # The value that the fewest events have, so that fewer are left.
        counts = page.locator(".facets li .number").all_inner_texts()
        rarest = min(range(len(counts)), key=lambda index: int(counts[index].replace(",", "")))
        page.locator(".facets li a").nth(rarest).click()
        expect(page.locator(".facets a[aria-current]")).to_have_count(1)
        expect(page.locator("#events .heading-row p")).to_contain_text(counts[rarest])
        page.locator(".facets a[aria-current]").click()
        expect(page.locator(".facets a[aria-current]")).to_have_count(0)


@check
def scale_switch(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["relation"])
        names = page.locator(".choices > *").count()
        assert names >= 2, names
        before = page.locator("svg.series.wide > title").inner_html()
        page.locator(".choices a").first.click()
        page.wait_for_url("**scale=*")
        assert page.locator("svg.series.wide > title").inner_html() != before


@check
def filters(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["relation"])
        kind = page.locator("#timeline .tag.cooperation, #timeline .tag.conflict").first.inner_text()
        page.locator("select[name=type]").select_option(label=kind)
        page.locator(".filters button").click()
        page.wait_for_url("**type=*")
        tags = set(page.locator("#timeline .timeline .what > .tag:first-child").all_inner_texts())
        assert tags == {kind}, tags
        page.locator("#timeline .filters a").click()
        expect(page.locator("select[name=type]")).to_have_value("")


@check
def months_by_click_and_by_drag(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["relation"])
        months = page.locator("svg.series.wide .month-link")
        assert months.count() > 1
        months.first.hover()
        expect(page.locator(".tip")).to_be_visible()
        months.last.click()
        page.wait_for_url("**month=*")
        expect(page.locator("#moved .movers li, #moved .empty").first).to_be_visible()
        page.goto(ADDRESS + driver.pages()["relation"])
        first, last = months.first.bounding_box(), months.last.bounding_box()
        page.mouse.move(first["x"] + first["width"] / 2, first["y"] + 60)
        page.mouse.down()
        page.mouse.move(last["x"] + last["width"] / 2, last["y"] + 60, steps=6)
        page.mouse.up()
        page.wait_for_url("**from=*to=*")
        expect(page.locator("svg.series.wide .chosen").first).to_be_attached()


@check
def article_marks(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["article"])
        mark = page.locator(".reading a.coded").first
        mark.hover()
        expect(page.locator(".tip")).to_be_visible()
        expect(page.locator(".codings li.lit")).to_have_count(1)
        page.mouse.move(2, 2)
        expect(page.locator(".tip")).to_be_hidden()
        mark.focus()
        expect(page.locator(".codings li.lit")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(page.locator(".codings li:target")).to_have_count(1)


@check
def pictures_where_asked(driver):
    """An article's pictures come from its own hosts, after a click, without scripts, and have names and captions; before it nothing is asked of anybody."""
    asked = []
    with driver.page(script=False, others=asked) as page:
        found = page.request.get(ADDRESS + "/api/v1/articles?limit=60").json()["data"]["items"]
        for article in found:
            page.goto(f"{ADDRESS}/articles/{article['id']}")
            link = page.locator(".article-head a[href*='pictures=1']")
            if link.count():
                break
        else:
            print("     pictures are left out: none of the latest 60 articles has any", flush=True)
            return
        assert not asked and page.locator("img").count() == 0, asked
        link.click()
        pictures = page.locator(".reading img")
        expect(pictures.first).to_be_visible()
        pictures.first.scroll_into_view_if_needed()
        assert all(pictures.evaluate_all("images => images.map(image => image.alt)")), "a picture has no name"
        hosts = set(pictures.evaluate_all("images => images.map(image => new URL(image.src).origin)"))
        assert asked and {"/".join(url.split("/")[:3]) for url in asked} <= hosts, (asked, hosts)
        page.locator(".article-head a", has_text="图片").click()
        assert page.locator("img").count() == 0


@check
def the_other_script(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["article"])
        own = page.locator("h1").get_attribute("lang")
        marks = page.locator(".reading mark").count()
        page.locator(".article-head .choices a").click()
        page.wait_for_url("**script=*")
        assert page.locator("h1").get_attribute("lang") != own
        assert page.locator(".reading mark").count() == marks
        expect(page.get_by_text("OpenCC")).to_be_visible()


@check
def language_switch(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["relation"])
        assert page.locator("html").get_attribute("lang") == "zh-Hans"
        page.locator("a.language").click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.goto(ADDRESS)
        expect(page.locator("html")).to_have_attribute("lang", "en")


@check
def dark_mode(driver):
    light, dark = [], []
    for scheme, shades in (("light", light), ("dark", dark)):
        with driver.page(scheme=scheme) as page:
            page.goto(ADDRESS)
            shades.append(page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)"))
    assert sum(light[0]) > 600 and sum(dark[0]) < 150, (light, dark)


@check
def without_scripts(driver):
    with driver.page(script=False) as page:
        for name, path in driver.pages().items():
            page.goto(ADDRESS + path)
            assert len(page.locator("main").inner_text()) > 10, name
        page.goto(ADDRESS + driver.pages()["relation"])
        page.locator("input[name=official]").check()
        page.locator(".filters button").click()
        page.wait_for_url("**official=1*")
        page.locator(".chart details summary").click()
        page.locator(".chart table a").first.click()
        page.wait_for_url("**month=*")
        assert page.locator("#moved h2").count() == 1


@check
def keyboard_alone(driver):
    with driver.page() as page:
        page.goto(ADDRESS)
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
        page.keyboard.press("/")
        expect(page.locator("#ask")).to_be_focused()
        page.keyboard.type("会谈")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        page.keyboard.press("/")
        expect(page.locator("#ask")).to_be_focused()
        results = page.locator("main a.go")
        page.keyboard.press("ArrowDown")
        expect(results.nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(results.nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(results.nth(0)).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/search" not in url)


@check
def nothing_serious_by_axe(driver):
    axe = Axe()
    faults = []
    for width, lang, scheme in ((1440, "zh-CN", "light"), (390, "en-GB", "dark"), (390, "zh-CN", "light"), (1440, "en-GB", "dark")):
        with driver.page(width=width, lang=lang, scheme=scheme) as page:
            for name, path in driver.pages().items():
                page.goto(ADDRESS + path)
                for fault in axe.run(page, options=RULES).response["violations"]:
                    where = [node["html"][:160] for node in fault["nodes"][:2]]
                    faults.append(f"{name} {width} {lang} {scheme}: {fault['id']} ({fault['impact']}) {where}")
    assert not faults, "\n  ".join(["", *faults])


@check
def every_width(driver):
    wide = []
    for lang in ("zh-CN", "en-GB"):
        with driver.page(lang=lang) as page:
            for width in (360, 390, 768, 1024, 1440, 2560):
                page.set_viewport_size({"width": width, "height": 900})
                for name, path in driver.pages().items():
                    page.goto(ADDRESS + path)
                    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    if over > 0:
                        wide.append(f"{name} {lang} at {width}: {over} px too wide")
    assert not wide, wide


@check
def the_language_of_every_run(driver):
    """Chinese words on an English page, and the other way round, say so: fonts, line breaks and voices depend on it."""
    runs = """() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const wrong = [];
        while (walker.nextNode()) {
            const text = walker.currentNode.nodeValue;
            const lang = walker.currentNode.parentElement.closest("[lang]").lang;
            if (/\\p{Script=Han}/u.test(text) && !lang.startsWith("zh")) wrong.push(text.trim());
        }
        return wrong;
    }"""
    faults = []
    with driver.page(lang="en-GB") as page:
        for name, path in driver.pages().items():
            page.goto(ADDRESS + path)
            faults += [f"{name}: {text}" for text in page.evaluate(runs)]
    assert not faults, faults[:20]


@check
def light_and_still(driver):
    """Pages weigh little, and nothing moves while they are read."""
    watch = """
        window.shift = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
            .observe({ type: "layout-shift", buffered: true });
    """
    faults = []
    for width in (390, 1440):
        for name, path in driver.pages().items():
            with driver.page(width=width) as page:
                page.add_init_script(watch)
                page.goto(ADDRESS + path, wait_until="load")
                page.wait_for_timeout(50)
                size = page.evaluate(WEIGHT)
                if size > LIMIT:
                    faults.append(f"{name}: {size} bytes")
                if (shift := page.evaluate("window.shift")) > 0.05:
                    faults.append(f"{name} at {width}: layout shift {shift}")
    assert not faults, faults


@check
def printed(driver):
    with driver.page() as page:
        page.goto(ADDRESS + driver.pages()["relation"])
        page.emulate_media(media="print")
        for part in (".head nav", ".filters", ".foot"):
            expect(page.locator(part).first).to_be_hidden()
        expect(page.locator("svg.series.wide")).to_be_visible()
        assert page.pdf(format="A4").startswith(b"%PDF")


@check
def review(driver):
    """Accept, change, reject and take back, each seen afterwards where readers see it."""
    token = os.environ.get("RAPPORT_REVIEW_TOKEN")
    if not token:
        print("     review is left out: RAPPORT_REVIEW_TOKEN is not set", flush=True)
        return
    with driver.page() as page:
        event = driver.pages()["event"]
        page.goto(ADDRESS + event)
        page.locator("a[href^='/review/events/']").click()
        page.locator("input[name=name]").fill("王审")
        page.locator("input[name=token]").fill(token)
        page.locator("main form button").click()
        expect(page.locator("main a[href^='/review/events/']").first).to_be_visible()

        def rule(address, decision, why):
            page.goto(ADDRESS + "/review" + address)
            desk = page.locator("main section").first
            if decision == "change":
                desk.locator("details summary").click()
                kind = desk.locator("select[name=type]")
                kind.select_option("MOBILIZE" if kind.input_value() != "MOBILIZE" else "PROTEST")
            part = desk.locator("form").nth(1 if decision == "change" else 0)
            part.locator("input[name=why]").fill(why)
            part.locator(f"button[value={decision}]").click()
            page.wait_for_url("**saved=1*")
            expect(page.get_by_role("status")).to_be_visible()
            return page.url.removeprefix(ADDRESS).removeprefix("/review").split("?")[0]

        assert rule(event, "accept", "原文如此") == event
        page.goto(ADDRESS + event)
        expect(page.locator(".history")).to_contain_text("王审")
        expect(page.locator(".history")).to_contain_text("原文如此")
        changed = rule(event, "change", "应作动员")
        assert changed.startswith("/events/"), changed
        page.goto(ADDRESS + changed)
        expect(page.locator(".history")).to_contain_text("应作动员")
        expect(page.locator(".history del").first).to_be_visible()
        article = page.locator(".evidence a[href^='/articles/']").first.get_attribute("href")
        rule(changed, "reject", "是评论")
        page.goto(ADDRESS + article)
        expect(page.locator(".corrections")).to_contain_text("是评论")
        page.goto(ADDRESS + "/review")
        page.locator(".take-back button").first.click()
        expect(page.get_by_role("status")).to_be_visible()
        page.goto(ADDRESS + changed)
        expect(page.locator(".history")).to_contain_text("应作动员")
        page.goto(ADDRESS + "/review")
        page.locator("form[action='/review/end'] button").click()
        page.goto(ADDRESS + "/review")
        expect(page.locator("input[name=token]")).to_be_visible()


def reason(error):
    """What was expected and what was there, in a few lines: the browser's library adds the whole page."""
    return str(error).split("Aria snapshot:")[0].strip()[:2000]


def main():
    failed = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"])
        driver = Driver(browser)
        for function in CHECKS:
            if WANTED and function.__name__ not in WANTED:
                continue
            began = time.monotonic()
            try:
                try:
                    function(driver)
                except TimeoutError:
                    # A machine that runs other tests beside may be that slow once.
                    function(driver)
                print(f"ok   {function.__name__} ({time.monotonic() - began:.0f} s)", flush=True)
            except Exception as error:
                where = traceback.extract_tb(error.__traceback__)
                line = next((frame.lineno for frame in reversed(where) if frame.filename == __file__), 0)
                failed.append(f"FAIL {function.__name__}, line {line}: {reason(error)}")
                print(f"FAIL {function.__name__}, told below", flush=True)
        browser.close()
    for text in failed:
        print(f"\n{text}")
    print(f"\n{len(failed)} checks failed" if failed else "\nevery check holds", flush=True)
    return len(failed)


if __name__ == "__main__":
    sys.exit(main())
