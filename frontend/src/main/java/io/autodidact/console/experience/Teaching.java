package io.autodidact.console.experience;

import com.vaadin.flow.spring.annotation.SpringComponent;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.experience.EditLesson;
import io.autodidact.experience.ExperienceQueries;
import io.autodidact.learning.LearningRunQueries;

/** What looking after lessons takes. */
@SpringComponent
@OnRole(Role.CONSOLE)
record Teaching(ExperienceQueries lessons, EditLesson edit, LearningRunQueries runs) {}
