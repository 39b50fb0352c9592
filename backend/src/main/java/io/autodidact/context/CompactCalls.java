package io.autodidact.context;

import io.autodidact.connector.Call;
import io.autodidact.context.CompactLine.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call a line, for small models: {@code set_stock #3 98 note="by hand"}. Required arguments
 * stand in the order of the signature, optional ones carry their name; strings are quoted where
 * they would be misread; the last line of what the agent writes is its call, the lines before it
 * are thought.
 */
public final class CompactCalls implements CallFormat {
  private static final int OPTIONAL_SHOWN = 3;
  private static final Pattern PAGING =
      Pattern.compile("(?i)page|size|page_?size|per_?page|limit|offset|first|max|cursor|sort");
  private static final Pattern AROUND_NAME = Pattern.compile("^[^A-Za-z_]+|[^A-Za-z0-9_]+$");
  private static final Pattern LINES = Pattern.compile("\\R");

  @Override
  public String instructions() {
    return "Call one operation a turn, then finish.";
  }

  @Override
  public String list(List<Tool> tools, Set<String> mentioned) {
    var text = new StringBuilder();
    tools.forEach(tool -> text.append('\n').append(signature(tool, optional(tool, mentioned))));
    return text.toString();
  }

  @Override
  public String describe(Tool tool) {
    return signature(tool, tool.parameters().stream().filter(one -> !one.required()).toList());
  }

  private static List<Tool.Parameter> optional(Tool tool, Set<String> mentioned) {
    return tool.parameters().stream()
        .filter(parameter -> !parameter.required() && !PAGING.matcher(parameter.name()).matches())
        .sorted((one, other) -> Long.compare(mentions(other, mentioned), mentions(one, mentioned)))
        .limit(OPTIONAL_SHOWN)
        .toList();
  }

  private static long mentions(Tool.Parameter parameter, Set<String> mentioned) {
    return Words.of(parameter.name()).stream().filter(mentioned::contains).count();
  }

  private static String signature(Tool tool, List<Tool.Parameter> optional) {
    var text = new StringBuilder(tool.name());
    tool.required().forEach(parameter -> text.append(' ').append(parameter.name()));
    optional.forEach(parameter -> text.append(' ').append(parameter.name()).append('='));
    return text.toString();
  }

  @Override
  public String write(Tool tool, Call call, Handles handles) {
    var text = new StringBuilder(tool.name());
    for (var parameter : tool.parameters()) {
      var value = call.arguments().get(parameter.name());
      if (value != null) {
        text.append(' ');
        text.append(parameter.required() ? "" : parameter.name() + "=");
        text.append(ArgumentValues.write(parameter, value, handles));
      }
    }
    return text.toString();
  }

  @Override
  public String write(ContextTool tool, String query) {
    return query.isEmpty() ? tool.word() : tool.word() + " " + query;
  }

  @Override
  public String writeFinish(Optional<JsonNode> answer, Handles handles) {
    return ContextTool.FINISH + answer.map(value -> " " + written(value, handles)).orElse("");
  }

  private static String written(JsonNode answer, Handles handles) {
    if (answer.isArray()) {
      return String.join(
          " ", answer.valueStream().map(one -> ArgumentValues.writeAny(one, handles)).toList());
    }
    return ArgumentValues.writeAny(answer, handles);
  }

  @Override
  public Said read(String text, Toolbox tools, Handles handles) {
    var lines =
        LINES.splitAsStream(text).map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      return new Said.Malformed("", text, "Write a call");
    }
    var thought = String.join("\n", lines.subList(0, lines.size() - 1));
    var line = lines.getLast();
    int space = line.indexOf(' ');
    var word = space < 0 ? line : line.substring(0, space);
    var rest = space < 0 ? "" : line.substring(space + 1).strip();
    if (word.equals(ContextTool.FINISH)) {
      return new Said.Finish(thought, answer(rest, handles));
    }
    var consulted = ContextTool.named(word);
    if (consulted.isPresent()) {
      return new Said.Consult(thought, consulted.get(), rest);
    }
    var tool = tools.find(word).or(() -> tools.find(AROUND_NAME.matcher(word).replaceAll("")));
    if (tool.isEmpty()) {
      return new Said.Malformed(thought, line, unknown(word, tools));
    }
    try {
      return new Said.Operate(
          thought, new Call(tool.get().name(), arguments(tool.get(), rest, handles)));
    } catch (UnreadableArguments e) {
      return new Said.Malformed(thought, line, e.problem());
    }
  }

  private static String unknown(String word, Toolbox tools) {
    var name = word.length() > 40 ? word.substring(0, 40) : word;
    return "no operation " + name + ", try " + String.join(" or ", tools.nearest(word, 2));
  }

  private static ObjectNode arguments(Tool tool, String rest, Handles handles) {
    var arguments = JsonNodeFactory.instance.objectNode();
    var positions = tool.required().iterator();
    Optional<Tool.Parameter> open = Optional.empty();
    for (Part part : CompactLine.parts(rest)) {
      if (part.name().isEmpty() && !positions.hasNext()) {
        var name = open.orElseThrow(() -> tooMany(tool)).name();
        arguments.put(name, arguments.path(name).asString() + " " + part.text());
        continue;
      }
      var parameter =
          part.name().isEmpty()
              ? positions.next()
              : tool.parameter(part.name().get()).orElseThrow(() -> misnamed(tool, part));
      arguments.set(parameter.name(), ArgumentValues.read(parameter, part.text(), handles));
      open = Optional.of(parameter).filter(one -> isBareText(one, part));
    }
    return arguments;
  }

  /** Text whose quotes were forgotten: words that nothing else can take go on with it. */
  private static boolean isBareText(Tool.Parameter parameter, Part part) {
    return part.name().isPresent()
        && parameter.wants("string")
        && !part.text().isEmpty()
        && "\"{[#".indexOf(part.text().charAt(0)) < 0;
  }

  private static UnreadableArguments tooMany(Tool tool) {
    return new UnreadableArguments("too many values: " + new CompactCalls().describe(tool));
  }

  private static UnreadableArguments misnamed(Tool tool, Part part) {
    return new UnreadableArguments(
        "no argument " + part.name().orElse("") + ": " + new CompactCalls().describe(tool));
  }

  /** One value, several as an array, or the words as they stand. */
  private static JsonNode answer(String rest, Handles handles) {
    if (rest.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    try {
      var values = new ArrayList<JsonNode>();
      for (Part part : CompactLine.parts(rest)) {
        values.add(ArgumentValues.readExact(part.text(), handles));
      }
      return values.size() == 1
          ? values.getFirst()
          : JsonNodeFactory.instance.arrayNode().addAll(values);
    } catch (UnreadableArguments plainWords) {
      return JsonNodeFactory.instance.stringNode(rest);
    }
  }
}
