package io.autodidact;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house that a compiler does not know. */
class HouseRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.autodidact");

  private static final DescribedPredicate<JavaClass> ELSEWHERE =
      DescribedPredicate.describe(
          "generated or a connector's", type -> elsewhere(type.getPackageName()));

  /** The packages in the order of the loop: each may use those before it, none behind it. */
  private static final List<String> LOOP =
      List.of(
          "tenant",
          "job",
          "api",
          "identity",
          "engine",
          "environment",
          "goal",
          "exploration",
          "task",
          "context",
          "rollout",
          "experience",
          "attribution",
          "training",
          "release",
          "serving",
          "learning");

  @Test
  void importsFollowTheLoop() {
    var backwards = new TreeSet<String>();
    for (var origin : CLASSES) {
      for (var dependency : origin.getDirectDependenciesFromSelf()) {
        int from = place(origin);
        int to = place(dependency.getTargetClass());
        if (from >= 0 && to > from) {
          backwards.add(LOOP.get(from) + " uses " + LOOP.get(to) + " in " + origin.getSimpleName());
        }
      }
    }

    assertThat(backwards).isEmpty();
  }

  @Test
  void modulesHaveNoCyclesAndKeepTheirInsides() {
    ApplicationModules.of("io.autodidact", ELSEWHERE).verify();
  }

  @Test
  void everyPackageOfTheBackendHasItsPlaceInTheLoop() {
    var packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !elsewhere(name))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages).allMatch(name -> LOOP.contains(feature(name)));
  }

  @Test
  void everyPackageIsNullMarked() {
    var unmarked =
        CLASSES.stream()
            .filter(type -> !elsewhere(type.getPackageName()))
            .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unmarked).isEmpty();
  }

  @Test
  void theBackendKnowsNoVaadin() {
    noClasses().should().dependOnClassesThat().resideInAPackage("com.vaadin..").check(CLASSES);
  }

  @Test
  void connectorsKnowNoSpringAndNothingOfTheBackend() {
    noClasses()
        .that()
        .resideInAPackage("io.autodidact.connector..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "io.autodidact.tenant..", "io.autodidact.learning..")
        .check(CLASSES);
  }

  @Test
  void nobodyInTheBackendKnowsThePieceOfSoftwareOfTheDemo() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.autodidact.sample..")
        .check(CLASSES);
  }

  private static int place(JavaClass type) {
    return elsewhere(type.getPackageName()) ? -1 : LOOP.indexOf(feature(type.getPackageName()));
  }

  /** Generated code and the connectors, which have rules of their own. */
  private static boolean elsewhere(String name) {
    return Set.of(
            "io.autodidact.schema",
            "io.autodidact.migrations",
            "io.autodidact.connector",
            "io.autodidact.engine.wire")
        .stream()
        .anyMatch(name::startsWith);
  }

  private static String feature(String name) {
    var rest = name.substring(Math.min(name.length(), "io.autodidact.".length()));
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }
}
