#!/usr/bin/env python3
"""Writes the inputs a reader is fuzzed from: seeds.py READER FOLDER."""
import glob
import os
import sys

reader, folder = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
fixtures = os.path.join(here, "../../Tests/PressTests/Fixtures")
posts = sorted(glob.glob(os.path.join(here, "../../Examples/archive/**/*.*"), recursive=True))[:12]
WORDS = "外长们在会议上谈了贸易的事情，这是今年的第一次。他们说，两国的关系不会因为这件事而改变，大家都要为和平出力。"
PAGE = (
    "<head><meta charset=utf-8><title>题 - 早报</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"题\"}</script>"
    "</head><body><nav><a href=/>首页</a></nav><article><h1>题</h1><p>正文<b>一</b>。</p><figure><img src=a.jpg alt=外长们在码头><figcaption>图</figcaption></figure>"
    "<table><tr><td>一<td>二</table></article></body></html>"
)
HTML = "<p>正文<a href=https://a.example/>一</a>。”<br>“二</p><ul><li><a>三</a></ul><figure><img src=//a/b><figcaption>图</figcaption></figure>"
RSS = (
    "<rss version=\"2.0\"><channel><title>台</title><item><title>甲</title><link>https://www.rfi.fr/cn/a</link>"
    "<pubDate>Tue, 02 Jan 2024 23:30:00 GMT</pubDate><description><![CDATA[<p>甲。</p>]]></description></item></channel></rss>"
)
ATOM = (
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>台</title><entry><title type=\"html\">甲&amp;amp;乙</title><link rel=\"alternate\" href=\"https://a.example/1\"/>"
    "<updated>2024-01-02T23:30:00Z</updated><content type=\"html\">&lt;p&gt;甲。&lt;/p&gt;</content><source><title>丙</title></source></entry></feed>"
)
RDF = (
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
    "<channel><title>台</title></channel><item rdf:about=\"https://a.example/2\"><title>甲</title><link>https://a.example/2</link>"
    "<dc:date>2024-01-02T23:30:00+08:00</dc:date><description>甲。&lt;br&gt;乙。</description></item></rdf:RDF>"
)
RECORD = (
    'schema":"rapport/1","article":{"id":"a","path":"a.md","url":"https://a.example/1","title":"题","text":"题\\n\\n甲乙。","published":"2024-01-03T00:00:00Z",'
    '"passages":[{"kind":"title","start":0,"end":1},{"kind":"body","start":3,"end":6,"role":"lead"}],'
    '"links":[{"start":3,"end":4,"target":"https://a.example/2"}],"pictures":[{"source":"https://a.example/a.jpg","passages":[1]}],'
    '"tables":[{"rows":[{"passage":1,"cells":[[3,4]]}]}],"flags":["甲"],"certainty":"likely"}}\n'
)
FEED = 'title":"甲","url":"https://a.example/1","date_published":"2024-01-03","content_html":"<p>一。"},{"id":"2","content_text":"二\\ud83d。"}],"title":"台"}'
MARKDOWN = "\n# 题\n\n- [一](https://a.example/)\n\n> 引文\n\n![图](a.jpg)\n\n**外长**们[^1]谈了。\n\n[^1]: 2023年11月17日 某人\n"
NOTEBOOK = "20231117 题 [1]_\n====\n\n第一段。\n图片来源：某社\n\n.. [1] 2023年11月17日11:10 CST 更新 Some Body\n"


def files(*patterns):
    return [open(name, "rb").read() for pattern in patterns for name in sorted(glob.glob(os.path.join(fixtures, pattern)))]


texts = {
    "post": lambda: [HTML.encode()] + [open(name, "rb").read() for name in posts],
    "page": lambda: [PAGE.encode()],
    "feed": lambda: [RSS.encode(), ATOM.encode(), RDF.encode()],
    "json": lambda: [FEED.encode()],
    "lines": lambda: ['title":"甲","text":"一。\\n二。","date":"2024-01-03"}\n{"title":"乙","content_html":"<p>三。"}'.encode(), RECORD.encode()],
    "notebook": lambda: [NOTEBOOK.encode(), MARKDOWN.encode()],
    "plain": lambda: [WORDS.encode(), b"a\r\nb\n"],
    "warc": lambda: [text[10:] for text in files("*.warc")],
    "archive": lambda: files("*.zip", "*.tar", "*.gz", "*.zst"),
    "charset": lambda: [("<p>" + WORDS).encode(name) for name in ("gb18030", "utf-16", "utf-16-be", "utf-8")]
    + ["<meta charset=big5><p>外長們在會議上談了貿易的事情，這是今年的第一次。".encode("big5hkscs")],
}[reader]()
for number, text in enumerate(texts + files("broken/*")):
    with open(os.path.join(folder, f"seed-{number}"), "wb") as file:
        file.write(text[:20000])
