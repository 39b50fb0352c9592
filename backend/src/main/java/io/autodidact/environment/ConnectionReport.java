package io.autodidact.environment;

import io.autodidact.connector.Defect;
import java.util.List;
import java.util.Set;

/**
 * What a test of the connection found.
 *
 * @param operations how many can be called
 * @param defects what in the software's description could not be used, and how to mend it
 * @param variables what an episode's set-up bound
 */
public record ConnectionReport(int operations, List<Defect> defects, Set<String> variables) {}
