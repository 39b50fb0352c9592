package io.autodidact.connector.lifecycle;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How every episode of an environment gets a fresh state of its own. As JSON:
 *
 * <pre>{@code
 * {
 *   "locale": "en",
 *   "setUp": [
 *     { "call": "create_workspace", "bind": { "workspace": "/id" } },
 *     { "repeat": "${number:8..12}",
 *       "call": "create_item",
 *       "let": { "product": { "$unique": "${fake:commerce.material} ${fake:animal.name}" } },
 *       "arguments": {
 *         "name": "${product}",
 *         "sku": { "$unique": "${pattern:???-####}" },
 *         "price": "${number:0.99..249.99}",
 *         "unit": "${pick:piece,box,kg}",
 *         "tags": { "$repeat": "${number:1..3}", "of": "${fake:word.adjective}" }
 *       },
 *       "bind": { "items": "" } },
 *     { "repeat": "${items}",
 *       "call": "receive_stock",
 *       "arguments": { "itemId": "${items[i].id}", "quantity": "${number:5..200 by 5}" } },
 *     { "when": "${pick:true,false}", "optional": true,
 *       "call": "discontinue_item", "arguments": { "itemId": "${items[*].id}" } }
 *   ],
 *   "bound": { "X-Workspace": "workspace" },
 *   "hidden": [ "create_workspace", "delete_workspace" ],
 *   "confined": true,
 *   "live": { "workspace": "main" },
 *   "tearDown": [
 *     { "call": "delete_workspace", "arguments": { "workspaceId": "${workspace}" } }
 *   ]
 * }
 * }</pre>
 *
 * <p>Every JSON value under {@code arguments}, {@code let}, {@code when} and {@code repeat} is a
 * template. A text may hold placeholders; a text that is one placeholder and nothing else keeps the
 * JSON type of what it stands for.
 *
 * <ul>
 *   <li>{@code ${workspace}} a variable, {@code ${item.name}} a field of it. Inside a repeated step
 *       the variables this step draws or binds are those of the current repetition; after it they
 *       are lists.
 *   <li>{@code ${items[0]}}, {@code ${items[*]}}, {@code ${items[i].id}} the first element, one at
 *       random, the one of the current repetition (counted modulo the list's length).
 *   <li>{@code ${i}} the current repetition, from 0; {@code ${fresh}} an id that no other episode
 *       has, also not one of the same seed: for names that the whole software shares.
 *   <li>{@code ${fake:name.firstName}} any expression of the datafaker library.
 *   <li>{@code ${number:1..10}}, {@code ${number:0.50..9.99}}, {@code ${number:5..100 by 5}}.
 *   <li>{@code ${date:2026-01-01..2026-12-31}}; {@code ${pattern:???-####}} with ? for a capital
 *       letter and # for a digit; {@code ${pick:red,green}} (true and false become booleans).
 *   <li>{@code ${lower:name}} a variable's text in small letters and digits only, for addresses.
 *   <li><code>{"$unique": template}</code> is drawn again until it is new in its episode; <code>
 *       {"$pick": [templates]}</code> is one of them; <code>{"$repeat": count, "of": template}
 *       </code> is a list.
 * </ul>
 *
 * @param locale of the generated values, {@code en} if not said
 * @param setUp what makes the state of an episode, in order
 * @param tearDown what undoes it; always run, also after a partial set-up. A call that needs a
 *     variable that was never bound is skipped
 * @param bound parameter (path, query or header) to variable: inside an episode these parameters
 *     are in no operation's schema and are filled in on the way out. So are properties of bodies
 *     that repeat such a parameter: an episode can neither be renamed nor left through them
 * @param hidden names of operations that only set-up and tear-down use; {@code *} stands for any
 *     text
 * @param confined whether operations that take none of the bound parameters are hidden too
 * @param live values of variables where the software is used as it is
 */
public record Lifecycle(
    String locale,
    List<LifecycleStep> setUp,
    List<LifecycleStep> tearDown,
    Map<String, String> bound,
    List<String> hidden,
    Boolean confined,
    Map<String, JsonNode> live) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public Lifecycle {
    locale = locale == null ? "en" : locale;
    setUp = setUp == null ? List.of() : List.copyOf(setUp);
    tearDown = tearDown == null ? List.of() : List.copyOf(tearDown);
    bound = bound == null ? Map.of() : Map.copyOf(bound);
    hidden = hidden == null ? List.of() : List.copyOf(hidden);
    confined = confined != null && confined;
    live = live == null ? Map.of() : Map.copyOf(live);
  }

  /** The lifecycle of software that needs none: every episode sees the same state. */
  public static Lifecycle none() {
    return new Lifecycle("en", List.of(), List.of(), Map.of(), List.of(), false, Map.of());
  }

  /**
   * Reads the JSON form.
   *
   * @throws ConnectorException if it is not one; the message names the place
   */
  public static Lifecycle of(JsonNode json) {
    try {
      return MAPPER.treeToValue(json, Lifecycle.class);
    } catch (JacksonException e) {
      throw new ConnectorException(
          Fault.SETTINGS,
          "The lifecycle can not be read at "
              + e.getPathReference().replaceAll("[\\w.$]*\\.", "")
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }
}
