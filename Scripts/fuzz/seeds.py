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
    "version=\"2.0\"><channel><title>台</title><item><title>甲</title><link>https://www.rfi.fr/cn/a</link>"
    "<pubDate>Tue, 02 Jan 2024 23:30:00 GMT</pubDate><description><![CDATA[<p>甲。</p>]]></description></item></channel></rss>"
)
NOTEBOOK = "20231117 题 [1]_\n====\n\n第一段。\n图片来源：某社\n\n.. [1] 2023年11月17日11:10 CST 更新 Some Body\n"


def files(*patterns):
    return [open(name, "rb").read() for pattern in patterns for name in sorted(glob.glob(os.path.join(fixtures, pattern)))]


texts = {
    "post": lambda: [HTML.encode()] + [open(name, "rb").read() for name in posts],
    "page": lambda: [PAGE.encode()],
    "feed": lambda: [RSS.encode()],
    "json": lambda: ['title":"甲","text":"一。\\n二。","date":"2024-01-03"}\n{"title":"乙","content_html":"<p>三。"}'.encode()],
    "notebook": lambda: [NOTEBOOK.encode()],
    "plain": lambda: [WORDS.encode(), b"a\r\nb\n"],
    "warc": lambda: [text[10:] for text in files("*.warc")],
    "archive": lambda: files("*.zip", "*.tar", "*.gz", "*.zst"),
    "charset": lambda: [("<p>" + WORDS).encode(name) for name in ("gb18030", "utf-16", "utf-16-be", "utf-8")]
    + ["<meta charset=big5><p>外長們在會議上談了貿易的事情，這是今年的第一次。".encode("big5hkscs")],
}[reader]()
for number, text in enumerate(texts + files("broken/*")):
    with open(os.path.join(folder, f"seed-{number}"), "wb") as file:
        file.write(text[:20000])
