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
          .layer("falsify")
          .definedBy("..falsify..")
          .layer("explain")
          .definedBy("..explain..")
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
          .layer("flow")
          .definedBy("..flow..")
          .layer("integrate")
          .definedBy("..integrate..")
          .layer("result")
          .definedBy("..result..")
          .layer("expression")
          .definedBy("..expression..")
          .layer("sign")
          .definedBy("..sign..")
          .layer("norm")
          .definedBy("..norm..")
          .layer("problem")
          .definedBy("..problem..")
          .layer("linalg")
          .definedBy("..linalg..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("falsify")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("verify")
          .mayOnlyBeAccessedByLayers("cli", "falsify", "explain")
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("casefile")
          .mayOnlyBeAccessedByLayers("cli", "verify", "falsify", "explain")
          .whereLayer("claim")
          .mayOnlyBeAccessedByLayers("cli", "verify", "falsify", "explain")
          .whereLayer("simulate")
          .mayOnlyBeAccessedByLayers("verify", "explain")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers("verify", "simulate", "claim", "casefile", "falsify")
          .whereLayer("integrate")
          .mayOnlyBeAccessedByLayers("verify", "simulate", "flow", "casefile")
          .whereLayer("result")
          .mayOnlyBeAccessedByLayers("cli", "verify", "falsify", "explain", "report", "claim")
          .whereLayer("expression")
          .mayOnlyBeAccessedByLayers("verify", "claim", "explain")
          .whereLayer("sign")
          .mayOnlyBeAccessedByLayers("verify", "claim")
          .whereLayer("norm")
          .mayOnlyBeAccessedByLayers("verify", "claim", "casefile")
          .whereLayer("problem")
          .mayOnlyBeAccessedByLayers("verify", "claim", "casefile", "flow", "simulate", "falsify")
          .whereLayer("linalg")
          .mayOnlyBeAccessedByLayers("verify", "flow", "integrate", "simulate");
}
