package io.github.flowcert.testing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trajectory of the factor flow on the 2-by-2 completion problem, computed by a Taylor-series
 * integrator of order 30 in 40-digit arithmetic (see the file's own note).
 */
public record ReferenceTrajectory(
    int depth, double alpha, double z, double zp, double eps, List<Sample> samples) {

  /** A state at the first time that a loss is reached. */
  public record Sample(double loss, double time, List<List<Double>> product, double determinant) {}

  private record Document(String about, List<ReferenceTrajectory> trajectories) {}

  /** All of them. */
  public static List<ReferenceTrajectory> all() throws IOException {
    String name = "/reference/trajectories.json";
    try (InputStream stream =
        Objects.requireNonNull(ReferenceTrajectory.class.getResourceAsStream(name))) {
      return JsonMapper.shared().readValue(stream, Document.class).trajectories();
    }
  }

  @Override
  public String toString() {
    return "depth " + depth + ", alpha " + alpha + ", epsilon " + eps;
  }
}
