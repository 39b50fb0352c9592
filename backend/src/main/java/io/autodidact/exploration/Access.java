package io.autodidact.exploration;

import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes calls, and tells an operation that is closed to the caller from software that lets nobody
 * in any more: a call turned away is followed by a read that worked before. If that is turned away
 * too, it waits for a while and then gives up, so that no budget is burned in front of a closed
 * door.
 */
final class Access {
  /** Waits before a lapse counts as one that only people can end. */
  static final List<Duration> PATIENCE =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(6));

  /** Where nothing worked yet in the episode, so many calls in a row may be turned away. */
  private static final int STRANGER = 10;

  private final List<Duration> pauses;
  private int turnedAway;

  Access(List<Duration> pauses) {
    this.pauses = List.copyOf(pauses);
  }

  /**
   * Makes the call, once more after a lapse.
   *
   * @param proof a read that worked before in this episode
   * @throws ConnectorException if the software lets nobody in; its message says what to do
   */
  Outcome act(Episode episode, Call call, Optional<Call> proof) throws InterruptedException {
    var outcome = episode.act(call);
    if (!isTurnedAway(outcome)) {
      turnedAway = 0;
      return outcome;
    }
    if (proof.isEmpty()) {
      turnedAway++;
      if (turnedAway >= STRANGER) {
        throw closed(outcome);
      }
      return outcome;
    }
    var seen = episode.act(proof.get());
    if (!isTurnedAway(seen)) {
      return outcome;
    }
    for (var pause : pauses) {
      Thread.sleep(pause);
      seen = episode.act(proof.get());
      if (!isTurnedAway(seen)) {
        return episode.act(call);
      }
    }
    throw closed(seen);
  }

  private static boolean isTurnedAway(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var code, _, _) -> code == 401;
      case Outcome.Unreachable _ -> true;
      case Outcome.Succeeded _, Outcome.Broken _ -> false;
    };
  }

  private static ConnectorException closed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(_, var message, _) ->
          new ConnectorException(
              Fault.SETTINGS,
              "The software does not accept the credentials of the connection (any more). It said: "
                  + message
                  + " Renew the secret, or the account it belongs to, and resume the run.");
      case Outcome.Unreachable(var message) ->
          new ConnectorException(
              Fault.NETWORK, "The software does not answer any more. " + message);
      case Outcome.Succeeded _, Outcome.Broken _ ->
          throw new IllegalArgumentException("Not turned away: " + outcome);
    };
  }
}
