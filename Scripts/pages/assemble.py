"""Sets the gold's articles into the page designs of this folder.

A design is a page of HTML. Its first comment says how an article is set into it, `key: value` a line:
  charset     the page's encoding (utf-8 unless given); `declared` what the page claims where that is wrong
  p, h, c     a paragraph, a heading, a captioned picture around «text»
  after N     what stands behind the Nth paragraph; `middle` behind the middle one
  traditional only articles in traditional characters (a page in Big5 can show no others)
In the page «article» is the article; «title», «day», «time», «link», «byline», «lead» are the article's own; «headline», «teaser», «name», «comment»,
«number», «filler N» (N bytes of script) are another one each time; «8×»…«/» repeats what is between; «json:title» is quoted for JSON.
"""
import glob, html, json, os, random, re, unicodedata
from html.parser import HTMLParser

HERE = os.path.dirname(os.path.abspath(__file__))
UNDRAWN = set("head script style template iframe video audio object canvas noembed noframes title desc rp".split())
BLOCKS = set(
    "html body address article blockquote center dd details div dl dt fieldset figure header hgroup hr main ol p pre section summary table tbody "
    "thead tfoot tr ul h1 h2 h3 h4 h5 h6 figcaption caption li nav footer aside button form br noscript svg textarea select option td th".split())
VOID = set("area base br col embed hr img input link meta param source track wbr".split())


def squeezed(text):
    """The characters that leave ink."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))


class Lines(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.skipping = [""], []

    def close_line(self):
        if self.lines[-1].strip():
            self.lines.append("")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        hidden = "hidden" in given or "display:none" in (given.get("style") or "").lower().replace(" ", "")
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.append(tag)
        elif tag in UNDRAWN or hidden and tag not in VOID:
            self.skipping.append(tag)
        if tag in BLOCKS:
            self.close_line()

    def handle_startendtag(self, tag, attributes):
        if tag in BLOCKS:
            self.close_line()

    def handle_endtag(self, tag):
        if self.skipping and tag == self.skipping[-1]:
            self.skipping.pop()
        if tag in BLOCKS:
            self.close_line()

    def handle_data(self, data):
        if not self.skipping:
            self.lines[-1] += data


def post(path):
    """A post's title, link and lines of visible text."""
    with open(path, encoding="utf8") as file:
        source = file.read()
    found = re.search(r"\[(.*)\]\((https?://\S+)\)\s*\n-{3,}\n", source)
    if not found:
        return None
    parser = Lines()
    parser.feed(source[found.end():])
    parser.close()
    return found[1], found[2], [line for line in parser.lines if squeezed(line)]


def identifier(text):
    """FNV-1a, as Press makes it."""
    value = 0xcbf29ce484222325
    for byte in text.encode():
        value = ((value ^ byte) * 0x100000001b3) % (1 << 64)
    return f"{value:016x}"


def pieces(lines, runs):
    """The lines cut where the reader's judgement changes: (kind, text)."""
    kinds = [(run[0], int(run[1:])) for run in runs.split()]
    result = []
    for line in lines:
        rest = line.strip()
        while squeezed(rest) and kinds:
            kind, left = kinds[0]
            end = count = 0
            while end < len(rest) and count < left:
                count += len(squeezed(rest[end]))
                end += 1
            result.append((kind, re.sub(r"\s+", " ", rest[:end]).strip(" 　")))
            rest = rest[end:]
            kinds[0] = (kind, left - count)
            if kinds[0][1] == 0:
                kinds.pop(0)
    return result


def gold(corpus):
    """Every article of the gold: its title, link, day and pieces."""
    with open(os.path.join(HERE, "../../Tests/PressTests/Gold/gold.txt"), encoding="utf8") as file:
        rows = [[cell.strip() for cell in line.split("|")] for line in file if re.match(r"\d{4}-", line)]
    articles = []
    for day, name, outlet, _, _, runs, *_ in rows:
        for path in sorted(glob.glob(os.path.join(corpus, "archived", day, "*"))):
            found = post(path)
            if found and identifier(found[1]) == name:
                title = re.sub(r"^\[\w+\] ?", "", html.unescape(found[0])).split(" – ")[0].strip()
                articles.append({"id": name, "title": title, "day": day, "outlet": outlet, "pieces": pieces(found[2], runs)})
                break
    return articles


def strangers(corpus, used):
    """Titles and first sentences of other articles, for related lists."""
    paths = sorted(glob.glob(os.path.join(corpus, "archived", "2020-1*", "*")))
    random.Random(5).shuffle(paths)
    found = []
    for path in paths[:600]:
        other = post(path)
        if not other or identifier(other[1]) in used:
            continue
        prose = [line.strip(" 　\n") for line in other[2] if "。" in line and 40 < len(line.strip()) < 160]
        if prose:
            found.append((html.unescape(other[0]).split(" – ")[0], prose[0].replace("\n", "")))
    return found


