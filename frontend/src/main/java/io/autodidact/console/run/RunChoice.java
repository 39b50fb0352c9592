package io.autodidact.console.run;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import io.autodidact.console.Viewer;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.LearningRunQueries;
import io.autodidact.learning.RunFilter;
import io.autodidact.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which learning run a list is about: the newest one, or the one that the address names. */
public final class RunChoice extends Select<LearningRun> {
  private static final long serialVersionUID = 1L;
  private static final String PARAMETER = "run";
  private static final int MOST = 100;

  private final transient List<LearningRun> runs;

  /**
   * @param view whose address the choice is kept in
   */
  public RunChoice(LearningRunQueries queries, TenantId tenant, String view) {
    runs = queries.newest(tenant, new RunFilter("", Set.of()), 0, MOST);
    setItems(runs);
    setLabel(getTranslation("run.choice"));
    setItemLabelGenerator(
        run ->
            getTranslation(
                "run.choice.item", run.agent(), Viewer.current().dateTime(run.createdAt())));
    addValueChangeListener(
        chosen -> {
          if (chosen.isFromClient()) {
            UI.getCurrent().navigate(view, at(chosen.getValue()));
          }
        });
  }

  /** How an address names a run. */
  public static QueryParameters at(LearningRun run) {
    return QueryParameters.of(PARAMETER, run.scope().learningRun().toString());
  }

  /** The run that the address asks for; empty where there is none at all. */
  public Optional<LearningRun> asked(BeforeEnterEvent event) {
    var wanted = event.getLocation().getQueryParameters().getSingleParameter(PARAMETER);
    var run =
        wanted
            .map(
                id ->
                    runs.stream()
                        .filter(one -> one.scope().learningRun().toString().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new))
            .or(() -> runs.stream().findFirst());
    run.ifPresent(this::setValue);
    return run;
  }
}
