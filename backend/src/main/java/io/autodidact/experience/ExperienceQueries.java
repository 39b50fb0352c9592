package io.autodidact.experience;

import static io.autodidact.schema.Tables.EXPERIENCE_EVIDENCE;

import io.autodidact.api.RunsOfTenant;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lessons as people look through them. */
@Component
public class ExperienceQueries {
  private final TenantTransaction tenantTransaction;
  private final ExperienceRepository experiences;
  private final RunsOfTenant runs;

  ExperienceQueries(
      TenantTransaction tenantTransaction, ExperienceRepository experiences, RunsOfTenant runs) {
    this.tenantTransaction = tenantTransaction;
    this.experiences = experiences;
    this.runs = runs;
  }

  /**
   * The lessons of a run in the order they were found.
   *
   * @throws io.autodidact.api.NotFound if the tenant has no such run
   */
  public List<LessonView> of(RunScope scope) {
    return tenantTransaction.in(
        scope.tenant(),
        dsl -> {
          runs.require(dsl, scope);
          return views(dsl, scope);
        });
  }

  List<LessonView> views(DSLContext dsl, RunScope scope) {
    var lifts = experiences.lifts(dsl, scope);
    var lessons = experiences.of(dsl, scope);
    var evidence = evidence(dsl, scope, lessons.stream().map(Experience::id).toList());
    return lessons.stream()
        .map(
            lesson ->
                new LessonView(
                    lesson.id(),
                    lesson.whenToUse(),
                    lesson.content(),
                    lesson.operations(),
                    lesson.state(),
                    lesson.origin(),
                    Optional.ofNullable(lifts.get(lesson.id())),
                    evidence.getOrDefault(lesson.id(), List.of()),
                    lesson.version()))
        .toList();
  }

  private static Map<UUID, List<UUID>> evidence(
      DSLContext dsl, RunScope scope, List<UUID> lessons) {
    return dsl.select(EXPERIENCE_EVIDENCE.EXPERIENCE_ID, EXPERIENCE_EVIDENCE.ROLLOUT_ID)
        .from(EXPERIENCE_EVIDENCE)
        .where(EXPERIENCE_EVIDENCE.TENANT_ID.eq(scope.tenant().value()))
        .and(EXPERIENCE_EVIDENCE.EXPERIENCE_ID.in(lessons))
        .orderBy(EXPERIENCE_EVIDENCE.ROLLOUT_ID)
        .fetchGroups(EXPERIENCE_EVIDENCE.EXPERIENCE_ID, EXPERIENCE_EVIDENCE.ROLLOUT_ID);
  }
}
