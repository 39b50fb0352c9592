package io.autodidact.connector.openapi;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a call's arguments as an HTTP request. */
final class RequestWriter {
  /** The arguments can not be sent. The message says which and why. */
  static final class BadArguments extends Exception {
    private static final long serialVersionUID = 1L;

    BadArguments(String message) {
      super(message);
    }
  }

  HttpCall write(Route route, ObjectNode arguments) throws BadArguments {
    check(route, arguments);
    var path = route.template();
    var query = new ArrayList<String>();
    var headers = new ArrayList<HttpCall.Field>();
    headers.add(new HttpCall.Field("Accept", "application/json, */*;q=0.5"));
    var cookies = new ArrayList<String>();
    for (var parameter : route.parameters()) {
      var value = arguments.path(parameter.property());
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      switch (parameter.in()) {
        case PATH -> path = filled(path, parameter, value);
        case QUERY -> query.addAll(ParameterWriter.query(parameter, value));
        case HEADER -> headers.add(header(parameter, value));
        case COOKIE -> cookies.addAll(ParameterWriter.query(parameter, value));
      }
    }
    if (!cookies.isEmpty()) {
      headers.add(new HttpCall.Field("Cookie", String.join("; ", cookies)));
    }
    var body = route.body().flatMap(form -> BodyWriter.write(form, arguments, known(route)));
    body.ifPresent(written -> headers.add(new HttpCall.Field("Content-Type", written.type())));
    var address = route.base() + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    return new HttpCall(route.method(), uri(address), headers, body.map(BodyWriter.Written::bytes));
  }

  private static void check(Route route, ObjectNode arguments) throws BadArguments {
    var schema = route.operation().arguments();
    for (var name : schema.path("required")) {
      if (arguments.path(name.asString()).isMissingNode()) {
        throw new BadArguments(name.asString() + " is missing.");
      }
    }
    var known = schema.path("properties");
    if (!schema.path("additionalProperties").asBoolean(false)) {
      for (var name : arguments.propertyNames()) {
        if (!known.has(name)) {
          throw new BadArguments(
              "There is no argument "
                  + name
                  + "; "
                  + route.operation().name()
                  + " takes "
                  + String.join(", ", known.propertyNames())
                  + ".");
        }
      }
    }
  }

  private static String filled(String path, Parameter parameter, JsonNode value)
      throws BadArguments {
    var written = ParameterWriter.path(parameter, value);
    if (written.isEmpty() || written.equals(".") || written.equals("..")) {
      throw new BadArguments(
          parameter.property() + " must not be " + (written.isEmpty() ? "empty." : written + "."));
    }
    return path.replace("{" + parameter.name() + "}", written);
  }

  private static HttpCall.Field header(Parameter parameter, JsonNode value) throws BadArguments {
    var text = ParameterWriter.simple(parameter, value);
    if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      throw new BadArguments(parameter.property() + " must not hold line breaks.");
    }
    return new HttpCall.Field(parameter.name(), text);
  }

  private static Set<String> known(Route route) {
    var known = new HashSet<String>();
    route.parameters().forEach(parameter -> known.add(parameter.property()));
    return known;
  }

  private static URI uri(String address) throws BadArguments {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new BadArguments("The address can not be written: " + e.getMessage());
    }
  }
}
