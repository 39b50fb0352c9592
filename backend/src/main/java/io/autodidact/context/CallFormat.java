package io.autodidact.context;

import io.autodidact.connector.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How an agent writes its calls and how tools are shown to it. Thread-safe. */
public sealed interface CallFormat permits CompactCalls, HermesCalls {
  /** What the system turn says before the tools. */
  String instructions();

  /**
   * The tools as the system turn lists them.
   *
   * @param mentioned words of the request; optional parameters they name come first
   */
  String list(List<Tool> tools, Set<String> mentioned);

  /** A tool with all its parameters. */
  String describe(Tool tool);

  /** The call as the agent would write it. */
  String write(Tool tool, Call call, Handles handles);

  /** The question to the context as the agent would write it. */
  String write(ContextTool tool, String query);

  /** The end of the work as the agent would write it. */
  String writeFinish(Optional<JsonNode> answer, Handles handles);

  /** Reads what the agent wrote; arguments are not yet held against their schema. */
  Said read(String text, Toolbox tools, Handles handles);
}
