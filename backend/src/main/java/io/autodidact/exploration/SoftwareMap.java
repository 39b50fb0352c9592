package io.autodidact.exploration;

import io.autodidact.connector.Effect;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of software as it was explored: its operations and the flows between them.
 *
 * @param run the learning run that explored it last; empty if none did
 */
public record SoftwareMap(Optional<UUID> run, List<Place> places, List<Link> links) {
  public SoftwareMap {
    places = List.copyOf(places);
    links = List.copyOf(links);
  }

  /** How far exploring got. */
  public enum Reached {
    REACHED,
    REFUSED,
    UNREACHABLE,
    FORBIDDEN,
    NOT_EXPLORED
  }

  /**
   * An operation.
   *
   * @param group what part of the software it belongs to
   * @param calls how often it was tried
   * @param reason why it was not reached; empty where it was
   */
  public record Place(
      String operation,
      String summary,
      String group,
      Effect effect,
      Reached reached,
      int calls,
      String reason) {}

  /**
   * Values of one operation's results that feed another's parameters.
   *
   * @param confirmed whether such a value made a call succeed
   * @param parameters which parameters of the consumer
   */
  public record Link(String producer, String consumer, boolean confirmed, List<String> parameters) {
    public Link {
      parameters = List.copyOf(parameters);
    }
  }

  /** How many places got so far. */
  public long count(Reached reached) {
    return places.stream().filter(place -> place.reached() == reached).count();
  }
}
