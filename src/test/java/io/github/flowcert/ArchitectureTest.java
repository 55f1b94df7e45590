package io.github.flowcert;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way. */
@AnalyzeClasses(packages = "io.github.flowcert", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.github.flowcert.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule layersUseOnlyWhatLiesBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("..cli..")
          .layer("compare")
          .definedBy("..compare..")
          .layer("verify")
          .definedBy("..verify..")
          .layer("report")
          .definedBy("..report..")
          .layer("casefile")
          .definedBy("..casefile..")
          .layer("claim")
          .definedBy("..claim..")
          .layer("simulate")
          .definedBy("..simulate..")
          .layer("descent")
          .definedBy("..descent..")
          .layer("flow")
          .definedBy("..flow..")
          .layer("integrate")
          .definedBy("..integrate..")
          .layer("result")
          .definedBy("..result..")
          .layer("expression")
          .definedBy("..expression..")
          .layer("norm")
          .definedBy("..norm..")
          .layer("problem")
          .definedBy("..problem..")
          .layer("linalg")
          .definedBy("..linalg..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("verify")
          .mayOnlyBeAccessedByLayers("cli", "compare")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("casefile")
          .mayOnlyBeAccessedByLayers("cli", "verify", "compare")
          .whereLayer("claim")
          .mayOnlyBeAccessedByLayers("cli", "verify")
          .whereLayer("simulate")
          .mayOnlyBeAccessedByLayers("verify", "compare")
          .whereLayer("descent")
          .mayOnlyBeAccessedByLayers("compare", "casefile")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers(
              "verify", "compare", "simulate", "descent", "claim", "casefile")
          .whereLayer("integrate")
          .mayOnlyBeAccessedByLayers("verify", "compare", "simulate", "flow", "casefile")
          .whereLayer("result")
          .mayOnlyBeAccessedByLayers("cli", "verify", "compare", "report", "claim")
          .whereLayer("expression")
          .mayOnlyBeAccessedByLayers("verify", "claim")
          .whereLayer("norm")
          .mayOnlyBeAccessedByLayers("verify", "claim", "casefile")
          .whereLayer("problem")
          .mayOnlyBeAccessedByLayers(
              "verify", "compare", "claim", "casefile", "flow", "descent", "simulate")
          .whereLayer("linalg")
          .mayOnlyBeAccessedByLayers(
              "verify", "compare", "flow", "descent", "integrate", "simulate");
}
