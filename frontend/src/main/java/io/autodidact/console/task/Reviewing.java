package io.autodidact.console.task;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.rollout.RolloutQueries;
import io.autodidact.task.EditTask;
import io.autodidact.task.ReplayTask;
import io.autodidact.task.TaskQueries;

/** What looking through tasks takes. */
@SpringComponent
@OnRole(Role.CONSOLE)
record Reviewing(
    TaskQueries tasks,
    EditTask edit,
    ReplayTask replay,
    RolloutQueries rollouts,
    LearningRunQueries runs) {}
