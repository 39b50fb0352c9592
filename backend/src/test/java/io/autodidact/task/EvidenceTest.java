package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.task.Checks.Difference;
import io.autodidact.task.Checks.EntityList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class EvidenceTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Probe ORDERS =
      probe("list_orders", "[{\"id\":9,\"code\":\"O1\",\"itemId\":1}]");
  private static final Probe ITEMS = probe("list_items", "[{\"id\":1,\"name\":\"Sofa\"}]");

  private final Checks checks =
      new Checks(
          List.of(),
          List.of(),
          List.of(
              new EntityList("list_items", "item", List.of(), "id", "name"),
              new EntityList("list_orders", "order", List.of(), "id", "code")),
          List.of(),
          Set.of(),
          List.of());

  @Test
  void whatSaysTheSameHasNotChanged() {
    assertThat(new Evidence(List.of(ITEMS, ORDERS), List.of(ITEMS, ORDERS)).changes(checks))
        .isEmpty();
  }

  @Test
  void whatIsNewIsTheOnlyChange() {
    var more = probe("list_items", "[{\"id\":1,\"name\":\"Sofa\"},{\"id\":2,\"name\":\"Lamp\"}]");

    assertThat(places(List.of(ITEMS, ORDERS), List.of(more, ORDERS)))
        .containsExactlyInAnyOrder("list_items()/[Lamp]/name", "list_items()/[Lamp]/id");
  }

  @Test
  void whereTheSameWordsMeanAnotherThingSomethingHasChanged() {
    var renamed = probe("list_items", "[{\"id\":1,\"name\":\"Couch\"}]");

    assertThat(places(List.of(ITEMS, ORDERS), List.of(renamed, ORDERS)))
        .contains("list_orders()/[O1]/itemId", "list_items()/[Couch]/name");
  }

  private List<String> places(List<Probe> before, List<Probe> now) {
    return new Evidence(before, now).changes(checks).stream().map(Difference::place).toList();
  }

  private static Probe probe(String operation, String body) {
    return new Probe(
        new Call(operation, JsonNodeFactory.instance.objectNode()), JSON.readTree(body));
  }
}
