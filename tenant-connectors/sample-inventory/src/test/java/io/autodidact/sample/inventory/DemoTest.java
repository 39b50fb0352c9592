package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.Contract.Operation;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's files speak of operations and arguments that the document has. */
class DemoTest {

  private final Contract contract = new Contract();

  @Test
  void everyStepOfTheLifecycleSendsArgumentsThatItsOperationTakesAndNeeds() {
    JsonNode lifecycle = read("lifecycle.json");
    Stream.concat(lifecycle.path("setUp").valueStream(), lifecycle.path("tearDown").valueStream())
        .forEach(this::checkStep);
    assertThat(lifecycle.path("tearDown").path(0).path("call").asString())
        .isEqualTo("delete_workspace");
  }

  @Test
  void goalsForbidOperationsThatExist() {
    for (JsonNode goal : read("goals.json")) {
      assertThat(goal.path("text").asString()).isNotBlank();
      goal.path("forbidden").forEach(name -> contract.operation(name.asString()));
    }
  }

  private void checkStep(JsonNode step) {
    Operation operation = contract.operation(step.path("call").asString());
    JsonNode body =
        contract.resolved(operation.node().at("/requestBody/content/application~1json/schema"));
    Set<String> needed = new HashSet<>(operation.parameters(contract, "path"));
    needed.addAll(operation.parameters(contract, "header"));
    body.path("required").forEach(name -> needed.add(name.asString()));
    Set<String> taken = new HashSet<>(needed);
    taken.addAll(body.path("properties").propertyNames());
    assertThat(step.path("arguments").propertyNames())
        .as(step.path("call").asString())
        .containsAll(needed)
        .isSubsetOf(taken);
  }

  private static JsonNode read(String name) {
    return JsonMapper.shared().readTree(Path.of("demo", name).toFile());
  }
}
