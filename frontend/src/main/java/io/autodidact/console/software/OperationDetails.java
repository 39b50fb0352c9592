package io.autodidact.console.software;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.ExplorationQueries.Example;
import io.autodidact.exploration.ExplorationQueries.Seen;
import io.autodidact.exploration.SoftwareMap;
import io.autodidact.exploration.SoftwareMap.Link;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** One operation: what it does, how far it was reached, what flows in and out, real calls. */
final class OperationDetails extends Div {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 2000;

  private final transient Consumer<String> follow;

  OperationDetails(Seen seen, SoftwareMap map, Consumer<String> follow) {
    this.follow = follow;
    addClassName("details");
    var operation = seen.operation();
    var name = new H2(operation.name());
    name.addClassName("mono");
    add(name, new Paragraph(operation.summary()));
    map.places().stream()
        .filter(place -> place.operation().equals(operation.name()))
        .findFirst()
        .ifPresent(
            place -> {
              var signs =
                  new Div(new ReachedSign(place.reached()), new EffectBadge(place.effect()));
              signs.addClassName("signs");
              add(signs);
              if (!place.reason().isBlank()) {
                add(new Paragraph(getTranslation("reason." + place.reached(), place.reason())));
              }
              if (place.calls() > 0) {
                add(quiet(getTranslation("software.calls", place.calls())));
              }
            });
    flows("map.needs", incoming(map, operation.name()), Link::producer);
    flows("map.gives", outgoing(map, operation.name()), Link::consumer);
    seen.succeeded().ifPresent(example -> add(example("map.succeeded", example)));
    seen.failed().ifPresent(example -> add(example("map.failed", example)));
  }

  private static List<Link> incoming(SoftwareMap map, String name) {
    return map.links().stream().filter(link -> link.consumer().equals(name)).toList();
  }

  private static List<Link> outgoing(SoftwareMap map, String name) {
    return map.links().stream().filter(link -> link.producer().equals(name)).toList();
  }

  private void flows(String title, List<Link> links, Function<Link, String> end) {
    if (links.isEmpty()) {
      return;
    }
    var list = new Div();
    list.addClassName("flows");
    for (var link : links) {
      var to = new Button(end.apply(link), click -> follow.accept(end.apply(link)));
      to.addThemeVariants(ButtonVariant.TERTIARY);
      var what =
          new Span(
              getTranslation(
                  link.confirmed() ? "map.flow.confirmed" : "map.flow.likely",
                  String.join(", ", link.parameters())));
      what.addClassName("quiet");
      list.add(new Div(to, what));
    }
    add(new H3(getTranslation(title)), list);
  }

  private Component example(String title, Example example) {
    var sent = new Pre(pretty(example.call().arguments()));
    var came =
        switch (example.outcome()) {
          case Outcome.Succeeded(int code, JsonNode body) -> code + "\n" + pretty(body);
          case Outcome.Refused(int code, String message, JsonNode ignored) -> code + "\n" + message;
          case Outcome.Broken(int code, String message) -> code + "\n" + message;
          case Outcome.Unreachable(String message) -> message;
        };
    return new Details(
        getTranslation(title),
        new Span(getTranslation("map.sent")),
        sent,
        new Span(getTranslation("map.came")),
        new Pre(came));
  }

  private static String pretty(JsonNode json) {
    var text = json.toPrettyString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  private static Paragraph quiet(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassName("quiet");
    return paragraph;
  }
}
