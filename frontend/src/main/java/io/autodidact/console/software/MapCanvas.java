package io.autodidact.console.software;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import io.autodidact.exploration.SoftwareMap;
import io.autodidact.exploration.SoftwareMap.Link;
import io.autodidact.exploration.SoftwareMap.Place;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The picture: D3 behind a custom element of ours. Those who do not see it find the same in the
 * list of operations.
 */
@Tag("autodidact-map")
@JavaScript("context://webjars/d3/7.9.0/dist/d3.min.js")
@JavaScript("context://js/autodidact-map.js")
final class MapCanvas extends Component {
  private static final long serialVersionUID = 1L;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  MapCanvas(SoftwareMap map, String label) {
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", label);
    var drawing = JSON.objectNode();
    var places = drawing.putArray("places");
    map.places().forEach(place -> places.add(json(place)));
    var links = drawing.putArray("links");
    map.links().forEach(link -> links.add(json(link)));
    var words = drawing.putObject("words");
    words.put("closer", getTranslation("map.closer"));
    words.put("farther", getTranslation("map.farther"));
    words.put("whole", getTranslation("map.whole"));
    getElement().setPropertyJson("map", drawing);
  }

  private static ObjectNode json(Place place) {
    return JSON.objectNode()
        .put("name", place.operation())
        .put("summary", place.summary())
        .put("group", place.group())
        .put("reached", place.reached().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static ObjectNode json(Link link) {
    return JSON.objectNode()
        .put("from", link.producer())
        .put("to", link.consumer())
        .put("confirmed", link.confirmed());
  }

  void search(String words) {
    getElement().setProperty("search", words);
  }

  void choose(String operation) {
    getElement().setProperty("chosen", operation);
  }

  void onChoice(Consumer<String> chosen) {
    getElement()
        .addEventListener(
            "operation-chosen",
            event -> chosen.accept(event.getEventData().get("event.detail").asString()))
        .addEventData("event.detail");
  }
}
