package io.autodidact.console;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.ExamCandidates;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunRepository;
import io.autodidact.learning.RunEvents;
import io.autodidact.learning.RunEvents.RunEvent;
import io.autodidact.release.ExamReport;
import io.autodidact.release.ExamRepository;
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
  private final ExamRepository exams;

  RunNews(
      TenantTransaction tenantTransaction,
      LearningRunRepository runs,
      RunEvents events,
      ExamRepository exams) {
    this.tenantTransaction = tenantTransaction;
    this.runs = runs;
    this.events = events;
    this.exams = exams;
  }

  /** How everybody did who sat the exam of the run, the untrained model first. */
  ExamReport exam(LearningRun run) {
    var results = tenantTransaction.in(run.scope().tenant(), dsl -> exams.of(dsl, run.scope()));
    return ExamReport.of(results, ExamCandidates.ALL, run.seed());
  }

  Optional<LearningRun> run(RunScope scope) {
    return tenantTransaction.in(scope.tenant(), dsl -> runs.find(dsl, scope));
  }

  List<RunEvent> after(RunScope scope, long seq) {
    return tenantTransaction.in(scope.tenant(), dsl -> events.after(dsl, scope, seq, BATCH));
  }
}
