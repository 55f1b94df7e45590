package io.github.flowcert.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Fingerprints, SHA-256 in hexadecimal, of what proofs of claims rest on. */
public final class Fingerprint {
  private static final String CLASSES = "/io/github/flowcert/";

  private Fingerprint() {}

  /** That of these bytes. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That of what a claim says and supposes; its title and its words do not matter. */
  public static String of(ClaimDefinition claim) {
    List<String> parts = new ArrayList<>();
    parts.add(claim.id());
    parts.add(claim.along().word());
    parts.add(claim.statement());
    parts.add(String.valueOf(claim.when()));
    parts.add(String.valueOf(claim.perNorm()));
    claim.let().forEach(let -> parts.add(let.name() + " = " + let.expression()));
    claim.hypotheses().forEach(hypothesis -> parts.add(hypothesis.id()));
    return of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** The file that says what hypotheses and quantities mean in proofs. */
  public static String meanings() {
    return new String(resource("claims/meanings.yaml").orElseThrow(), StandardCharsets.UTF_8);
  }

  /** The proof file of that name that ships with the program; empty where there is none. */
  public static Optional<byte[]> shippedProof(String name) {
    return resource("proofs/" + name + ".yaml");
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream stream = Fingerprint.class.getResourceAsStream(CLASSES + name)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
