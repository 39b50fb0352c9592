package io.autodidact.experience;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.api.RunsOfTenant;
import io.autodidact.context.Embedder;
import io.autodidact.experience.Experience.State;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes for what an agent has learned in words. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/learning-runs/{run}/experience")
class ExperienceApi {
  private final TenantTransaction tenantTransaction;
  private final ExperienceRepository experiences;
  private final Embedder embedder;
  private final RunsOfTenant runs;

  ExperienceApi(
      TenantTransaction tenantTransaction,
      ExperienceRepository experiences,
      Embedder embedder,
      RunsOfTenant runs) {
    this.tenantTransaction = tenantTransaction;
    this.experiences = experiences;
    this.embedder = embedder;
    this.runs = runs;
  }

  /**
   * A lesson as people read it.
   *
   * @param lift what it was worth; empty until it was recalled beside attempts without lessons
   * @param evidence the attempts it was drawn from
   */
  record ExperienceView(
      UUID id,
      String whenToUse,
      String content,
      List<String> operations,
      State state,
      String origin,
      Optional<Lift> lift,
      List<UUID> evidence) {}

  @Operation(summary = "List the lessons of a learning run with their lift")
  @GetMapping
  Page<ExperienceView> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    var scope = new RunScope(caller.tenant(), run);
    int most = Page.limit(limit);
    var views =
        tenantTransaction.in(
            caller.tenant(),
            dsl -> {
              runs.require(dsl, scope);
              return views(dsl, scope);
            });
    var behind =
        views.stream()
            .dropWhile(view -> !after.isBlank() && !view.id().toString().equals(after))
            .skip(after.isBlank() ? 0 : 1)
            .limit(most + 1L)
            .toList();
    return Page.of(behind, most, view -> view.id().toString());
  }

  /** What people change of a lesson; approving puts it to use, switching off takes it out. */
  record LessonChange(
      Optional<String> whenToUse, Optional<String> content, Optional<State> state) {}

  @Operation(summary = "Edit, approve or switch off a lesson")
  @PatchMapping("/{id}")
  ExperienceView change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      @PathVariable UUID id,
      @RequestBody LessonChange change) {
    var scope = new RunScope(caller.tenant(), run);
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          var lesson =
              experiences.of(dsl, scope).stream()
                  .filter(known -> known.id().equals(id))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("lesson"));
          if (change.whenToUse().isPresent() || change.content().isPresent()) {
            experiences.reword(dsl, scope, reworded(lesson, change));
          }
          change.state().ifPresent(state -> experiences.put(dsl, scope, id, state));
          var after =
              views(dsl, scope).stream()
                  .filter(view -> view.id().equals(id))
                  .findFirst()
                  .orElseThrow();
          Audit.record(
              dsl,
              caller.tenant(),
              Change.of("lesson.changed", "lesson", id).from(lesson).to(after));
          return after;
        });
  }

  private Experience reworded(Experience lesson, LessonChange change) {
    var when = change.whenToUse().orElse(lesson.whenToUse());
    var content = change.content().orElse(lesson.content());
    if (when.isBlank() || content.isBlank() || content.length() > 300) {
      throw new IllegalArgumentException("A lesson is one sentence of 1 to 300 characters.");
    }
    return new Experience(
        lesson.id(),
        when,
        content,
        lesson.operations(),
        lesson.state(),
        "person",
        embedder.embed(List.of(when)).getFirst());
  }

  private List<ExperienceView> views(DSLContext dsl, RunScope scope) {
    var lifts = experiences.lifts(dsl, scope);
    return experiences.of(dsl, scope).stream()
        .map(
            lesson ->
                new ExperienceView(
                    lesson.id(),
                    lesson.whenToUse(),
                    lesson.content(),
                    lesson.operations(),
                    lesson.state(),
                    lesson.origin(),
                    Optional.ofNullable(lifts.get(lesson.id())),
                    experiences.evidence(dsl, scope, lesson.id()).stream()
                        .map(rollout -> rollout.value())
                        .toList()))
        .toList();
  }
}
