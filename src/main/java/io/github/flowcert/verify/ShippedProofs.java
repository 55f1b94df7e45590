package io.github.flowcert.verify;

import io.github.flowcert.claim.ClaimDefinition;
import io.github.flowcert.claim.Fingerprint;
import io.github.flowcert.result.ProofStore;
import io.github.flowcert.result.ProvedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The claims that were proved when the program was built. One counts only while the claim, the
 * proof files that its proof uses, the meaning of hypotheses and the program's version are those
 * that were checked.
 */
final class ShippedProofs {
  private static final String RESOURCE = "/io/github/flowcert/claims/proved.json";

  private final ProvedDocument document;
  private final boolean current;

  ShippedProofs(ProvedDocument document) {
    this.document = document;
    byte[] meanings = Fingerprint.meanings().getBytes(StandardCharsets.UTF_8);
    this.current =
        document.version().equals(Build.version())
            && document.meanings().equals(Fingerprint.of(meanings));
  }

  /** Those of this program. */
  static ShippedProofs read() {
    try (InputStream stream = ShippedProofs.class.getResourceAsStream(RESOURCE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return new ShippedProofs(ProofStore.readProved(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was proved of a claim, as it stands now. */
  Optional<ProvedDocument.Claim> of(ClaimDefinition claim) {
    return document.claims().stream()
        .filter(each -> current && each.id().equals(claim.id()))
        .filter(each -> each.fingerprint().equals(Fingerprint.of(claim)))
        .filter(each -> each.restsOn().stream().allMatch(this::isUnchanged))
        .findFirst();
  }

  private boolean isUnchanged(String proof) {
    Optional<String> shipped = Fingerprint.shippedProof(proof).map(Fingerprint::of);
    return shipped.isPresent() && shipped.get().equals(document.proofs().get(proof));
  }
}
