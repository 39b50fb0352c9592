package io.autodidact.learning;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Routes for learning runs. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/learning-runs")
class LearningRunApi {
  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;
  private final StartLearningRun start;
  private final StopLearningRun stop;
  private final RunStream stream;

  LearningRunApi(
      TenantTransaction tenantTransaction,
      LearningRunRepository runs,
      StartLearningRun start,
      StopLearningRun stop,
      RunStream stream) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.start = start;
    this.stop = stop;
    this.stream = stream;
  }

  @Operation(summary = "Start a learning run")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  LearningRun start(@AuthenticationPrincipal Caller caller, @RequestBody RunRequest request) {
    return start.start(caller.tenant(), request, Clock.systemUTC());
  }

  @Operation(summary = "List learning runs, newest first")
  @GetMapping
  Page<LearningRun> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    return tenantTransaction.in(
        caller.tenant(), dsl -> runs.list(dsl, caller.tenant(), after, Page.limit(limit)));
  }

  @Operation(summary = "Show a learning run")
  @GetMapping("/{id}")
  LearningRun show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    var scope = new RunScope(caller.tenant(), id);
    return tenantTransaction
        .in(caller.tenant(), dsl -> runs.find(dsl, scope))
        .orElseThrow(() -> new NotFound("learning run"));
  }

  @Operation(summary = "Cancel a learning run")
  @PostMapping("/{id}/cancel")
  LearningRun cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return stop.cancel(new RunScope(caller.tenant(), id));
  }

  @Operation(summary = "Resume a learning run")
  @PostMapping("/{id}/resume")
  LearningRun resume(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return stop.resume(new RunScope(caller.tenant(), id));
  }

  /** The run's news and progress as server-sent events, until it ends; resumable by event id. */
  @Operation(summary = "Watch a learning run")
  @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long lastEventId) {
    show(caller, id);
    return stream.open(new RunScope(caller.tenant(), id), lastEventId);
  }
}
