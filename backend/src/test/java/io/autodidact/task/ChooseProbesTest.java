package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.task.Checks.EntityList;
import io.autodidact.task.TaskFamily.Question;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ChooseProbesTest {
  private static final EntityKind ITEM =
      new EntityKind(
          new EntityList("list_items", "item", List.of(), "id", "name"), Map.of(), "");

  @Test
  void largeSoftwareIsReadInAFewListsThoseTheTaskNamesFirst() {
    var collections =
        Stream.concat(
                IntStream.range(0, 40).mapToObj(i -> new PlanStep("list_things_" + i, Map.of())),
                Stream.of(ITEM.readAll()))
            .toList();
    var domain = new Domain(List.of(ITEM), List.of(), Map.of(), collections, List.of(), List.of(), Set.of());
    var row = JsonNodeFactory.instance.objectNode().put("id", 1).put("name", "Lamp");
    var draft =
        new Draft(
            new TaskFamily("ask", 1, List.of("item"), List.of(new Question(0, "price", false))),
            List.of(new Draft.Actor(ITEM, row, row)),
            List.of(Map.of()));
    assertThat(new ChooseProbes(domain, draft).probes()).hasSize(12).startsWith(ITEM.readAll());
  }
}
