package io.autodidact.rollout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.autodidact.connector.Call;
import tools.jackson.databind.JsonNode;

/** What the agent did in one turn. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Operate.class, name = "operate"),
  @JsonSubTypes.Type(value = Action.Consult.class, name = "consult"),
  @JsonSubTypes.Type(value = Action.Finish.class, name = "finish"),
  @JsonSubTypes.Type(value = Action.Malformed.class, name = "malformed")
})
public sealed interface Action {
  /** It called an operation, with the arguments as the software got them. */
  record Operate(Call call) implements Action {}

  /**
   * It asked for something that is already here: {@code search_operations} for tools not in its
   * prompt, {@code more} for the rest of the last result. Nothing reaches the software.
   */
  record Consult(String tool, String query) implements Action {}

  /** It said it was done; {@code answer} is a null node where nothing was asked. */
  record Finish(JsonNode answer) implements Action {}

  /** It wrote something that is no call: unknown tool, bad JSON, arguments that fit no schema. */
  record Malformed(String text, String problem) implements Action {}
}
