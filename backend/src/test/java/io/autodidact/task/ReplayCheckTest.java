package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Checks.Difference;
import io.autodidact.task.Checks.EntityList;
import io.autodidact.task.Checks.Watch;
import io.autodidact.tenant.StoredJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

class ReplayCheckTest {
  private final SmallShop shop = new SmallShop();

  @Test
  void reachingTheExpectedStateIsRewarded() throws Exception {
    var check = ReplayCheck.begin(shop.open(7), priceOf(0, 5));
    setPrice(check.episode(), 0, 5);
    assertThat(check.judge(NullNode.getInstance()).reward()).isEqualTo(1);
  }

  @Test
  void doingNothingIsNotRewarded() throws Exception {
    var check = ReplayCheck.begin(shop.open(7), priceOf(0, 5));
    assertThat(check.judge(NullNode.getInstance()).reward()).isZero();
  }

  @Test
  void credentialsThatEndInTheMiddleAreNotTheAttemptsFault() throws Exception {
    var open = new AtomicBoolean(true);
    var check = ReplayCheck.begin(new Door(shop.open(7), open), priceOf(0, 5));
    setPrice(check.episode(), 0, 5);
    open.set(false);
    assertThatThrownBy(() -> check.judge(NullNode.getInstance()))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("does not accept the credentials")
        .hasMessageContaining("resume the run");
  }

  /** Software that turns everybody away from some moment on. */
  private record Door(Episode episode, AtomicBoolean open) implements Episode {
    @Override
    public Map<String, JsonNode> variables() {
      return episode.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      return open.get()
          ? episode.act(call)
          : new Outcome.Refused(401, "Unauthorized", NullNode.getInstance());
    }

    @Override
    public void close() {
      episode.close();
    }
  }

  @Test
  void anotherEntityOrAnotherValueIsNotRewarded() throws Exception {
    var wrongEntity = ReplayCheck.begin(shop.open(7), priceOf(0, 5));
    setPrice(wrongEntity.episode(), 1, 5);
    assertThat(wrongEntity.judge(NullNode.getInstance()).held()).isEmpty();
    assertThat(wrongEntity.judge(NullNode.getInstance()).unexpected()).isNotEmpty();
    var wrongValue = ReplayCheck.begin(shop.open(7), priceOf(0, 5));
    setPrice(wrongValue.episode(), 0, 6);
    assertThat(wrongValue.judge(NullNode.getInstance()).reward()).isZero();
  }

  @Test
  void aListThatNoProbeShowsIsLookedAtBeforeAWriteAddsToIt() throws Exception {
    var suppliersOnly =
        new Checks(
            List.of(new PlanStep("list_suppliers", Map.of())),
            List.of(new Watch("create_item", "list_items", Map.of())),
            List.of(new EntityList("list_items", "item", List.of("items"), "id", "name")),
            List.of(),
            Set.of(),
            List.of());
    var check = ReplayCheck.begin(shop.open(7), suppliersOnly);
    act(check.episode(), "create_item", "{\"name\":\"Extra %s\",\"price\":5}", 2);
    assertThat(check.judge(NullNode.getInstance()).unexpected())
        .anyMatch(place -> place.startsWith("list_items"));
  }

  @Test
  void aFieldThatOnlyTheItemReadShowsIsWatchedOnceItIsTouched() throws Exception {
    var names = rows(shop.open(7));
    var onlyItemsRead =
        new Checks(
            List.of(new PlanStep("list_items", Map.of())),
            List.of(new Watch("update_item", "get_item", Map.of("/itemId", "/itemId"))),
            List.of(new EntityList("list_items", "item", List.of("items"), "id", "name")),
            List.of(),
            Set.of("list_items(*)/items/*/reorderLevel"),
            List.of());
    var check = ReplayCheck.begin(shop.open(7), onlyItemsRead);
    act(check.episode(), "update_item", "{\"itemId\":%s,\"reorderLevel\":999}", 2);
    assertThat(check.judge(NullNode.getInstance()).unexpected())
        .containsExactly(
            "get_item(%s)/reorderLevel".formatted(names.get(2).get("name").asString()));
  }

  @Test
  void checksAndPlansSurviveStorage() {
    var checks = priceOf(0, 5);
    assertThat(StoredJson.read(StoredJson.write(checks), Checks.class)).isEqualTo(checks);
  }

  private Checks priceOf(int item, int price) {
    var name = rows(shop.open(7)).get(item).get("name").asString();
    var before = rows(shop.open(7)).get(item).get("price");
    return new Checks(
        List.of(new PlanStep("list_items", Map.of())),
        List.of(),
        List.of(new EntityList("list_items", "item", List.of("items"), "id", "name")),
        List.of(
            new Difference(
                "list_items()/items/[%s]/price".formatted(name), before, IntNode.valueOf(price))),
        Set.of(),
        List.of());
  }

  private void setPrice(Episode episode, int item, int price) throws Exception {
    act(episode, "update_item", "{\"itemId\":%s,\"price\":" + price + "}", item);
  }

  private void act(Episode episode, String operation, String arguments, int item) throws Exception {
    var id = rows(episode).get(item).get("id").asString();
    episode.act(new Call(operation, (ObjectNode) SmallShop.JSON.readTree(arguments.formatted(id))));
  }

  private static List<JsonNode> rows(Episode episode) {
    try {
      var call = new Call("list_items", SmallShop.JSON.createObjectNode());
      var outcome = (io.autodidact.connector.Outcome.Succeeded) episode.act(call);
      return outcome.body().get("items").valueStream().toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