def read_design(path):
    with open(path, encoding="utf8") as file:
        source = file.read()
    head, page = re.match(r"<!--\n(.*?)\n-->\n(.*)", source, re.S).groups()
    settings = dict(line.split(": ", 1) for line in head.split("\n") if ": " in line)
    return settings, page


def words(name):
    with open(os.path.join(HERE, name), encoding="utf8") as file:
        return [line.strip() for line in file if line.strip()]


class Filler:
    """Hands out the words of a page that are not its article, another one each time."""
    def __init__(self, seed, others):
        self.random = random.Random(seed)
        self.others, self.comments, self.names = others, words("comments.txt"), words("names.txt")

    def get(self, slot):
        pick = self.random.choice
        if slot == "headline":
            return html.escape(pick(self.others)[0])
        if slot == "teaser":
            return html.escape(pick(self.others)[1])
        if slot == "name":
            return pick(self.names)
        if slot == "comment":
            return "".join(self.random.sample(self.comments, self.random.randint(1, 4)))
        if slot == "number":
            return str(self.random.randint(2, 98765))
        if slot.startswith("filler "):
            return "".join(f'w["{self.random.getrandbits(40):x}"]={self.random.getrandbits(48)};' for _ in range(int(slot[7:]) // 34))
        raise SystemExit(f"a design asks for «{slot}», which is not known")


def setting(article, settings):
    """The article as the design sets it."""
    result, paragraphs = [], 0
    total = sum(1 for kind, _ in article["pieces"] if kind == "b")
    for kind, text in article["pieces"]:
        form = {"b": "p", "h": "h", "c": "c"}.get(kind)
        if form is None or form not in settings:
            continue
        result.append(settings[form].replace("«text»", html.escape(text, quote=False)))
        if kind == "b":
            paragraphs += 1
            for key in (f"after {paragraphs}", "middle" if paragraphs == (total + 1) // 2 else ""):
                if key in settings:
                    result.append(settings[key])
    return "\n".join(result)


def fill(article, settings, page, filler):
    prose = [text for kind, text in article["pieces"] if kind == "b"]
    own = {
        "title": html.escape(article["title"]), "day": article["day"], "time": f"{article['day']} {filler.random.randint(6, 22):02}:{filler.random.randint(10, 59)}",
        "link": f"https://news.example.cn/{article['day'].replace('-', '')}/{article['id']}.html", "byline": filler.get("name"),
        "lead": html.escape(prose[0][:70]) if prose else "", "json:title": json.dumps(article["title"], ensure_ascii=False),
        "json:body": json.dumps("\n".join(prose), ensure_ascii=False).replace("</", "<\\/"),
        "json:start": json.dumps("".join(prose)[:90] + "…", ensure_ascii=False), "article": setting(article, settings),
    }
    while "«" in page:
        before = page
        page = re.sub(r"«(\d+)×»((?:(?!«\d+×»).)*?)«/»", lambda m: m[2] * int(m[1]), page, flags=re.S)
        page = re.sub(r"«(article|title|day|time|link|byline|lead|json:\w+)»", lambda m: own[m[1]], page)
        if page == before:
            page = re.sub(r"«([a-z]+(?: \d+)?)»", lambda m: filler.get(m[1]), page)
            break
    return page


def pages(corpus, folder, designs=None, most=0):
    """Writes every article in every design under the folder; gives for each page its lines of body and headings, those that
    count for nobody, and its charset."""
    articles = [article for article in gold(corpus) if sum(len(text) for kind, text in article["pieces"] if kind == "b") >= 120]
    others = strangers(corpus, {article["id"] for article in articles})
    result = {}
    for path in sorted(glob.glob(os.path.join(HERE, "*.html"))):
        design = os.path.basename(path)[:-5]
        if designs and design not in designs:
            continue
        settings, page = read_design(path)
        os.makedirs(os.path.join(folder, design), exist_ok=True)
        chosen = [a for a in articles if "traditional" not in settings or a["outlet"] in ("中央社", "中央广播电台")]
        for article in chosen[:most or None]:
            name = f"{design}/{article['id']}.html"
            text = fill(article, settings, page, Filler(design + article["id"], others))
            with open(os.path.join(folder, name), "wb") as file:
                file.write(text.encode(settings.get("charset", "utf-8"), "xmlcharrefreplace"))
            result[name] = (
                [text for kind, text in article["pieces"] if kind in "bh" and (kind != "h" or "h" in settings)],
                [article["title"]] + [text for kind, text in article["pieces"] if kind not in "bh"],
                settings.get("charset", "utf-8"))
    return result
