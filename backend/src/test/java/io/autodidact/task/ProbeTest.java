package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

class ProbeTest {
  /** An episode in a realm of that name, whose software makes other names of it. */
  private record InRealm(String realm) implements Episode {
    @Override
    public Map<String, JsonNode> variables() {
      return Map.of("realm", StringNode.valueOf(realm), "first", StringNode.valueOf("Ann"));
    }

    @Override
    public Outcome act(Call call) {
      return new Outcome.Succeeded(
          200,
          JsonNodeFactory.instance
              .objectNode()
              .put("name", "default-roles-" + realm)
              .put("description", "Announced"));
    }

    @Override
    public void close() {}
  }

  private static JsonNode read(String realm) throws InterruptedException {
    var call = new Call("get_role", JsonNodeFactory.instance.objectNode());
    return Probe.read(call, List.of(), new InRealm(realm)).body();
  }

  @Test
  void namesMadeOfTheScopesOwnAreTheSameInEveryEpisode() throws Exception {
    assertThat(read("practice-a8c6525b6225")).isEqualTo(read("practice-0690e984cd87"));
    assertThat(read("practice-a8c6525b6225").path("name").asString())
        .isEqualTo("default-roles-${realm}");
  }

  @Test
  void ordinaryWordsStayAsTheyAre() throws Exception {
    assertThat(read("practice-a8c6525b6225").path("description").asString()).isEqualTo("Announced");
  }
}
