package io.autodidact.context;

import io.autodidact.connector.Call;
import tools.jackson.databind.JsonNode;

/** What the agent's words mean: one call, or words that are none. */
public sealed interface Said {
  /** The agent's words outside the call; may be empty. */
  String thought();

  /** A call of an operation, its arguments as the software wants them. */
  record Operate(String thought, Call call) implements Said {}

  /** A question to the context itself, see {@link ContextTool}. */
  record Consult(String thought, ContextTool tool, String query) implements Said {}

  /** The end of the work; {@code answer} is a null node where nothing was said. */
  record Finish(String thought, JsonNode answer) implements Said {}

  /** No call; {@code problem} says what is wrong and what to write instead. */
  record Malformed(String thought, String text, String problem) implements Said {}
}
