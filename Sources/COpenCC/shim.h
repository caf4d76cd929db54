#ifndef RAPPORT_COPENCC_SHIM_H
#define RAPPORT_COPENCC_SHIM_H

#include <opencc/opencc.h>

// opencc_open says that it failed by -1, which Swift cannot compare a pointer with.
static inline opencc_t site_opencc_open(const char *config) {
    opencc_t converter = opencc_open(config);
    return converter == (opencc_t)-1 ? NULL : converter;
}

#endif
