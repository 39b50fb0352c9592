package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.goal.GoalData;
import io.autodidact.task.TaskFamily.Change;
import io.autodidact.task.TaskFamily.Drawn;
import io.autodidact.task.TaskFamily.Filler;
import io.autodidact.task.TaskFamily.OfEntity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoalAffinityTest {
  private static final GoalData HELP_DESK =
      new GoalData(
          "Help-desk work: put people in groups, disable accounts of users; never touch clients.",
          Set.of());
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              operation("join_group", "user", "group"),
              operation("update_user", "user", "enabled"),
              operation("update_client", "client", "enabled")),
          List.of());

  private static Operation operation(String name, String... parameters) {
    var schema = SmallShop.JSON.createObjectNode().put("type", "object");
    for (var parameter : parameters) {
      schema.withObject("/properties").putObject(parameter).put("type", "string");
    }
    return new Operation(
        name, "", "", List.of(), schema, Optional.empty(), Effect.WRITE, "the test says so");
  }

  private static Stream<TaskFamily> families(
      int number, String operation, List<String> entities, Map<String, Filler> arguments) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new TaskFamily(
                    operation + i, 1, entities, List.of(new Change(operation, arguments))));
  }

  private static Map<String, Filler> arguments(
      String one, Filler filler, String other, Filler its) {
    var arguments = new LinkedHashMap<String, Filler>();
    arguments.put(one, filler);
    arguments.put(other, its);
    return arguments;
  }

  @Test
  void whatIsDoneToUsersIsWantedWhereTheGoalsSpeakOfUsersInOtherWords() {
    var user = new OfEntity(0, "id");
    var joining =
        families(
            8,
            "join_group",
            List.of("user", "group"),
            arguments("/user", user, "/group", new OfEntity(1, "id")));
    var disabling =
        families(
            8, "update_user", List.of("user"), arguments("/user", user, "/enabled", new Drawn()));
    var clients =
        families(
            8,
            "update_client",
            List.of("client"),
            arguments("/client", user, "/enabled", new Drawn()));
    var all = Stream.of(joining, disabling, clients).flatMap(families -> families).toList();
    assertThat(new GoalAffinity(CATALOGUE, List.of(HELP_DESK)).wanted(all))
        .extracting(family -> family.name().replaceAll("\\d", ""))
        .hasSize(16)
        .containsOnly("join_group", "update_user");
  }
}
