#ifndef RAPPORT_CARCHIVE_SHIM_H
#define RAPPORT_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

// AE_IFREG is a cast in a macro, inflateInit2 and deflateInit2 are macros with a sizeof: Swift can import none of them.
static inline int press_entry_is_file(struct archive_entry *entry) { return archive_entry_filetype(entry) == AE_IFREG; }
static inline int press_inflate_start(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }
static inline int press_deflate_start(z_stream *stream, int level, int window_bits) {
    return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

#endif
