package io.autodidact.sample.inventory.http;

import io.autodidact.sample.inventory.http.Reading.Fits;
import io.autodidact.sample.inventory.http.Reading.Misfit;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request on its way to the route that answers it.
 *
 * @param path the values of the variables in the route's path
 * @param header looks a header up by name
 */
public record Call(
    Map<String, String> path,
    Map<String, String> query,
    Function<String, Optional<String>> header,
    byte[] body) {

  /** The value of a variable in the path. */
  public String variable(String name) {
    return Optional.ofNullable(path.get(name)).orElseThrow();
  }

  /** The id in the path. */
  public <T> Id<T> id(String name) {
    return switch (Shape.<T>id().readText(variable(name))) {
      case Fits<Id<T>>(Id<T> id) -> id;
      case Misfit<Id<T>>(String expectation) ->
          throw Refusal.invalid(name, name + " " + expectation + ".");
    };
  }

  /** The query's parameters, to be asked for one by one. */
  public Fields parameters() {
    return Fields.ofQuery(query);
  }

  /** The body's properties, to be asked for one by one. */
  public Fields properties() {
    return Fields.ofBody(Json.readObject(body));
  }
}
