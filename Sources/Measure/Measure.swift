/// Measure.
