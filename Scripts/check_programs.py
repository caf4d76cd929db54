"""Checks what Scripts/check-programs says; prints a line for each part and stops at the first that fails."""

import asyncio
import json
import sys
import urllib.request
import xml.etree.ElementTree as ElementTree

from jsonschema import Draft202012Validator
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from urllib.parse import quote

ADDRESS, COMMAND, LEDGER = sys.argv[1:4]
ATOM = "{http://www.w3.org/2005/Atom}"


def get(path):
    with urllib.request.urlopen(ADDRESS + path) as answer:
        return answer.headers.get_content_type(), answer.read()


def data(path):
    return json.loads(get(path)[1])["data"]


def example(path, operation, ids):
    questions = []
    for parameter in operation.get("parameters", []):
        value = ids.get((path.split("/")[3:4] or [""])[0]) if parameter["name"] == "id" else parameter.get("example")
        if parameter["in"] == "path":
            path = path.replace("{%s}" % parameter["name"], quote(str(value), safe=""))
        elif value is not None:
            questions.append(f"{parameter['name']}={quote(str(value))}")
    return path + ("?" + "&".join(questions) if questions else "")


def check_api():
    document = json.loads(get("/api/v1/openapi.json")[1])
    validate(document)
    registry = Registry().with_resource("urn:api", Resource(contents=document, specification=DRAFT202012))
    ids = {kind: data(f"/api/v1/{kind}?limit=1")["items"][0]["id"] for kind in ("events", "articles")}
    answered = 0
    for path, operations in document["paths"].items():
        if "get" not in operations:
            continue
        address = example(path, operations["get"], ids).replace("relations.xml", "relations-1.xml")
        kind, body = get(address)
        (expected, content), = operations["get"]["responses"]["200"]["content"].items()
        assert kind == expected, f"{address}: {kind} is not {expected}"
        if expected == "application/json":
            schema = json.loads(json.dumps(content["schema"]).replace('"#/', '"urn:api#/'))
            Draft202012Validator(schema, registry=registry).validate(json.loads(body))
        elif "xml" in expected:
            check_xml(address, body)
        answered += 1
    print(f"OpenAPI {document['openapi']}: valid; {answered} documented addresses answer as described")


def check_xml(address, body):
    root = ElementTree.fromstring(body)
    if root.tag != ATOM + "feed":
        return
    for element in [root, *root.findall(ATOM + "entry")]:
        for name in ("id", "title", "updated"):
            assert element.findtext(ATOM + name), f"{address}: {name} is missing"
        assert element.find(ATOM + "author/" + ATOM + "name") is not None, f"{address}: the author is missing"


async def check_session(name, streams):
    async with ClientSession(streams[0], streams[1]) as session:
        welcome = await session.initialize()
        tools = [tool.name for tool in (await session.list_tools()).tools]
        events = (await session.call_tool("list_events", {"pair": "CHN-USA", "limit": 3})).structured_content["events"]
        assert events and all(event["evidence"] for event in events), "an event has no evidence"
        article = events[0]["evidence"][0]["article"]
        for tool, arguments in [
            ("search", {"query": "北约"}), ("read_relation", {"pair": "USA-CHN"}), ("read_article", {"id": article}),
        ]:
            answer = await session.call_tool(tool, arguments)
            assert not answer.is_error, f"{tool}: {answer.content}"
        assert (await session.call_tool("read_relation", {"pair": "x"})).is_error
        print(f"MCP {welcome.protocol_version} over {name}: {', '.join(tools)} answer")


async def check_mcp():
    async with streamable_http_client(ADDRESS + "/mcp") as streams:
        await check_session("HTTP", streams)
    async with stdio_client(StdioServerParameters(command=COMMAND, args=["mcp", "--ledger", LEDGER])) as streams:
        await check_session("stdio", streams)


check_api()
asyncio.run(check_mcp())
