package io.github.flowcert.cli;

import io.github.flowcert.result.DocumentException;
import io.github.flowcert.yaml.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the user is told of what went wrong. */
final class Problems {

  /** Writes a report. */
  @FunctionalInterface
  interface Reporting<T> {
    T write() throws IOException, DocumentException;
  }

  private Problems() {}

  /** What is to be said of an error inside; what the user can mend is thrown on. */
  static String inside(Throwable cause, Path out) throws BadInput {
    Throwable problem = cause instanceof UncheckedIOException io ? io.getCause() : cause;
    if (problem instanceof IOException io) {
      throw unwritable(out, io);
    }
    if (problem instanceof InputException input) {
      throw new BadInput(input.getMessage());
    }
    return Main.internalError(problem);
  }

  /** A result cannot be written to the output folder. */
  static BadInput unwritable(Path out, IOException problem) {
    return new BadInput(out + ": cannot be written (" + OutputOptions.reason(problem) + ")");
  }

  /** Writes a report; what hinders it is the user's to mend. */
  static <T> T report(Path out, Reporting<T> reporting) throws BadInput {
    try {
      return reporting.write();
    } catch (DocumentException e) {
      throw new BadInput(e.getMessage());
    } catch (IOException e) {
      throw new BadInput(out + ": the report cannot be written (" + OutputOptions.reason(e) + ")");
    }
  }
}
