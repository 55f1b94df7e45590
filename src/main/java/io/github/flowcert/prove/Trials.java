package io.github.flowcert.prove;

import io.github.flowcert.kernel.Fact;
import io.github.flowcert.proof.MatrixSection.MatrixStep;
import io.github.flowcert.proof.ProofFile;
import io.github.flowcert.proof.Step;

/** What is tried on each step after it has been proved. */
interface Trials {
  /** Nothing. */
  Trials NONE =
      new Trials() {
        @Override
        public void proved(ProofFile proof, Step step, Fact fact, Workbench bench) {}

        @Override
        public void proved(ProofFile proof, MatrixStep step, MatrixBench bench) {}
      };

  /** A step about numbers was proved. */
  void proved(ProofFile proof, Step step, Fact fact, Workbench bench) throws InterruptedException;

  /** A step about matrices was proved. */
  void proved(ProofFile proof, MatrixStep step, MatrixBench bench);
}
