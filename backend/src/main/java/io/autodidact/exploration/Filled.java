package io.autodidact.exploration;

import io.autodidact.connector.Call;
import java.util.Map;
import java.util.Optional;

/**
 * A call ready to be made.
 *
 * @param provenance by JSON Pointer into the arguments, for every leaf
 * @param plan how its body was made, if it has one
 */
record Filled(Call call, Map<String, Provenance> provenance, Optional<BodyPlan> plan) {}
