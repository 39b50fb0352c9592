package io.autodidact.console;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunRepository;
import io.autodidact.learning.RunEvents;
import io.autodidact.learning.RunEvents.RunEvent;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Optional;

/** What the view of one run reads. */
@SpringComponent
@OnRole(Role.CONSOLE)
class RunNews {
  private static final int BATCH = 200;

  private final TenantTransaction tenantTransaction;
  private final LearningRunRepository runs;
  private final RunEvents events;

  RunNews(TenantTransaction tenantTransaction, LearningRunRepository runs, RunEvents events) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.events = events;
  }

  Optional<LearningRun> run(RunScope scope) {
    return tenantTransaction.in(scope.tenant(), dsl -> runs.find(dsl, scope));
  }

  List<RunEvent> after(RunScope scope, long seq) {
    return tenantTransaction.in(scope.tenant(), dsl -> events.after(dsl, scope, seq, BATCH));
  }
}
