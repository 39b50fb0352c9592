package io.autodidact.connector.openapi;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Defect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the operations of a document one by one; what is wrong with one is told, not thrown. */
final class RouteReader {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  /** What was read. */
  record Read(Map<String, Route> routes, Catalogue catalogue) {}

  private record Found(Names.Place place, JsonNode path, JsonNode operation) {}

  private final Document document;
  private final OperationReader operations;
  private final List<Defect> defects = new ArrayList<>();

  private RouteReader(Document document, Optional<String> credentialParameter, Servers servers) {
    this.document = document;
    this.operations = new OperationReader(document, credentialParameter, servers);
  }

  /**
   * @param credentialParameter a parameter that every call carries anyway
   * @param servers where operations are served
   */
  static Read read(Document document, Optional<String> credentialParameter, Servers servers) {
    return new RouteReader(document, credentialParameter, servers).read();
  }

  private Read read() {
    var found = new ArrayList<Found>();
    document.paths().properties().forEach(entry -> find(entry.getKey(), entry.getValue(), found));
    var names = Names.of(found.stream().map(Found::place).toList());
    var routes = new LinkedHashMap<String, Route>();
    for (var one : found) {
      var name = Objects.requireNonNull(names.get(one.place()));
      try {
        routes.put(name, read(name, one));
      } catch (Document.Wrong e) {
        defects.add(new Defect(one.place().toString(), String.valueOf(e.getMessage())));
      } catch (RuntimeException e) {
        defects.add(new Defect(one.place().toString(), "It can not be read: " + e.getMessage()));
      }
    }
    var catalogue = new Catalogue(routes.values().stream().map(Route::operation).toList(), defects);
    return new Read(routes, catalogue);
  }

  private Route read(String name, Found one) {
    return operations.read(
        name,
        one.place(),
        one.path(),
        one.operation(),
        problem -> defects.add(new Defect(one.place().toString(), problem)));
  }

  private void find(String template, JsonNode item, List<Found> found) {
    if (template.startsWith("x-")) {
      return;
    }
    try {
      if (!template.startsWith("/")) {
        throw new Document.Wrong("A path must begin with a slash.");
      }
      var path = document.resolve(item);
      for (var entry : path.properties()) {
        if (METHODS.contains(entry.getKey().toLowerCase(Locale.ROOT))) {
          var method = entry.getKey().toUpperCase(Locale.ROOT);
          var id = entry.getValue().path("operationId").asString("");
          var place = new Names.Place(method, template, id);
          found.add(new Found(place, path, entry.getValue()));
        }
      }
    } catch (Document.Wrong e) {
      defects.add(new Defect(template, String.valueOf(e.getMessage())));
    }
  }
}
