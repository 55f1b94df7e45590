package io.github.flowcert.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this program was built as. */
public final class Build {
  private Build() {}

  /** The version of this program. */
  public static String version() {
    return properties().getProperty("version");
  }

  /**
   * The commit of the source it was built from, {@code -dirty} where files had changed since; null
   * where it was built outside a repository.
   */
  public static String commit() {
    String commit = properties().getProperty("commit");
    return commit.isEmpty() ? null : commit;
  }

  /** The machine it runs on: operating system, architecture, processors. */
  public static String machine() {
    int processors = Runtime.getRuntime().availableProcessors();
    return String.join(
        " ",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch") + ",",
        processors == 1 ? "1 processor" : processors + " processors");
  }

  /** The version of a library as named in the build: hipparchus, commons-math, symja, .. */
  public static String libraryVersion(String name) {
    return properties().getProperty(name);
  }

  /**
   * What tells this build from every other, even of the same version: the version, and a digest of
   * the program's classes and data.
   */
  public static String identity() {
    return version() + "+" + CodeDigest.VALUE;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("/io/github/flowcert/build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
