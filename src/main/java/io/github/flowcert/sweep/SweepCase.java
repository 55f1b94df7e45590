package io.github.flowcert.sweep;

import io.github.flowcert.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A case of a sweep, before its file is read.
 *
 * @param index its place in the sweep, from 0
 * @param name its name
 * @param choices of each axis the index of its value
 * @param yaml the case
 */
public record SweepCase(int index, String name, List<Integer> choices, YamlFile yaml) {

  /**
   * What tells its results from those of any other case, build or seed.
   *
   * @param program the build that makes the results
   * @param seed what the seed is replaced with; null for nothing
   */
  String key(String program, Long seed) {
    String whole = program + "\n" + seed + "\n" + yaml.text();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
