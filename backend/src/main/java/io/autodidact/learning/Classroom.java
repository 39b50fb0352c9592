package io.autodidact.learning;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.context.AgentContext;
import java.util.function.Predicate;

/**
 * What the stages of one run share: where to act, what may be called, how prompts are made.
 *
 * @param allowed by the environment's policy and the goals
 */
record Classroom(
    Episodes episodes, Catalogue catalogue, Predicate<Operation> allowed, AgentContext context) {}
