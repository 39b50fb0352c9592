package io.autodidact.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.ExploreSettings.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class AccessTest {
  private static final Outcome WHO_ARE_YOU =
      new Outcome.Refused(
          401, "No token for these credentials.", JsonNodeFactory.instance.objectNode());

  private final Library library = new Library();
  private int calls;

  /** The library behind a door; the door sees every call. */
  private final class Guarded implements Episode {
    private final Episode inside = library.open(1);
    private final Function<Call, Outcome> door;

    Guarded(Function<Call, Outcome> door) {
      this.door = door;
    }

    @Override
    public Map<String, JsonNode> variables() {
      return inside.variables();
    }

    @Override
    public Outcome act(Call call) throws InterruptedException {
      calls++;
      var turnedAway = door.apply(call);
      return turnedAway.succeeded() ? inside.act(call) : turnedAway;
    }

    @Override
    public void close() {
      inside.close();
    }
  }

  private static Outcome open() {
    return new Outcome.Succeeded(200, JsonNodeFactory.instance.objectNode());
  }

  private Exploration explore(int most, Function<Call, Outcome> door) throws InterruptedException {
    var explorer =
        new Explorer(
            library.operations(),
            operation -> true,
            new WordAffinity(List.of()),
            new ExploreSettings(most, 1000, 1000, 1, Strategy.GUIDED),
            new Access(List.of(Duration.ofMillis(1), Duration.ofMillis(1))));
    try (var episode = new Guarded(door)) {
      var situation = explorer.begin(episode);
      while (explorer.calls() < most) {
        explorer.step(episode, situation, 1);
      }
    }
    return explorer.conclude();
  }

  @Test
  void credentialsNoLongerAcceptedEndExploringAtOnceAndTheMessageSaysWhatToDo() {
    assertThatThrownBy(() -> explore(500, call -> calls > 20 ? WHO_ARE_YOU : open()))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("does not accept the credentials")
        .hasMessageContaining("No token for these credentials.")
        .hasMessageContaining("resume the run")
        .extracting(e -> ((ConnectorException) e).fault())
        .isEqualTo(Fault.SETTINGS);
    assertThat(calls).isLessThan(30);
  }

  @Test
  void credentialsThatWereNeverAcceptedEndExploringAfterTenCalls() {
    assertThatThrownBy(() -> explore(500, call -> WHO_ARE_YOU))
        .hasMessageContaining("does not accept the credentials");
    assertThat(calls).isEqualTo(10);
  }

  @Test
  void softwareThatDoesNotAnswerAnyMoreIsTheNetworksFault() {
    assertThatThrownBy(
            () ->
                explore(
                    500, call -> calls > 20 ? new Outcome.Unreachable("No connection.") : open()))
        .hasMessageContaining("does not answer any more")
        .extracting(e -> ((ConnectorException) e).fault())
        .isEqualTo(Fault.NETWORK);
  }

  @Test
  void aMomentWithoutAccessTeachesNothing() throws Exception {
    var undisturbed = explore(100, call -> open());
    calls = 0;
    var disturbed =
        explore(100, call -> calls > 20 && calls < 24 ? WHO_ARE_YOU : open()).transitions();
    assertThat(disturbed).isEqualTo(undisturbed.transitions());
  }

  @Test
  void anOperationThatIsNotForThisCallerIsARefusalLikeOthers() throws Exception {
    var exploration =
        explore(60, call -> call.operation().equals("list_members") ? WHO_ARE_YOU : open());
    assertThat(exploration.coverage().operations())
        .filteredOn(reach -> reach.operation().equals("list_members"))
        .extracting(Coverage.Reach::state)
        .containsExactly(Coverage.State.REFUSED);
  }
}
