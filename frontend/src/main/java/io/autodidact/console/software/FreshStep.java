package io.autodidact.console.software;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.autodidact.console.Loading;
import io.autodidact.console.Meanwhile;
import io.autodidact.environment.ConnectionDraft;
import io.autodidact.environment.LifecycleRecipe;
import io.autodidact.environment.SuggestLifecycle;
import io.autodidact.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Step five: how each attempt starts from a fresh state. Trying it shows every call. */
final class FreshStep extends ConnectStep {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final transient Connecting connecting;
  private final transient TenantId tenant;
  private final RadioButtonGroup<LifecycleRecipe> recipes = new RadioButtonGroup<>();
  private final TextField live = new TextField();
  private final TextArea own = new TextArea();
  private final Button tryIt = new Button(VaadinIcon.PLAY.create());
  private final Div trial = new Div();

  FreshStep(Connecting connecting, TenantId tenant) {
    super("fresh");
    this.connecting = connecting;
    this.tenant = tenant;
    recipes.setLabel(getTranslation("connect.recipes"));
    recipes.addClassName("recipes");
    recipes.setRenderer(new ComponentRenderer<>(RecipeWords::new));
    recipes.setItemLabelGenerator(recipe -> getTranslation("recipe." + recipe.name()));
    recipes.addValueChangeListener(chosen -> offer());
    own.setLabel(getTranslation("connect.own"));
    own.setHelperText(getTranslation("connect.own.help"));
    own.addClassName("mono");
    own.setMinRows(8);
    own.setMaxRows(24);
    tryIt.setText(getTranslation("connect.try"));
    tryIt.addClickListener(click -> tryIt());
    trial.addClassName("results");
    trial.getElement().setAttribute("aria-live", "polite");
    var form = new Div(recipes, live, own);
    form.addClassName("form");
    add(form, tryIt, trial);
  }

  private void offer() {
    var recipe = recipes.getValue();
    boolean scratch = recipe != null && recipe.name().equals(LifecycleRecipe.SCRATCH);
    live.setVisible(scratch);
    if (scratch) {
      live.setLabel(getTranslation("connect.live", recipe.thing()));
      live.setHelperText(getTranslation("connect.live.help", recipe.thing()));
    }
    own.setVisible(recipe != null && recipe.name().equals(LifecycleRecipe.OWN));
    tryIt.setVisible(recipe != null && !recipe.name().equals(LifecycleRecipe.READ_ONLY));
    trial.removeAll();
  }

  @Override
  void fill(ConnectionDraft draft) {
    var found = new ArrayList<>(draft.catalogue().map(SuggestLifecycle::of).orElse(List.of()));
    var kept = draft.data().lifecycle();
    found.add(
        new LifecycleRecipe(
            LifecycleRecipe.OWN, "", List.of(), 0, List.of(), JSON.createObjectNode()));
    recipes.setItems(found);
    own.setValue(kept.isEmpty() ? "" : kept.toPrettyString());
    live.setValue(
        kept.path("live").valueStream().map(one -> one.asString()).findFirst().orElse(""));
    recipes.setValue(
        found.stream()
            .filter(recipe -> recipe.name().equals(draft.data().recipe()))
            .findFirst()
            .orElse(found.getFirst()));
    offer();
  }

  @Override
  boolean keep() {
    var recipe = recipes.getValue();
    var lifecycle = written(recipe);
    lifecycle.ifPresent(
        json ->
            became(
                connecting
                    .drafts()
                    .put(tenant, draft(), draft().data().startingFresh(recipe.name(), json))));
    return lifecycle.isPresent();
  }

  private Optional<ObjectNode> written(LifecycleRecipe recipe) {
    return switch (recipe.name()) {
      case LifecycleRecipe.OWN -> ownWords();
      case LifecycleRecipe.SCRATCH -> {
        var lifecycle = recipe.lifecycle().deepCopy();
        if (!live.getValue().isBlank()) {
          lifecycle.putObject("live").put(recipe.thing(), live.getValue().strip());
        }
        yield Optional.of(lifecycle);
      }
      default -> Optional.of(recipe.lifecycle());
    };
  }

  private Optional<ObjectNode> ownWords() {
    try {
      own.setInvalid(false);
      return Optional.of((ObjectNode) JSON.readTree(own.getValue()));
    } catch (JacksonException | ClassCastException e) {
      own.setErrorMessage(getTranslation("connect.own.wrong"));
      own.setInvalid(true);
      return Optional.empty();
    }
  }

  private void tryIt() {
    if (!keep()) {
      return;
    }
    trial.removeAll();
    trial.add(new Loading(getTranslation("connect.try.doing")));
    tryIt.setEnabled(false);
    var id = draft().id();
    Meanwhile.run(
        getUI().orElseThrow(),
        () -> connecting.tryOut().run(tenant, id),
        () -> {
          tryIt.setEnabled(true);
          trial.removeAll();
        },
        tried -> trial.add(new TrialResult(tried)));
  }
}
