package io.github.flowcert.lohner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flowcert.interval.Rounding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking at random times sees a single rounding in the arithmetic that goes the wrong way. */
class FlippedRoundingTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/flowcert/interval");
  private static final String OURS = "io.github.flowcert.";

  @TempDir private Path folder;

  /** This program with some classes of its own, not yet those that are loaded already. */
  private final class Flipped extends ClassLoader {
    Flipped() {
      super(FlippedRoundingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith(OURS) ? define(name) : super.loadClass(name, resolve);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      Path own = folder.resolve(file);
      try (InputStream stream =
          Files.exists(own) ? Files.newInputStream(own) : getParent().getResourceAsStream(file)) {
        byte[] bytes = stream.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private boolean contained() throws ReflectiveOperationException {
    Class<?> probe = new Flipped().loadClass(RoundingProbe.class.getName());
    return ((BooleanSupplier) probe.getConstructor().newInstance()).getAsBoolean();
  }

  private void compile(String name, String from, String to) throws Exception {
    String source = Files.readString(SOURCES.resolve(name + ".java"));
    assertThat(source).containsOnlyOnce(from);
    Path changed = Files.writeString(folder.resolve(name + ".java"), source.replace(from, to));
    String classes =
        Path.of(Rounding.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classes,
                "-d",
                folder.toString(),
                changed.toString());
    assertThat(exit).isZero();
  }

  @Test
  void theArithmeticAsItIsContainsTheSolution() throws Exception {
    assertThat(contained()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rounding | return -addDown(-a, -b); | return addDown(a, b);",
        "Rounding | return -multiplyDown(-a, b); | return multiplyDown(a, b);",
        "DotProduct | Math.nextDown(lower - error()) | Math.nextUp(lower)",
        "DotProduct | Math.nextUp(upper + error()) | Math.nextDown(upper)",
      })
  void aFlippedDirectionIsCaught(String name, String from, String to) throws Exception {
    compile(name, from, to);
    assertThat(contained()).isFalse();
  }
}
