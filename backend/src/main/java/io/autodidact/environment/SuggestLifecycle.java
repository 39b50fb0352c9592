package io.autodidact.environment;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Operation;
import io.autodidact.tenant.StoredJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds ways to a fresh state in what the software offers: operations that put everything back, and
 * things that can be made, worked in, and removed again with all that is in them.
 */
public final class SuggestLifecycle {
  private static final int FEWEST_INSIDE = 3;
  private static final int MOST = 3;

  private final List<Operation> all;

  private SuggestLifecycle(Catalogue catalogue) {
    this.all = catalogue.operations();
  }

  /**
   * What is found in the catalogue, the most fitting first; what every software allows is first.
   */
  public static List<LifecycleRecipe> of(Catalogue catalogue) {
    var suggest = new SuggestLifecycle(catalogue);
    var recipes = new ArrayList<LifecycleRecipe>();
    suggest.scratch().stream().limit(MOST).forEach(recipes::add);
    suggest.resets().limit(MOST).forEach(recipes::add);
    var nothing = StoredJson.MAPPER.createObjectNode();
    var reads = all(catalogue, Effect.READ);
    recipes.add(plain(LifecycleRecipe.READ_ONLY, reads, nothing));
    recipes.add(plain(LifecycleRecipe.AS_IS, catalogue.operations().size(), nothing));
    return List.copyOf(recipes);
  }

  private static int all(Catalogue catalogue, Effect effect) {
    return (int)
        catalogue.operations().stream().filter(operation -> operation.effect() == effect).count();
  }

  private static LifecycleRecipe plain(String name, int inside, ObjectNode lifecycle) {
    return new LifecycleRecipe(name, "", List.of(), inside, List.of(), lifecycle);
  }

  private Stream<LifecycleRecipe> resets() {
    return all.stream()
        .filter(operation -> operation.effect() != Effect.READ)
        .filter(operation -> operation.path().stream().noneMatch(part -> part.startsWith("{")))
        .filter(operation -> operation.arguments().path("required").isEmpty())
        .filter(operation -> List.of(operation.name().split("_")).contains("reset"))
        .map(this::reset);
  }

  private LifecycleRecipe reset(Operation operation) {
    var lifecycle = StoredJson.MAPPER.createObjectNode();
    lifecycle.putArray("setUp").addObject().put("call", operation.name());
    lifecycle.putArray("hidden").add(operation.name());
    return new LifecycleRecipe(
        LifecycleRecipe.RESET, "", List.of(operation.name()), all.size() - 1, List.of(), lifecycle);
  }

  private List<LifecycleRecipe> scratch() {
    return all.stream()
        .filter(operation -> operation.effect() == Effect.DESTRUCTIVE)
        .flatMap(removal -> place(removal).stream())
        .filter(place -> inside(place) >= Math.max(FEWEST_INSIDE, all.size() / 2))
        .sorted(Comparator.comparingInt(this::inside).reversed())
        .flatMap(place -> scratch(place).stream())
        .toList();
  }

  /** A thing with an operation that makes it and one that removes it. */
  private record Place(
      Operation making, Operation removal, String key, String noun, String bound) {}

  private Optional<Place> place(Operation removal) {
    var path = removal.path();
    if (path.size() < 2 || !path.getLast().startsWith("{")) {
      return Optional.empty();
    }
    var key = path.getLast().substring(1, path.getLast().length() - 1);
    var collection = path.subList(0, path.size() - 1);
    var noun = Nouns.singular(collection.getLast());
    return all.stream()
        .filter(operation -> operation.effect() == Effect.WRITE)
        .filter(operation -> operation.path().equals(collection))
        .findFirst()
        .map(making -> new Place(making, removal, key, noun, bound(key, noun)));
  }

  /** The parameter by which other operations say in which of these things they act. */
  private String bound(String key, String noun) {
    return all.stream()
        .flatMap(operation -> operation.arguments().path("properties").propertyNames().stream())
        .filter(name -> Nouns.plain(name).matches("(x)?" + Nouns.plain(noun) + "(id)?"))
        .filter(name -> !name.equals(key))
        .findFirst()
        .filter(header -> uses(header) > uses(key))
        .orElse(key);
  }

  private long uses(String parameter) {
    return all.stream()
        .filter(operation -> operation.arguments().path("properties").has(parameter))
        .count();
  }

  private int inside(Place place) {
    return (int)
        all.stream()
            .filter(operation -> operation.arguments().path("properties").has(place.bound()))
            .filter(operation -> !operation.equals(place.removal()))
            .count();
  }

  private Optional<LifecycleRecipe> scratch(Place place) {
    var lifecycle = StoredJson.MAPPER.createObjectNode();
    var setUp = lifecycle.putArray("setUp");
    var making = FillPlan.making(place.making(), place.key(), place.noun());
    if (making.isEmpty()) {
      return Optional.empty();
    }
    setUp.add(making.get());
    var fill = FillPlan.of(all, Map.of(place.bound(), place.noun()), place.making());
    fill.steps().forEach(setUp::add);
    lifecycle.putObject("bound").put(place.bound(), place.noun());
    lifecycle.putArray("hidden").add(place.making().name()).add(place.removal().name());
    lifecycle.put("confined", true);
    lifecycle
        .putArray("tearDown")
        .addObject()
        .put("call", place.removal().name())
        .putObject("arguments")
        .put(place.key(), "${" + place.noun() + "}");
    return Optional.of(
        new LifecycleRecipe(
            LifecycleRecipe.SCRATCH,
            place.noun(),
            List.of(place.making().name(), place.removal().name()),
            inside(place),
            fill.operations(),
            lifecycle));
  }
}
