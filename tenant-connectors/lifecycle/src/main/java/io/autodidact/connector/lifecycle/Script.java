package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;

/** A lifecycle's steps, read and checked once against the operations they call. */
record Script(List<Step> setUp, List<Step> tearDown) {
  /** One step, ready to be rendered. */
  record Step(
      String title,
      LifecycleStep written,
      Template repeat,
      Template when,
      Map<String, Template> let,
      Template arguments,
      Map<String, JsonPointer> bind) {
    boolean calls() {
      return !written.call().isEmpty();
    }

    /** Variables that must have values before the step runs. */
    Set<String> needs() {
      var needs = new HashSet<>(repeat.variables());
      needs.addAll(when.variables());
      let.values().forEach(template -> needs.addAll(template.variables()));
      needs.addAll(arguments.variables());
      needs.removeAll(let.keySet());
      return needs;
    }
  }

  /**
   * Refuses steps that could not run: unknown operations, variables nobody binds, bad templates.
   */
  static Script of(Lifecycle lifecycle, Catalogue catalogue) {
    var reader = new TemplateReader(Fakers.of(Locale.forLanguageTag(lifecycle.locale())));
    var setUp = read("Set-up", lifecycle.setUp(), reader, catalogue);
    var tearDown = read("Tear-down", lifecycle.tearDown(), reader, catalogue);
    var bound = new HashSet<String>();
    setUp.forEach(step -> checkVariables(step, bound));
    var known = new HashSet<>(bound);
    tearDown.forEach(step -> checkVariables(step, known));
    lifecycle.bound().forEach((parameter, variable) -> checkBound(parameter, variable, bound));
    return new Script(setUp, tearDown);
  }

  private static List<Step> read(
      String part, List<LifecycleStep> steps, TemplateReader reader, Catalogue catalogue) {
    var read = new ArrayList<Step>();
    for (var step : steps) {
      var title = part + " step " + (read.size() + 1);
      if (!step.call().isEmpty()) {
        title += " (" + step.call() + ")";
        if (catalogue.find(step.call()).isEmpty()) {
          throw Scene.wrong(title + " calls an operation that the software does not have.");
        }
      } else if (!step.bind().isEmpty()) {
        throw Scene.wrong(title + " binds results but calls nothing.");
      }
      read.add(compile(title, step, reader));
    }
    return List.copyOf(read);
  }

  private static Step compile(String title, LifecycleStep step, TemplateReader reader) {
    try {
      return new Step(
          title,
          step,
          reader.read(step.repeat()),
          reader.read(step.when()),
          Template.inOrderOfUse(reader.readAll(step.let())),
          reader.read(step.arguments()),
          step.bind().entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, bind -> JsonPointer.compile(bind.getValue()))));
    } catch (IllegalArgumentException e) {
      throw Scene.wrong(title + " binds with something that is not a JSON Pointer, like /id.");
    }
  }

  private static void checkVariables(Step step, Set<String> known) {
    for (var variable : step.needs()) {
      if (!known.contains(variable)) {
        throw Scene.wrong(step.title() + " uses ${" + variable + "}, which no earlier step binds.");
      }
    }
    known.addAll(step.let().keySet());
    known.addAll(step.bind().keySet());
  }

  private static void checkBound(String parameter, String variable, Set<String> known) {
    if (!known.contains(variable)) {
      throw Scene.wrong(
          "The parameter "
              + parameter
              + " is bound to "
              + variable
              + ", which set-up never binds.");
    }
  }
}
