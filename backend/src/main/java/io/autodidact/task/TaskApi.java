package io.autodidact.task;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.api.RunsOfTenant;
import io.autodidact.task.EditTask.TaskChange;
import io.autodidact.task.StoredTask.State;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes for tasks. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1")
class TaskApi {
  private final TenantTransaction tenantTransaction;
  private final TaskRepository tasks;
  private final ReplayTask replay;
  private final EditTask edit;
  private final RunsOfTenant runs;

  TaskApi(
      TenantTransaction tenantTransaction,
      TaskRepository tasks,
      ReplayTask replay,
      EditTask edit,
      RunsOfTenant runs) {
    this.tenantTransaction = tenantTransaction;
    this.tasks = tasks;
    this.replay = replay;
    this.edit = edit;
    this.runs = runs;
  }

  @Operation(summary = "List the tasks of a learning run")
  @GetMapping("/learning-runs/{run}/tasks")
  Page<TaskSummary> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      Wanted wanted,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    var scope = new RunScope(caller.tenant(), run);
    return tenantTransaction
        .in(
            caller.tenant(),
            dsl -> {
              runs.require(dsl, scope);
              return tasks.list(dsl, scope, wanted.filter(), after, Page.limit(limit));
            })
        .map(TaskSummary::of);
  }

  /** Which tasks are wanted; what is not said does not matter. */
  record Wanted(
      Optional<Split> split,
      Optional<String> family,
      Optional<Integer> difficulty,
      Optional<State> state) {
    TaskRepository.Filter filter() {
      return new TaskRepository.Filter(split, family, difficulty, state);
    }
  }

  @Operation(summary = "Show a task with its plan and checks in words")
  @GetMapping("/tasks/{id}")
  TaskView show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return tenantTransaction.in(caller.tenant(), dsl -> view(dsl, caller.tenant(), id));
  }

  @Operation(summary = "Approve, drop or reword a task")
  @PatchMapping("/tasks/{id}")
  TaskView change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody TaskChange change) {
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          edit.change(dsl, caller.tenant(), new TaskId(id), change);
          return view(dsl, caller.tenant(), id);
        });
  }

  @Operation(summary = "Carry a task's plan out in a fresh episode and judge it")
  @PostMapping("/tasks/{id}/replay")
  ReplayTask.Replayed replay(@AuthenticationPrincipal Caller caller, @PathVariable UUID id)
      throws InterruptedException {
    return replay.replay(caller.tenant(), new TaskId(id));
  }

  private TaskView view(DSLContext dsl, TenantId tenant, UUID id) {
    return tasks
        .find(dsl, tenant, new TaskId(id))
        .map(TaskView::of)
        .orElseThrow(() -> new NotFound("task"));
  }
}
