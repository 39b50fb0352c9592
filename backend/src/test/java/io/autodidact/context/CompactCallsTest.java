package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.task.SmallShop;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

final class CompactCallsTest {
  private final Toolbox tools = new Toolbox(new SmallShop().operations());
  private final CompactCalls calls = new CompactCalls();
  private final Handles handles = new Handles();

  @Test
  void aToolIsShownAsItIsCalled() {
    assertThat(calls.list(List.of(tool("update_item"), tool("list_items")), Set.of()))
        .isEqualTo("\nupdate_item itemId reorderLevel= price=\nlist_items search= supplierId=");
  }

  @Test
  void anIdIsWrittenAsItsHandleAndReadBack() {
    handles.of(IntNode.valueOf(4711));
    var call = call("update_item", "{\"itemId\":4711,\"reorderLevel\":4711}");
    var text = calls.write(tool("update_item"), call, handles);
    assertThat(text).isEqualTo("update_item #1 reorderLevel=4711");
    assertThat(read(text)).isEqualTo(new Said.Operate("", call));
  }

  @Test
  void whatIsWrittenIsReadBackWhateverTheTextSays() {
    for (var name :
        List.of(
            "Lamp",
            "Blue lamp",
            "98",
            "true",
            "null",
            "#1",
            "a=b",
            "say \"hi\"",
            "{",
            "[1]",
            "",
            " x ",
            "line\nbreak",
            "back\\slash",
            "search=5",
            "naïve",
            "finish",
            "1e5",
            "-")) {
      var arguments = StoredJson.MAPPER.createObjectNode().put("name", name).put("price", 5);
      var call = new Call("create_item", arguments);
      var text = calls.write(tool("create_item"), call, handles);
      assertThat(read(text)).as(text).isEqualTo(new Said.Operate("", call));
    }
  }

  @Test
  void wordsBeforeTheCallAreThought() {
    var said = read("I need the list first.\nlist_items");
    assertThat(said)
        .isEqualTo(new Said.Operate("I need the list first.", call("list_items", "{}")));
  }

  @Test
  void wordsBehindANamedTextBelongToItThoughItsQuotesWereForgotten() {
    assertThat(read("list_items search=blue desk lamp"))
        .isEqualTo(new Said.Operate("", call("list_items", "{\"search\":\"blue desk lamp\"}")));
    assertThat(problem("list_items search=\"blue desk\" lamp")).contains("too many values");
  }

  @Test
  void anUnknownOperationNamesTheNearest() {
    assertThat(problem("item_update #1")).contains("no operation item_update, try update_item");
  }

  @Test
  void punctuationAroundAnOperationIsOverlooked() {
    assertThat(read("`list_items`, search=lamp"))
        .isEqualTo(new Said.Operate("", call("list_items", "{\"search\":\"lamp\"}")));
  }

  @Test
  void anUnknownHandleIsNamed() {
    assertThat(problem("get_item #7")).contains("there is no #7");
  }

  @Test
  void brokenArgumentsSayWhatIsWrong() {
    assertThat(problem("list_items search=\"x")).contains("a quote is not closed");
    assertThat(problem("list_items {\"a\":")).contains("a bracket is not closed");
    assertThat(problem("list_items {a}")).contains("too many values: list_items search=");
    assertThat(problem("list_items color=red")).contains("no argument color: list_items search=");
    assertThat(problem("")).contains("Write a call");
  }

  @Test
  void finishCarriesAValueSeveralOrWords() {
    assertThat(answer("finish")).isEqualTo("null");
    assertThat(answer("finish 12")).isEqualTo("12");
    assertThat(answer("finish \"Blue lamp\"")).isEqualTo("\"Blue lamp\"");
    assertThat(answer("finish 1 \"b\"")).isEqualTo("[1,\"b\"]");
    assertThat(answer("finish Blue lamp")).isEqualTo("\"Blue lamp\"");
  }

  private String answer(String text) {
    return ((Said.Finish) read(text)).answer().toString();
  }

  private String problem(String text) {
    return ((Said.Malformed) read(text)).problem();
  }

  private Said read(String text) {
    return calls.read(text, tools, handles);
  }

  private Tool tool(String name) {
    return tools.find(name).orElseThrow();
  }

  private static Call call(String operation, String arguments) {
    return new Call(operation, (ObjectNode) StoredJson.MAPPER.readTree(arguments));
  }
}
