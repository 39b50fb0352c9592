package io.autodidact.console.agent;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.LearningCurveQueries;
import io.autodidact.release.AgentQueries;
import io.autodidact.release.CheckRelease;
import io.autodidact.release.MoveAlias;
import io.autodidact.release.ReadBundle;

/** What the view of one agent reads, and what can be done with its versions. */
@SpringComponent
@OnRole(Role.CONSOLE)
record OpenAgent(
    AgentQueries agents,
    LearningCurveQueries curves,
    MoveAlias move,
    ReadBundle bundles,
    CheckRelease check) {}
