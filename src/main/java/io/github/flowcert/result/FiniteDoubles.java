package io.github.flowcert.result;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Keeps numbers that are not finite out of documents: JSON has none. Where a component may be null
 * it is null; where it may not, the document is refused.
 */
final class FiniteDoubles {

  private FiniteDoubles() {}

  static SimpleModule module() {
    return new SimpleModule("finite doubles")
        .addSerializer(Double.class, new OrNull())
        .addSerializer(Double.TYPE, new OrRefused());
  }

  private static final class OrNull extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }

  private static final class OrRefused extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializationContext context) {
      if (!Double.isFinite(value)) {
        context.reportMappingProblem("%s cannot stand in a result document", value);
      }
      out.writeNumber(value);
    }
  }
}
