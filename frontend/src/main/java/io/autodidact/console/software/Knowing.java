package io.autodidact.console.software;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.environment.DraftConnection;
import io.autodidact.environment.EnvironmentQueries;
import io.autodidact.exploration.ExplorationQueries;

/** What is known of software. */
@SpringComponent
@OnRole(Role.CONSOLE)
record Knowing(
    EnvironmentQueries environments, ExplorationQueries explorations, DraftConnection drafts) {}
