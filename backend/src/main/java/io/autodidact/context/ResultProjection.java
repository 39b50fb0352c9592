package io.autodidact.context;

import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.context.ResultFields.Field;
import io.autodidact.context.ResultFields.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Makes results short: ids as handles, natural keys, what the request mentions, a few values more;
 * long lists are cut with a note. What was left out can be read page by page. Not thread-safe; one
 * for each attempt.
 */
public final class ResultProjection {
  private static final int LIST_SHOWN = 6;
  private static final int ELEMENT_BUDGET = 12;
  private static final int OBJECT_BUDGET = 90;
  private static final int MESSAGE = 160;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:.*");

  private final RequestWords request;
  private final Handles handles;
  private ResultPages rest = ResultPages.NONE;

  ResultProjection(RequestWords request, Handles handles) {
    this.request = request;
    this.handles = handles;
  }

  /** What the agent sees of an outcome. */
  public String show(Operation operation, Outcome outcome) {
    rest = ResultPages.NONE;
    return switch (outcome) {
      case Outcome.Succeeded(int code, JsonNode body) -> succeeded(operation, body);
      case Outcome.Refused(int code, String message, JsonNode body) -> "refused: " + clip(message);
      case Outcome.Broken(int code, String message) -> "failed: " + clip(message);
      case Outcome.Unreachable(String message) -> "no answer: " + clip(message);
    };
  }

  /** The next part of the last result. */
  public String more() {
    return rest.next(handles);
  }

  private String succeeded(Operation operation, JsonNode body) {
    rest = new ResultPages(body);
    if (operation.effect() != Effect.READ) {
      return written(body);
    }
    var list = ResultLists.in(body);
    if (list.isPresent()) {
      return listed(list.get());
    }
    if (body.isObject()) {
      return body.isEmpty() ? "ok" : object(ResultLists.unwrapped(body), OBJECT_BUDGET);
    }
    return clip(body.asString());
  }

  /** After a write the agent needs the ids of what is new, nothing else. */
  private String written(JsonNode body) {
    var fresh =
        ResultFields.of(ResultLists.unwrapped(body), request).stream()
            .filter(field -> field.worth() == Worth.OWN_ID)
            .filter(field -> handles.known(field.value()).isEmpty())
            .map(field -> " " + handles.of(field.value()))
            .collect(Collectors.joining());
    return "ok" + fresh;
  }

  private String listed(JsonNode list) {
    if (list.isEmpty()) {
      return "none";
    }
    var shown = chosen(list);
    var text =
        shown.stream()
            .map(one -> one.isObject() ? object(one, ELEMENT_BUDGET) : scalar("", one))
            .collect(Collectors.joining("\n"));
    int left = list.size() - shown.size();
    return left == 0 ? text : text + "\n+" + left + " more";
  }

  /** Elements the request mentions, where it mentions any; else the first ones. */
  private List<JsonNode> chosen(JsonNode list) {
    var all = list.valueStream().toList();
    var mentioned =
        all.stream()
            .filter(
                one ->
                    ResultFields.of(one, request).stream()
                        .anyMatch(field -> request.mentions(field.value())))
            .toList();
    return (mentioned.isEmpty() ? all : mentioned).stream().limit(LIST_SHOWN).toList();
  }

  /** The id, the key and what was asked for; other values only where nothing was asked for. */
  private String object(JsonNode object, int budget) {
    var ranked = new ArrayList<>(ResultFields.of(object, request));
    ranked.sort(Comparator.comparing(Field::worth));
    boolean named = ranked.stream().anyMatch(field -> field.worth() == Worth.OWN_ID);
    boolean asked = ranked.stream().anyMatch(field -> field.worth() == Worth.MENTIONED);
    var text = new StringBuilder();
    for (var field : ranked) {
      boolean needed = field.worth().compareTo(Worth.MENTIONED) <= 0 || (!named && isId(field));
      boolean room = !asked && text.length() < budget && !isTime(field);
      if (needed || room) {
        text.append(text.isEmpty() ? "" : field.worth() == Worth.NATURAL_KEY ? " " : ", ");
        text.append(scalar(field.label(), field.value(), field.name()));
      }
    }
    return text.toString();
  }

  private static boolean isTime(Field field) {
    return TIME.matcher(field.value().asString()).matches();
  }

  private static boolean isId(Field field) {
    return field.worth() == Worth.OTHER_ID;
  }

  private String scalar(String label, JsonNode value) {
    return scalar(label, value, "");
  }

  private String scalar(String label, JsonNode value, String name) {
    var text = Handles.isOpaque(name, value) ? handles.of(value) : clip(value.asString());
    return label.isEmpty() ? text : label + " " + text;
  }

  private static String clip(String message) {
    var line = SPACES.matcher(message.strip()).replaceAll(" ");
    return line.length() <= MESSAGE ? line : line.substring(0, MESSAGE) + "…";
  }
}
