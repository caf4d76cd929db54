#ifndef RAPPORT_CBROTLI_SHIM_H
#define RAPPORT_CBROTLI_SHIM_H

#include <brotli/decode.h>

#endif
