package io.github.flowcert;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.Map;

/** Imports run one way. */
@AnalyzeClasses(packages = "io.github.flowcert", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** Packages, and those that may use them. */
  private static final Map<String, String> USERS = users();

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.github.flowcert.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule layersUseOnlyWhatLiesBelow = layers();

  private static Map<String, String> users() {
    Map<String, String> users = new LinkedHashMap<>();
    users.put("cli", "");
    users.put("compare", "cli");
    users.put("descent", "compare casefile");
    users.put("falsify", "cli");
    users.put("sweep", "cli spark");
    users.put("spark", "cli");
    users.put("explain", "cli");
    users.put("verify", "cli falsify explain compare sweep");
    users.put("report", "cli");
    users.put("enclose", "verify");
    users.put("lohner", "enclose");
    users.put("taylor", "enclose lohner");
    users.put("mathml", "report");
    users.put("prove", "cli");
    users.put("proof", "cli prove");
    users.put("kernel", "prove");
    users.put("word", "prove proof kernel");
    users.put("solver", "cli prove kernel");
    users.put("algebra", "kernel");
    users.put("casefile", "cli verify falsify explain compare sweep");
    users.put("claim", "cli verify falsify explain prove compare sweep report");
    users.put("simulate", "verify explain compare");
    users.put("flow", "verify simulate claim casefile falsify compare descent");
    users.put("integrate", "verify simulate flow casefile compare");
    users.put("result", "cli verify falsify explain report claim prove compare sweep");
    users.put("smt", "prove kernel");
    users.put("reading", "smt prove kernel enclose verify");
    users.put("interval", "smt reading kernel enclose lohner taylor verify");
    users.put(
        "expression",
        "verify claim explain smt reading prove proof kernel algebra sweep mathml enclose word");
    users.put("sign", "verify claim");
    users.put("baseline", "verify claim");
    users.put("norm", "verify claim casefile enclose");
    users.put(
        "problem", "verify claim casefile flow simulate falsify prove compare descent baseline");
    users.put("yaml", "cli verify falsify explain casefile proof prove compare sweep spark");
    users.put(
        "linalg", "verify claim flow integrate simulate norm compare descent baseline problem");
    return users;
  }

  private static ArchRule layers() {
    LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String name : USERS.keySet()) {
      layers = layers.layer(name).definedBy("io.github.flowcert." + name + "..");
    }
    for (Map.Entry<String, String> entry : USERS.entrySet()) {
      layers =
          entry.getValue().isEmpty()
              ? layers.whereLayer(entry.getKey()).mayNotBeAccessedByAnyLayer()
              : layers
                  .whereLayer(entry.getKey())
                  .mayOnlyBeAccessedByLayers(entry.getValue().split(" ", -1));
    }
    return layers;
  }
}
