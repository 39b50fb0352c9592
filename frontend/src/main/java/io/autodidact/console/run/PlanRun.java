package io.autodidact.console.run;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.EstimateLearningRun;
import io.autodidact.learning.PlanRunQueries;
import io.autodidact.learning.StartLearningRun;
import java.time.Clock;

/** What starting a run takes: the choice, the estimate, the start. */
@SpringComponent
@OnRole(Role.CONSOLE)
record PlanRun(
    PlanRunQueries queries, EstimateLearningRun estimate, StartLearningRun start, Clock clock) {}
