#ifndef RAPPORT_COPENBLAS_SHIM_H
#define RAPPORT_COPENBLAS_SHIM_H

#include <cblas.h>

#endif
