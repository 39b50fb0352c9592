package io.autodidact.console.rollout;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.attribution.TellAttempt;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.rollout.RolloutQueries;

/** What looking at attempts takes. */
@SpringComponent
@OnRole(Role.CONSOLE)
record Watching(TellAttempt tell, RolloutQueries rollouts, LearningRunQueries runs) {}
