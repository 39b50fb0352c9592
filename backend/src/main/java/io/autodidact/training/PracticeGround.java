package io.autodidact.training;

import io.autodidact.connector.Episodes;
import io.autodidact.context.AgentContext;
import io.autodidact.task.Syllabus;
import io.autodidact.task.TaskWorkshop;

/** The software to learn, the tasks that can be written for it, and what the policy reads of it. */
public record PracticeGround(
    Episodes episodes, AgentContext context, TaskWorkshop workshop, Syllabus syllabus) {}
