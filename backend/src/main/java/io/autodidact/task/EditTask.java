package io.autodidact.task;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.task.StoredTask.State;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Approves, drops or rewords a task. The plan and the checks stay. */
@Component
public class EditTask {
  private static final int LONGEST = 2000;

  private final TenantTransaction tenantTransaction;
  private final TaskRepository tasks;

  EditTask(TenantTransaction tenantTransaction, TaskRepository tasks) {
    this.tenantTransaction = tenantTransaction;
    this.tasks = tasks;
  }

  /**
   * What people change of a task.
   *
   * @param seen the version they saw; empty to change whatever it is now
   * @param request other words for it
   * @param state whether it is approved, dropped or just kept
   */
  public record TaskChange(
      Optional<Integer> seen, Optional<String> request, Optional<State> state) {
    /** Other words, by somebody who saw that version. */
    public static TaskChange request(int seen, String text) {
      return new TaskChange(Optional.of(seen), Optional.of(text), Optional.empty());
    }

    /** Another state, by somebody who saw that version. */
    public static TaskChange state(int seen, State state) {
      return new TaskChange(Optional.of(seen), Optional.empty(), Optional.of(state));
    }
  }

  /**
   * Changes the task.
   *
   * @throws Conflict if somebody else changed it since it was seen
   * @throws IllegalArgumentException if the new words leave out what the plan needs
   */
  public StoredTask change(TenantId tenant, TaskId id, TaskChange change) {
    return tenantTransaction.in(tenant, dsl -> change(dsl, tenant, id, change));
  }

  StoredTask change(DSLContext dsl, TenantId tenant, TaskId id, TaskChange change) {
    var stored = tasks.find(dsl, tenant, id).orElseThrow(() -> new NotFound("task"));
    change.request().ifPresent(text -> requireSense(stored.task(), text));
    var request = change.request().map(String::strip).orElse(stored.task().request());
    var state = change.state().orElse(stored.state());
    int seen = change.seen().orElse(stored.version());
    if (!tasks.change(dsl, tenant, id, seen, request, state)) {
      throw new Conflict(
          "Somebody else changed this task meanwhile; nothing of theirs was overwritten. Reload the"
              + " page to see it.");
    }
    var after = tasks.find(dsl, tenant, id).orElseThrow();
    Audit.record(dsl, tenant, Change.of("task.changed", "task", id.value()).from(stored).to(after));
    return after;
  }

  /** A request is fulfilled by its plan only if it says what the plan takes from it. */
  private static void requireSense(Task task, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("A request is a text of 1 to 2,000 characters.");
    }
    for (var step : task.plan().steps()) {
      for (var source : step.arguments().values()) {
        if (source instanceof ValueSource.Constant(var value)) {
          var said = Values.text(value);
          if (says(task.request(), said) && !says(text, said)) {
            throw new IllegalArgumentException(
                "The request must still say “" + said + "”: the plan takes it from there.");
          }
        }
      }
    }
  }

  private static boolean says(String text, String value) {
    return text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
  }
}
