"""Measures what Scripts/load says, and prints a line for each kind of page."""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from urllib.parse import quote

ADDRESS, SERVER, SECONDS, CLIENTS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
TICKS = os.sysconf("SC_CLK_TCK")
LUA = """
local paths = {%s}
local index = 0
init = function(args) math.randomseed(os.time() + (tonumber(tostring({}):match("0x(%%x+)")) or 1) %% 100000) end
request = function() index = index + 1; return wrk.format("GET", paths[math.random(#paths)]) end
"""


def get(path):
    with urllib.request.urlopen(ADDRESS + path) as answer:
        return answer.read()


def items(path):
    return json.loads(get(path))["data"]["items"]


def kinds():
    relations = [relation["id"] for relation in items("/api/v1/relations?limit=100")]
    events = [event["id"] for event in items("/api/v1/events?limit=300&to=2023-01-01")]
    articles = [article["id"] for article in items("/api/v1/articles?limit=300&to=2023-01-01")]
    people = [f"/people/{quote(person['code'] or '-')}/{quote(person['name'])}" for person in items("/api/v1/people?limit=50")]
    words = ["北约", "中美", "会谈", "制裁 俄罗斯", "台湾", "貿易", "欧盟", "南海"]
    kinds = {
        "home": ["/"],
        "relations": ["/relations"],
        "relation": [f"/relations/{pair}" for pair in relations],
        "event": [f"/events/{id}" for id in events],
        "article": [f"/articles/{id}" for id in articles],
        "person": people,
        "party": [f"/parties/{code}" for code in ("CHN", "USA", "RUS", "JPN", "GBR", "DEU", "FRA", "IND")],
        "outlet": [f"/outlets/{quote(outlet['name'])}" for outlet in items("/api/v1/outlets?limit=10")],
        "search": [f"/search?q={quote(word)}" for word in words],
        "about": ["/about"],
        "api events": [f"/api/v1/events?pair={pair}&limit=50" for pair in relations],
        "feed": [f"/feeds/relations/{pair}" for pair in relations],
    }
    # All of them at once, pages that nobody asked for before among them.
    more = [event["id"] for event in items("/api/v1/events?limit=200&from=2021-02-01&to=2021-03-01")]
    kinds["mixed"] = [path for paths in kinds.values() for path in paths] + [f"/events/{id}" for id in more]
    return kinds


def work():
    fields = open(f"/proc/{SERVER}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def made():
    """How many pages the server has made since it began."""
    return int(re.search(r'cache_requests_total\{result="miss"\} (\d+)', get("/metrics").decode())[1])


def settle():
    """Waits until the server has made the pages that it makes unasked; on a busy machine one of them takes seconds."""
    before = -1
    while made() > before:
        before = made()
        time.sleep(10)


def anew(paths):
    """Median milliseconds, milliseconds of work, and the largest answer in bytes, of pages that nobody asked for before: a question that no page
    knows tells them from those that were made already. The API refuses such questions, and keeps nothing unasked."""
    times, sizes, before = [], [], work()
    for path in paths[:40]:
        if not path.startswith(("/api/", "/feeds/")):
            path += ("&" if "?" in path else "?") + "anew=1"
        began = time.monotonic()
        sizes.append(len(get(path)))
        times.append(time.monotonic() - began)
    return 1000 * statistics.median(times), 1000 * (work() - before) / len(times), max(sizes)


def milliseconds(text):
    number, unit = re.match(r"([0-9.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def under_load(paths):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA % ",".join(f'"{path}"' for path in paths))
        script.flush()
        said = subprocess.run(
            ["wrk", "-t2", f"-c{CLIENTS}", f"-d{SECONDS}s", "--latency", "-s", script.name, ADDRESS], capture_output=True, text=True, check=True
        ).stdout
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return (
        float(re.search(r"Requests/sec:\s+([0-9.]+)", said)[1]),
        milliseconds(re.search(r"^ +50% +(\S+) *$", said, re.M)[1]),
        milliseconds(re.search(r"^ +99% +(\S+) *$", said, re.M)[1]),
        int(errors[1]) if errors else 0,
    )


settle()
print(f"{'':12}   made anew, one reader            {CLIENTS} clients, {SECONDS} s each")
print(f"{'':12} {'ms':>7} {'ms work':>8} {'largest KB':>11}   {'a second':>9} {'median ms':>10} {'99 % ms':>8} {'failed':>7}")
for kind, paths in kinds().items():
    first = anew(paths)
    rate, median, last, failed = under_load(paths)
    print(f"{kind:12} {first[0]:7.1f} {first[1]:8.1f} {first[2] / 1000:11.1f}   {rate:9.0f} {median:10.1f} {last:8.1f} {failed:7}", flush=True)
print(f"load average {os.getloadavg()[0]:.1f} after")
