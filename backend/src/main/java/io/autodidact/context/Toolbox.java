package io.autodidact.context;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Operation;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every operation of a catalogue as a tool, with its argument schema compiled once. Thread-safe.
 */
public final class Toolbox {
  private final Map<String, Tool> tools;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  public Toolbox(Catalogue catalogue) {
    var all = new LinkedHashMap<String, Tool>();
    for (Operation operation : catalogue.operations()) {
      all.put(operation.name(), Tool.of(operation));
    }
    this.tools = Collections.unmodifiableMap(all);
  }

  public Collection<Tool> all() {
    return tools.values();
  }

  public Optional<Tool> find(String name) {
    return Optional.ofNullable(tools.get(name));
  }

  /** What is wrong with the call's arguments, in a few words; empty if they fit the schema. */
  public Optional<String> problem(Tool tool, Call call) {
    var schema =
        schemas.computeIfAbsent(
            tool.name(), name -> registry.getSchema(tool.operation().arguments()));
    return schema.validate(call.arguments()).stream().map(Toolbox::say).findFirst();
  }

  private static String say(Error error) {
    var place = error.getInstanceLocation().toString().replaceFirst("^[$/.]+", "");
    return place.isEmpty() ? error.getMessage() : place + ": " + error.getMessage();
  }

  /** Names of operations that resemble a name that does not exist, the nearest first. */
  public List<String> nearest(String name, int count) {
    var wanted = Words.setOf(name);
    record Near(String name, double distance) {}
    return tools.keySet().stream()
        .map(known -> new Near(known, distance(name, wanted, known)))
        .sorted(Comparator.comparingDouble(Near::distance).thenComparing(Near::name))
        .limit(count)
        .map(Near::name)
        .toList();
  }

  /** Shared words count most, then the letters. */
  private static double distance(String name, Set<String> wanted, String known) {
    var words = Words.of(known);
    double shared = words.stream().filter(wanted::contains).count();
    double overlap = shared / Math.max(1, words.size() + wanted.size() - shared);
    int longest = Math.max(name.length(), known.length());
    return 1 - overlap + (double) EditDistance.between(name, known) / Math.max(1, longest);
  }
}
