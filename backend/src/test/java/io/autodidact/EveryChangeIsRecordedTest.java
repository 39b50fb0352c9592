package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.autodidact.job.Work;
import io.autodidact.tenant.Audit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/**
 * Whatever changes something for somebody writes it into the audit. Found in the code, so that no
 * new route or use case is forgotten: a route, or a public method that a console may call, from
 * which a statement that writes is reached, must reach {@link Audit#record} too.
 */
class EveryChangeIsRecordedTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.autodidact");

  private static final Set<String> WRITES =
      Set.of("insertInto", "update", "deleteFrom", "mergeInto", "delete", "batch", "execute");

  /** Writes that nobody asked for: bookkeeping of what is recorded elsewhere. */
  private static final Set<String> BOOKKEEPING =
      Set.of(
          "IdempotentRequests",
          "Accounts",
          "QuotaRepository",
          "UsageRepository",
          "ChatTokens",
          // Nothing entered in a draft has an effect until it is finished.
          "ConnectionDraftRepository");

  private final Map<JavaCodeUnit, Set<JavaCodeUnit>> reached = new HashMap<>();

  @Test
  void everyRouteThatChangesSomethingRecordsIt() {
    var routes = methods().filter(EveryChangeIsRecordedTest::isChangingRoute).toList();

    assertThat(routes.stream().filter(route -> reaches(route, EveryChangeIsRecordedTest::writes)))
        .hasSizeGreaterThan(8);
    assertThat(unrecorded(routes.stream())).isEmpty();
  }

  @Test
  void everyUseCaseThatChangesSomethingRecordsIt() {
    assertThat(unrecorded(methods().filter(EveryChangeIsRecordedTest::isUseCase))).isEmpty();
  }

  /** Proof that the search sees through lambdas and calls: these are known to write and record. */
  @Test
  void theSearchFindsWhatIsKnownToWriteAndToRecord() {
    var known =
        methods()
            .filter(method -> method.getFullName().contains("learning.StartLearningRun.start("))
            .findFirst()
            .orElseThrow();

    assertThat(reaches(known, EveryChangeIsRecordedTest::writes)).isTrue();
    assertThat(reaches(known, EveryChangeIsRecordedTest::records)).isTrue();
  }

  private Set<String> unrecorded(Stream<JavaMethod> methods) {
    var names = new TreeSet<String>();
    methods
        .filter(method -> reaches(method, EveryChangeIsRecordedTest::writes))
        .filter(method -> !reaches(method, EveryChangeIsRecordedTest::records))
        .forEach(method -> names.add(method.getFullName()));
    return names;
  }

  private static Stream<JavaMethod> methods() {
    return CLASSES.stream()
        .filter(type -> !type.getPackageName().startsWith("io.autodidact.schema"))
        .filter(type -> !type.getPackageName().startsWith("io.autodidact.migrations"))
        .flatMap(type -> type.getMethods().stream());
  }

  private static boolean isChangingRoute(JavaMethod method) {
    return Stream.of(PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class)
        .anyMatch(method::isAnnotatedWith);
  }

  /** What a console can call; parts that work in somebody else's transaction or run are theirs. */
  private static boolean isUseCase(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
        && !BOOKKEEPING.contains(method.getOwner().getSimpleName())
        && method.getRawParameterTypes().stream()
            .noneMatch(
                type -> type.isEquivalentTo(DSLContext.class) || type.isAssignableTo(Work.class));
  }

  private boolean reaches(JavaCodeUnit from, Predicate<JavaCodeUnit> wanted) {
    return reached.computeIfAbsent(from, EveryChangeIsRecordedTest::reachable).stream()
        .anyMatch(wanted);
  }

  private static Set<JavaCodeUnit> reachable(JavaCodeUnit from) {
    var seen = new HashSet<JavaCodeUnit>();
    var open = new ArrayDeque<JavaCodeUnit>();
    open.add(from);
    while (!open.isEmpty()) {
      var unit = open.remove();
      if (seen.add(unit) && !BOOKKEEPING.contains(unit.getOwner().getSimpleName())) {
        targets(unit).forEach(open::add);
      }
    }
    seen.removeIf(unit -> BOOKKEEPING.contains(unit.getOwner().getSimpleName()));
    return seen;
  }

  private static Stream<JavaCodeUnit> targets(JavaCodeUnit unit) {
    return Stream.concat(
            unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
        .map(JavaAccess::getTarget)
        .flatMap(target -> target.resolveMember().stream())
        .filter(JavaCodeUnit.class::isInstance)
        .map(JavaCodeUnit.class::cast)
        .filter(member -> isOurs(member.getOwner()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("io.autodidact");
  }

  private static boolean writes(JavaCodeUnit unit) {
    return unit.getCallsFromSelf().stream()
        .map(JavaAccess::getTarget)
        .anyMatch(
            target ->
                target.getOwner().isEquivalentTo(DSLContext.class)
                    && WRITES.contains(target.getName()));
  }

  private static boolean records(JavaCodeUnit unit) {
    return unit.getOwner().isEquivalentTo(Audit.class) && unit.getName().equals("record");
  }
}
