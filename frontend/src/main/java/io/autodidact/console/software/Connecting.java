package io.autodidact.console.software;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.environment.DraftConnection;
import io.autodidact.environment.FinishConnection;
import io.autodidact.environment.TestConnection;
import io.autodidact.environment.TryLifecycle;

/** What connecting software takes. */
@SpringComponent
@OnRole(Role.CONSOLE)
record Connecting(
    DraftConnection drafts, TestConnection test, TryLifecycle tryOut, FinishConnection finish) {}
