package io.autodidact.console.rollout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import io.autodidact.attribution.Attribution.Evidence;
import io.autodidact.attribution.AttributionRepository.StoredAttribution;
import io.autodidact.attribution.TellAttempt.Story;
import io.autodidact.connector.Outcome;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Step;
import java.util.stream.Collectors;

/** A step of an attempt: what it did, what it saw, what it was worth and why. */
final class StepItem extends ListItem {
  private static final long serialVersionUID = 1L;
  private static final int SHORT = 160;

  StepItem(Story story, Step step) {
    addClassName("story-step");
    setId(anchor(story, step.index()));
    getElement().setAttribute("tabindex", "-1");
    var did = new Div();
    did.addClassName("did");
    did.add(action(step.action()));
    add(did);
    if (!step.thought().isBlank()) {
      var thought = new Paragraph("“" + step.thought().strip() + "”");
      thought.addClassName("quiet");
      add(thought);
    }
    add(saw(step));
    if (step.index() < story.rollout().origin().givenSteps()) {
      add(new Paragraph(getTranslation("step.given")));
    }
    story
        .credit(step.index())
        .ifPresent(credit -> add(new CreditBar(credit, story.scale()), reason(story, credit)));
  }

  /** The address of a step within its page; two attempts may stand on one. */
  private static String anchor(Story story, int step) {
    return "step-" + story.rollout().id().value() + "-" + (step + 1);
  }

  private Component action(Action action) {
    return switch (action) {
      case Action.Operate(var call) ->
          new Div(
              new Code(call.operation()),
              new Span(
                  call.arguments().properties().stream()
                      .map(one -> one.getKey() + " " + one.getValue())
                      .collect(Collectors.joining(", ", " ", ""))));
      case Action.Consult(var tool, var query) -> new Div(new Code(tool), new Span(" " + query));
      case Action.Finish(var answer) ->
          new Div(
              new Span(
                  answer.isNull()
                      ? getTranslation("step.finish")
                      : getTranslation("step.answer", answer.toString())));
      case Action.Malformed(var text, var problem) ->
          new Div(new Span(getTranslation("step.malformed")), new Code(" " + text));
    };
  }

  private Component saw(Step step) {
    var observation = step.observation();
    var shown = observation.shown().strip();
    var first = shown.length() <= SHORT ? shown : shown.substring(0, SHORT) + " …";
    var sign =
        observation
            .outcome()
            .map(
                outcome ->
                    getTranslation(
                        switch (outcome) {
                          case Outcome.Succeeded ignored -> "step.succeeded";
                          case Outcome.Refused ignored -> "step.refused";
                          case Outcome.Broken ignored -> "step.broken";
                          case Outcome.Unreachable ignored -> "step.unreachable";
                        }))
            .orElse(getTranslation("step.saw"));
    if (shown.isEmpty()) {
      return new Div();
    }
    if (shown.length() <= SHORT && !shown.contains("\n")) {
      var line = new Paragraph(sign + " " + shown);
      line.addClassName("observed");
      return line;
    }
    var details = new Details(sign + " " + first.replace('\n', ' '), new Pre(shown));
    details.addClassName("observed");
    return details;
  }

  private Div reason(Story story, StoredAttribution credit) {
    var attribution = credit.attribution();
    var reason = new Div(new Span(attribution.reason() + " "));
    reason.addClassName("reason");
    for (var evidence : attribution.evidence()) {
      reason.add(evidence(story, evidence), new Span(" "));
    }
    return reason;
  }

  private Component evidence(Story story, Evidence evidence) {
    return switch (evidence) {
      case Evidence.OtherStep(int step) ->
          to(story, step, getTranslation("evidence.step", step + 1));
      case Evidence.Value(int step, var path, var text) ->
          to(story, step, getTranslation("evidence.value", text, step + 1));
      case Evidence.Check(int expected, var place) ->
          new Span(getTranslation("evidence.check", expected + 1, place));
    };
  }

  /** Leads to another step of the same attempt. */
  private static NativeButton to(Story story, int step, String words) {
    var place = anchor(story, step);
    var link = new NativeButton(words);
    link.addClickListener(
        click -> link.getElement().executeJs("document.getElementById($0).focus()", place));
    link.addClassName("link");
    return link;
  }
}
