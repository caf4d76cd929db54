#!/bin/sh
# Fuzzes the readers of Press, one after another: Scripts/fuzz/run.sh [SECONDS [READER...]]. Inputs that break one are left as crash-*
# and timeout-* in .corpus/READER; copy them to Tests/PressTests/Fixtures/broken once mended.
set -eu
cd "$(dirname "$0")"
seconds=${1:-600}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- post notebook page feed json lines warc archive charset plain
swift build -c release --product fuzz
for reader; do
    mkdir -p ".corpus/$reader"
    python3 seeds.py "$reader" ".corpus/$reader"
    echo "$reader"
    # The backtracer can hang for minutes on a crash.
    # Leaks are not looked for: Foundation keeps a few bytes of each XML error.
    READER=$reader ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no nice -n 19 timeout -k 5 $((seconds + 60)) .build/release/fuzz \
        -max_total_time="$seconds" -detect_leaks=0 -timeout=20 -rss_limit_mb=4096 -max_len=20000 -print_final_stats=1 \
        -artifact_prefix=".corpus/$reader/" -dict=words.dict ".corpus/$reader" < /dev/null 2> ".corpus/$reader.log" ||
        echo "$reader: stopped, see .corpus/$reader.log" >&2
    grep -E 'stat::number_of_executed_units|stat::peak_rss_mb|SUMMARY' ".corpus/$reader.log" || true
done
