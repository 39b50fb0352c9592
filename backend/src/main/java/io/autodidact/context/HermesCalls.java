package io.autodidact.context;

import io.autodidact.connector.Call;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls as JSON between tags, for models trained on that: {@code <tool_call>{"name": "set_stock",
 * "arguments": {"item": "#3", "quantity": 98}}</tool_call>}. Words without a call are the answer.
 */
public final class HermesCalls implements CallFormat {
  private static final Pattern CALL = Pattern.compile("(?s)<tool_call>\\s*(.*?)\\s*</tool_call>");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public String instructions() {
    return """
        You may call one function a turn. Reply with a JSON object with its name and arguments within \
        <tool_call></tool_call> tags, or in plain words when you are done. #1, #2 stand for ids.
        <tools>""";
  }

  @Override
  public String list(List<Tool> tools, Set<String> mentioned) {
    var text = new StringBuilder();
    tools.forEach(tool -> text.append('\n').append(describe(tool)));
    return text.append("\n</tools>").toString();
  }

  @Override
  public String describe(Tool tool) {
    var function = JSON.objectNode();
    function.put("name", tool.name());
    function.put("description", tool.operation().summary());
    function.set("parameters", tool.operation().arguments());
    return JSON.objectNode().put("type", "function").set("function", function).toString();
  }

  @Override
  public String write(Tool tool, Call call, Handles handles) {
    var arguments = JSON.objectNode();
    for (var one : call.arguments().properties()) {
      var handle =
          tool.parameter(one.getKey())
              .filter(Tool.Parameter::names)
              .flatMap(parameter -> handles.known(one.getValue()));
      if (handle.isPresent()) {
        arguments.put(one.getKey(), handle.get());
      } else {
        arguments.set(
            one.getKey(), ArgumentValues.withHandles(one.getKey(), one.getValue(), handles));
      }
    }
    return tagged(tool.name(), arguments);
  }

  @Override
  public String write(ContextTool tool, String query) {
    return tagged(tool.word(), JSON.objectNode().put("query", query));
  }

  @Override
  public String writeFinish(Optional<JsonNode> answer, Handles handles) {
    return answer
        .map(value -> value.isString() ? value.asString() : value.toString())
        .orElse("Done.");
  }

  private static String tagged(String name, ObjectNode arguments) {
    var call = JSON.objectNode().put("name", name).set("arguments", arguments);
    return "<tool_call>\n" + call + "\n</tool_call>";
  }

  @Override
  public Said read(String text, Toolbox tools, Handles handles) {
    var match = CALL.matcher(text);
    if (!match.find()) {
      return text.contains("<tool_call>")
          ? new Said.Malformed("", text, "the tag <tool_call> is not closed")
          : new Said.Finish("", answer(text.strip()));
    }
    var thought = text.substring(0, match.start()).strip();
    try {
      var call = StoredJson.MAPPER.readTree(match.group(1));
      return read(thought, match.group(1), call, tools, handles);
    } catch (JacksonException e) {
      return new Said.Malformed(thought, match.group(1), "the call is not JSON");
    }
  }

  private static Said read(
      String thought, String text, JsonNode call, Toolbox tools, Handles handles) {
    var name = call.path("name").asString("");
    var arguments = call.path("arguments");
    var consulted = ContextTool.named(name);
    if (consulted.isPresent()) {
      return new Said.Consult(thought, consulted.get(), arguments.path("query").asString(""));
    }
    var tool = tools.find(name);
    if (tool.isEmpty()) {
      var near = String.join(" or ", tools.nearest(name, 2));
      return new Said.Malformed(thought, text, "no operation " + name + ", try " + near);
    }
    if (!arguments.isObject()) {
      return new Said.Malformed(thought, text, "arguments must be an object");
    }
    var expanded = (ObjectNode) ArgumentValues.expandWithin(arguments, handles);
    tool.get()
        .parameters()
        .forEach(
            parameter -> {
              var value = expanded.get(parameter.name());
              if (value != null) {
                expanded.set(parameter.name(), ArgumentValues.typed(parameter, value));
              }
            });
    return new Said.Operate(thought, new Call(name, expanded));
  }

  private static JsonNode answer(String words) {
    return words.isEmpty() || words.equals("Done.") ? JSON.nullNode() : JSON.stringNode(words);
  }
}
