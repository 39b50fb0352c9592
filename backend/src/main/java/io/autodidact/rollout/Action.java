package io.autodidact.rollout;

import io.autodidact.connector.Call;
import tools.jackson.databind.JsonNode;

/** What the agent did in one turn. */
public sealed interface Action {
  /** It called an operation, with the arguments as the software got them. */
  record Operate(Call call) implements Action {}

  /** It said it was done; {@code answer} is a null node where nothing was asked. */
  record Finish(JsonNode answer) implements Action {}

  /** It wrote something that is no call: unknown tool, bad JSON, arguments that fit no schema. */
  record Malformed(String text, String problem) implements Action {}
}
