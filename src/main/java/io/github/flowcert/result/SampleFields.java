package io.github.flowcert.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tools.jackson.databind.util.StdConverter;

/** The fields that a sample has in documents: of parameters, or of a product matrix. */
final class SampleFields extends StdConverter<Sample, Object> {

  private record OfParameters(
      double time,
      double loss,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Double> parameters) {}

  private record OfMatrix(
      double time,
      double loss,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<List<Double>> product,
      List<Double> logSingularValues,
      Integer determinantSign,
      Double log10AbsDeterminant,
      Double effectiveRank,
      double unbalancedness) {}

  @Override
  public Object convert(Sample sample) {
    // Of matrices the unbalancedness is always known.
    return sample.unbalancedness() == null
        ? new OfParameters(sample.time(), sample.loss(), sample.parameters())
        : new OfMatrix(
            sample.time(),
            sample.loss(),
            sample.product(),
            sample.logSingularValues(),
            sample.determinantSign(),
            sample.log10AbsDeterminant(),
            sample.effectiveRank(),
            sample.unbalancedness());
  }
}
