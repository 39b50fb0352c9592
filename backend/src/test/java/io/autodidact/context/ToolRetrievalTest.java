package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.task.SmallShop;
import io.autodidact.tenant.StoredJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ToolRetrievalTest {
  private static final int MANY = 10_000;

  @Test
  void anOperationIsFoundAmongTenThousand() {
    var operations = new ArrayList<Operation>();
    for (int i = 0; i < MANY; i++) {
      var noun = "part" + i;
      operations.add(operation("update_" + noun, List.of(noun, "{id}"), Effect.WRITE));
    }
    operations.add(operation("suspend_account", List.of("accounts", "{id}"), Effect.WRITE));
    var tools = new Toolbox(new Catalogue(operations, List.of()));
    var retrieval = ToolRetrieval.index(tools, new WordEmbedder());

    assertThat(names(retrieval.forRequest("Suspend the account of Ada.", 8)))
        .startsWith("suspend_account")
        .hasSize(8);
    assertThat(names(retrieval.forRequest("Update part4711.", 8))).contains("update_part4711");
  }

  @Test
  void whatFindsAnIdComesAlong() {
    var tools = new Toolbox(new SmallShop().operations());
    var retrieval = ToolRetrieval.index(tools, new WordEmbedder());
    assertThat(names(retrieval.forRequest("Deactivate the supplier Acme.", 2)))
        .containsExactly("deactivate_supplier", "list_suppliers");
  }

  @Test
  void everyPartOfARequestGetsItsTools() {
    var tools = new Toolbox(new SmallShop().operations());
    var retrieval = ToolRetrieval.index(tools, new WordEmbedder());
    assertThat(
            names(retrieval.forRequest("Create item Lamp, and deactivate the supplier Acme.", 3)))
        .containsExactly("create_item", "deactivate_supplier", "list_suppliers");
  }

  private static List<String> names(List<Tool> tools) {
    return tools.stream().map(Tool::name).toList();
  }

  private static Operation operation(String name, List<String> path, Effect effect) {
    var schema =
        StoredJson.MAPPER
            .createObjectNode()
            .put("type", "object")
            .put("additionalProperties", true);
    return new Operation(name, "", "", path, schema, Optional.empty(), effect, "");
  }
}
