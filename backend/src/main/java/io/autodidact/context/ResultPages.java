package io.autodidact.context;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A whole result, read page by page. */
final class ResultPages {
  private static final int PAGE = 300;

  /** Nothing to read. */
  static final ResultPages NONE = new ResultPages(JsonNodeFactory.instance.arrayNode());

  private final JsonNode result;
  private int page;

  ResultPages(JsonNode result) {
    this.result = result;
  }

  String next(Handles handles) {
    int from = page * PAGE;
    var text =
        elements()
            .map(one -> ArgumentValues.withNewHandles("", one, handles).toString())
            .collect(Collectors.joining("\n"));
    if (from >= text.length() || result.isEmpty()) {
      return "nothing more";
    }
    page++;
    int to = Math.min(text.length(), from + PAGE);
    return text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  private Stream<JsonNode> elements() {
    return ResultLists.in(result)
        .map(JsonNode::valueStream)
        .orElseGet(() -> List.of(result).stream());
  }
}
