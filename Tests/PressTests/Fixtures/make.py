"""Makes the binary fixtures: python3 make.py (needs the zstd and brotli commands). Their texts are written for the tests."""
import gzip, io, subprocess, tarfile, zipfile, zlib

POST = "<!--1625014800000-->\n[{0}](https://www.rfi.fr/cn/20210630-{1})\n------\n<p>{0}的正文。</p>\n"
POSTS = [("a/甲.md", POST.format("甲", "a")), ("b.md", POST.format("乙", "b"))]


def tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, text in members:
            data = text.encode() if isinstance(text, str) else text
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members:
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def gz(data):
    return gzip.compress(data, mtime=0)


def zst(data):
    return subprocess.run(["zstd", "-19", "-c"], input=data, capture_output=True, check=True).stdout


def br(data):
    return subprocess.run(["brotli", "-c"], input=data, capture_output=True, check=True).stdout


def bare(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def record(kind, url, block, length=None, version="1.0"):
    head = f"WARC/{version}\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
    if url:
        head += f"WARC-Target-URI: {url}\r\n"
    head += f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def http(body, headers="", status="200 OK"):
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=gb2312\r\n{headers}\r\n".encode() + body


def page(title):
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{title}的正文写了会谈的经过，两位外长谈了三个小时。</p></article></body></html>".encode("gb18030")


def chunked(body):
    half = len(body) // 2
    return b"".join(b"%x;note=1\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:])) + b"0\r\n\r\n"


SITE = "https://www.zaobao.com/story20240101-"
RECORDS = [
    record("warcinfo", None, b"software: by hand\r\n"),
    record("request", SITE + "1", b"GET / HTTP/1.1\r\n\r\n"),
    record("response", SITE + "1", http(page("一"))),
    record("response", SITE + "2", http(chunked(page("二")), "Transfer-Encoding: chunked\r\n"), version="1.1"),
    record("response", SITE + "3", http(gz(page("三")), "Content-Encoding: gzip\r\n")),
    record("response", SITE + "4", http(zlib.compress(page("四")), "Content-Encoding: deflate\r\n")),
    record("response", SITE + "5", http(chunked(gz(page("五"))), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
    record("response", SITE + "6", http(br(page("六")), "Content-Encoding: br\r\n")),
    record("response", SITE + "9", http(bare(page("九")), "Content-Encoding: deflate\r\n")),
    record("response", SITE + "10", http(page("十"), "Content-Encoding: br\r\n")),
    record("response", SITE + "11", http(zst(page("十一")), "Content-Encoding: zstd\r\n")),
    record("response", SITE + "12", http(b"\x1f\x9d\x90" + page("十二"), "Content-Encoding: compress\r\n")),
    record("response", SITE + "7", http(page("七"), status="404 Not Found")),
    record("response", SITE + "8.jpg", b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff"),
]

FILES = {
    "posts.zip": zipped(POSTS),
    "posts.tar": tar(POSTS),
    "posts.tar.gz": gz(tar(POSTS)),
    "posts.tar.zst": zst(tar(POSTS)),
    "post.gz": gz(POSTS[0][1].encode()),
    "nested.zip": zipped([("inner.tar.gz", gz(tar(POSTS)))]),
    "deep.zip": zipped([("1.zip", zipped([("2.zip", zipped([("3.zip", zipped(POSTS))]))]))]),
    "cut.tar.gz": gz(tar(POSTS + [("c.md", bytes(range(256)) * 4)]))[:-150],
    "outside.zip": zipped([("../../甲.md", POSTS[0][1]), ("/b.md", POSTS[1][1]), ("c.md", POST.format("丙", "c"))]),
    "bomb.zst": zst(b"a" * (300 << 20)),
    "bomb.gz": gz(b"a" * (100 << 20)),
    "bomb.zip": zipped([("a.md", "a" * (100 << 20)), ("b.md", POSTS[1][1])]),
    "pages.warc": b"".join(RECORDS),
    "pages.warc.gz": b"".join(gz(r) for r in RECORDS),
    "cut.warc.gz": b"".join(gz(r) for r in RECORDS[2:4]) + gz(RECORDS[4])[:-60],
    "lies.warc": RECORDS[2]
    + record("response", SITE + "2", http(page("二")), length=10)
    + record("response", SITE + "3", http(page("三")), length=99_999_999)
    + b"stray bytes\r\n"
    + RECORDS[4].replace(b"story20240101-3", b"story20240101-9"),
}

for name, data in FILES.items():
    with open(name, "wb") as file:
        file.write(data)
    print(name, len(data))
