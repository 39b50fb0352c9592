package io.autodidact.experience;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.experience.EditLesson.LessonChange;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.RunScope;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
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
  private final ExperienceQueries lessons;
  private final EditLesson edit;

  ExperienceApi(ExperienceQueries lessons, EditLesson edit) {
    this.lessons = lessons;
    this.edit = edit;
  }

  @Operation(summary = "List the lessons of a learning run with their lift")
  @GetMapping
  Page<LessonView> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    var behind =
        lessons.of(new RunScope(caller.tenant(), run)).stream()
            .dropWhile(view -> !after.isBlank() && !view.id().toString().equals(after))
            .skip(after.isBlank() ? 0 : 1)
            .limit(most + 1L)
            .toList();
    return Page.of(behind, most, view -> view.id().toString());
  }

  @Operation(summary = "Edit, approve or switch off a lesson")
  @PatchMapping("/{id}")
  LessonView change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      @PathVariable UUID id,
      @RequestBody LessonChange change) {
    var scope = new RunScope(caller.tenant(), run);
    edit.change(scope, id, change);
    return lessons.of(scope).stream()
        .filter(view -> view.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("lesson"));
  }
}
