package io.autodidact.console.run;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.LearningCurveQueries;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.learning.StopLearningRun;

/** What the view of one run reads, and how the run is stopped. */
@SpringComponent
@OnRole(Role.CONSOLE)
record WatchRun(LearningRunQueries runs, LearningCurveQueries curves, StopLearningRun stop) {}
