package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.Coverage;
import io.autodidact.exploration.Exploration;
import io.autodidact.exploration.Transition;
import io.autodidact.task.PlanReplay.Done;
import io.autodidact.task.TaskWorkshop.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class HindsightTest {
  private static final long SEED = 77;

  private final SmallShop shop = new SmallShop();
  private final TaskWorkshop workshop;
  private final List<Done> done = new ArrayList<>();

  HindsightTest() throws InterruptedException {
    workshop = TaskWorkshop.open(shop, exploration(shop), any -> true, 3);
  }

  @Test
  void whatWasChangedIsATaskThatItsPlanFulfils() throws InterruptedException {
    try (var episode = shop.open(SEED)) {
      var item = list(episode).get(2);
      act(episode, "update_item", arguments(item).put("reorderLevel", 41));

      var task = kept();

      assertThat(task.request()).contains(item.path("name").asString(), "41");
      assertThat(task.split()).isEqualTo(Split.TRAIN);
      assertThat(task.episodeSeed()).isEqualTo(SEED);
      var check = ReplayCheck.begin(shop.open(SEED), task.checks());
      PlanReplay.of(task.plan(), check.episode());
      assertThat(check.judge(MakeChecks.answer(List.of())).reward()).isEqualTo(1);
    }
  }

  @Test
  void equalCallsGiveTheSameTask() throws InterruptedException {
    try (var episode = shop.open(SEED)) {
      act(episode, "update_item", arguments(list(episode).get(2)).put("reorderLevel", 41));
      assertThat(kept().id()).isEqualTo(kept().id());
    }
  }

  @Test
  void whatWasOnlyTriedIsNoPartOfIt() throws InterruptedException {
    try (var episode = shop.open(SEED)) {
      var item = list(episode).get(0);
      act(episode, "update_item", SmallShop.JSON.createObjectNode().put("itemId", 1));
      act(episode, "update_item", arguments(item).put("reorderLevel", 41));
      assertThat(kept().request()).contains(item.path("name").asString());
    }
  }

  @Test
  void anIdThatNobodyWasShownCanNotBeSaid() throws InterruptedException {
    try (var episode = shop.open(SEED)) {
      var item = list(episode).get(2);
      act(episode, "update_item", arguments(item).put("reorderLevel", 41));
      done.removeFirst();
      assertThat(written(workshop.families())).isInstanceOf(Written.Rejected.class);
    }
  }

  @Test
  void lookingAroundIsNoTask() throws InterruptedException {
    try (var episode = shop.open(SEED)) {
      list(episode);
      assertThat(written(workshop.families())).isInstanceOf(Written.Rejected.class);
    }
  }

  @Test
  void workThatIsLeftToTheExamIsNotSaid() throws InterruptedException {
    try (var episode = shop.open(SEED)) {
      act(episode, "update_item", arguments(list(episode).get(2)).put("reorderLevel", 41));
      var others =
          workshop.families().stream()
              .filter(family -> !family.name().startsWith("update_item"))
              .toList();
      assertThat(written(others)).isInstanceOf(Written.Rejected.class);
    }
  }

  private Task kept() throws InterruptedException {
    var written = written(workshop.families());
    assertThat(written).isInstanceOf(Written.Kept.class);
    return ((Written.Kept) written).task();
  }

  private Written written(List<TaskFamily> families) throws InterruptedException {
    return workshop.inHindsight(families, done, SEED);
  }

  private static ObjectNode arguments(JsonNode item) {
    var arguments = SmallShop.JSON.createObjectNode();
    arguments.set("itemId", item.path("id"));
    return arguments;
  }

  private JsonNode list(Episode episode) throws InterruptedException {
    var outcome = act(episode, "list_items", SmallShop.JSON.createObjectNode());
    return ((Outcome.Succeeded) outcome).body().path("items");
  }

  private Outcome act(Episode episode, String operation, ObjectNode arguments)
      throws InterruptedException {
    var call = new Call(operation, arguments);
    var outcome = episode.act(call);
    done.add(new Done(call, outcome));
    return outcome;
  }

  private static Exploration exploration(SmallShop shop) {
    var transitions = new ArrayList<Transition>();
    for (var operation : shop.operations().operations()) {
      var call = new Call(operation.name(), SmallShop.JSON.createObjectNode());
      var outcome = new Outcome.Succeeded(200, SmallShop.JSON.createObjectNode());
      transitions.add(new Transition(transitions.size(), 1, call, Map.of(), outcome));
    }
    return new Exploration(transitions, List.of(), new Coverage(List.of()), List.of());
  }
}
