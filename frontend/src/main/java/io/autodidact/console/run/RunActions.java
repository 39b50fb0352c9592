package io.autodidact.console.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.autodidact.console.Confirm;
import io.autodidact.console.Notice;
import io.autodidact.learning.LearningRun;
import io.autodidact.learning.RunState;
import io.autodidact.learning.StopLearningRun;
import io.autodidact.tenant.RunScope;
import java.util.Optional;

/** Stopping a run, and taking it up again. */
final class RunActions extends Div {
  private static final long serialVersionUID = 1L;

  private final transient StopLearningRun stop;
  private final transient Runnable afterwards;
  private final Button stopIt = new Button(VaadinIcon.STOP.create());
  private final Button resume = new Button(VaadinIcon.PLAY.create());
  private transient Optional<RunScope> scope = Optional.empty();

  RunActions(StopLearningRun stop, Runnable afterwards) {
    this.stop = stop;
    this.afterwards = afterwards;
    stopIt.setText(getTranslation("run.stop"));
    stopIt.addClickListener(click -> askToStop());
    stopIt.setDisableOnClick(false);
    resume.setText(getTranslation("run.resume"));
    resume.addThemeVariants(ButtonVariant.PRIMARY);
    resume.setDisableOnClick(true);
    resume.addClickListener(click -> resume());
    add(stopIt, resume);
  }

  void show(LearningRun run) {
    scope = Optional.of(run.scope());
    stopIt.setVisible(run.state() == RunState.QUEUED || run.state() == RunState.RUNNING);
    resume.setVisible(run.state() == RunState.CANCELLED || run.state() == RunState.FAILED);
  }

  private void askToStop() {
    Confirm.ask(
        getTranslation("run.stop.question"),
        getTranslation("run.stop.consequence"),
        getTranslation("run.stop"),
        () -> {
          scope.ifPresent(stop::cancel);
          Notice.done(getTranslation("run.stop.done"));
          afterwards.run();
        });
  }

  private void resume() {
    try {
      scope.ifPresent(stop::resume);
      Notice.done(getTranslation("run.resume.done"));
    } finally {
      resume.setEnabled(true);
      afterwards.run();
    }
  }
}
