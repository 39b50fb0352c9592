package io.autodidact.console.goal;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.environment.EnvironmentQueries;
import io.autodidact.goal.StateGoal;

/** What stating goals takes. */
@SpringComponent
@OnRole(Role.CONSOLE)
record Wishing(EnvironmentQueries software, StateGoal goals) {}
