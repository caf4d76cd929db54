#ifndef RAPPORT_CONEDNN_SHIM_H
#define RAPPORT_CONEDNN_SHIM_H

#include <oneapi/dnnl/dnnl.h>

// oneDNN shares its work among OpenMP's threads; omp.h lies in a folder of gcc's that Swift does not look in.
void omp_set_num_threads(int threads);

#endif
