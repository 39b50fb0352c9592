package io.autodidact.learning;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a learning run has brought. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/learning-runs/{id}/report")
class RunReportApi {
  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;
  private final ReportLearningRun report;
  private final TellStory story;
  private final RunEvents events;

  RunReportApi(
      TenantTransaction tenantTransaction,
      LearningRunRepository runs,
      ReportLearningRun report,
      TellStory story,
      RunEvents events) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.report = report;
    this.story = story;
    this.events = events;
  }

  @Operation(summary = "Show what a learning run came to")
  @GetMapping
  RunReport show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          var run =
              runs.find(dsl, new RunScope(caller.tenant(), id))
                  .orElseThrow(() -> new NotFound("learning run"));
          return report.report(dsl, run, story.tell(dsl, run), suggestion(dsl, run));
        });
  }

  private Optional<String> suggestion(DSLContext dsl, LearningRun run) {
    return events
        .newest(dsl, run.scope(), SuggestRequest.KIND)
        .map(event -> event.data().path("request").asString(""))
        .filter(request -> !request.isEmpty());
  }
}
