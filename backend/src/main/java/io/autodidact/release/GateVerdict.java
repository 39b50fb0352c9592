package io.autodidact.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Whether a candidate may become a release. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GateVerdict.Passed.class, name = "passed"),
  @JsonSubTypes.Type(value = GateVerdict.Held.class, name = "held")
})
public sealed interface GateVerdict {
  /** The verdict for people. */
  String sentence();

  /** Kinds of tasks at which it is more than 10 points worse than before. */
  List<FallenFamily> fallen();

  /** A plan family and its average before and now. */
  record FallenFamily(String family, double before, double now) {}

  /** It may be released. */
  record Passed(String sentence, List<FallenFamily> fallen) implements GateVerdict {
    public Passed {
      fallen = List.copyOf(fallen);
    }
  }

  /** It is kept, but not released. */
  record Held(String sentence, List<FallenFamily> fallen) implements GateVerdict {
    public Held {
      fallen = List.copyOf(fallen);
    }
  }
}
