#!/bin/sh
# Fuzzes every reader of Press: Scripts/fuzz/run.sh [SECONDS]. Inputs that break one are left as crash-* and timeout-* in .corpus/;
# copy them to Tests/PressTests/Fixtures/broken once mended.
set -eu
cd "$(dirname "$0")"
swift build -c release --product fuzz
mkdir -p .corpus
cp ../../Tests/PressTests/Fixtures/posts.* ../../Tests/PressTests/Fixtures/*.warc* .corpus/ 2>/dev/null || true
# The backtracer can hang for minutes on a crash.
# Leaks are not looked for: Foundation keeps a few bytes of each XML error.
SWIFT_BACKTRACE=enable=no nice -n 19 timeout -k 5 $((${1:-600} + 60)) .build/release/fuzz \
    -max_total_time="${1:-600}" -detect_leaks=0 -timeout=20 -rss_limit_mb=4096 -max_len=20000 -artifact_prefix=.corpus/ -dict=words.dict .corpus < /dev/null
