package io.autodidact.console.software;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.autodidact.environment.LifecycleRecipe;

/** A way to a fresh state, in a sentence or two. */
final class RecipeWords extends Div {
  private static final long serialVersionUID = 1L;

  RecipeWords(LifecycleRecipe recipe) {
    addClassName("stack");
    var title = new Span(getTranslation("recipe." + recipe.name(), recipe.thing()));
    title.addClassName("strong");
    var first = recipe.operations().isEmpty() ? "" : recipe.operations().getFirst();
    var last = recipe.operations().isEmpty() ? "" : recipe.operations().getLast();
    var text =
        new Span(
            getTranslation(
                "recipe." + recipe.name() + ".text", recipe.thing(), first, last, recipe.inside()));
    text.addClassName("quiet");
    add(title, text);
    if (!recipe.fills().isEmpty()) {
      var fills = new Span(getTranslation("recipe.fills", String.join(", ", recipe.fills())));
      fills.addClassName("quiet");
      add(fills);
    }
  }
}
