#ifndef RAPPORT_CARCHIVE_SHIM_H
#define RAPPORT_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

// AE_IFREG is a cast in a macro and inflateInit2 a macro with a sizeof: Swift can import neither.
static inline int press_entry_is_file(struct archive_entry *entry) { return archive_entry_filetype(entry) == AE_IFREG; }
static inline int press_inflate_start(z_stream *stream, int window_bits) { return inflateInit2(stream, window_bits); }

#endif
