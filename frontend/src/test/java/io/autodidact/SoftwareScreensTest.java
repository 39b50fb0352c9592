package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.autodidact.api.CallerAuthentication;
import io.autodidact.console.NotFoundScreen;
import io.autodidact.console.experience.ExperienceView;
import io.autodidact.console.goal.GoalsView;
import io.autodidact.console.rollout.AttemptView;
import io.autodidact.console.rollout.CompareView;
import io.autodidact.console.software.SoftwareListView;
import io.autodidact.console.software.SoftwareView;
import io.autodidact.console.task.TaskScreen;
import io.autodidact.console.task.TasksView;
import io.autodidact.environment.DraftConnection;
import io.autodidact.experience.Experience.State;
import io.autodidact.experience.ExperienceQueries;
import io.autodidact.goal.StateGoal;
import io.autodidact.rollout.RolloutFilter;
import io.autodidact.rollout.RolloutQueries;
import io.autodidact.sample.inventory.InventoryServer;
import io.autodidact.task.StoredTask;
import io.autodidact.task.TaskId;
import io.autodidact.task.TaskQueries;
import io.autodidact.task.TaskQueries.Wanted;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

/** Connecting, knowing, wishing and reviewing, without a browser, on software that was learned. */
class SoftwareScreensTest extends BrowserlessTest {
  private static InventoryServer software;
  private static RunningAutodidact autodidact;
  private static LearnedInventory learned;

  @BeforeAll
  static void start() throws Exception {
    software = InventoryServer.start(0);
    autodidact = RunningAutodidact.withRoles("console");
    learned = LearnedInventory.learn(autodidact, software.address());
    SpringInstantiators.beans = autodidact.beans();
  }

  @AfterAll
  static void stop() {
    autodidact.close();
    software.close();
  }

  @BeforeEach
  void signIn() {
    signIn(learned.tenant);
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  private static void signIn(TenantId tenant) {
    var caller = Caller.key(UUID.randomUUID(), "key", tenant, Set.of("manage", "chat"));
    SecurityContextHolder.getContext().setAuthentication(CallerAuthentication.of(caller));
  }

  @Override
  protected Set<Class<?>> lookupServices() {
    return Set.of(SpringInstantiators.class);
  }

  @Override
  protected Set<String> scanPackages() {
    return Set.of("io.autodidact.console");
  }

  private void press(String words) {
    test(find(Button.class).withText(words).single()).click();
  }

  private static String all(Component component) {
    return component.getElement().getTextRecursively();
  }

  @Test
  void theFirstStepIsKeptAndTheSecondComes() {
    navigate(SoftwareListView.class);
    press("Connect software");
    test(find(TextField.class).withCaption("Name").single()).setValue("Shop");
    test(find(TextField.class).withCaption("Address of the OpenAPI document").single())
        .setValue(software.address() + "/openapi.json");
    press("Next");

    assertThat(all((Component) getCurrentView())).contains("How does it know who calls?");
    assertThat(autodidact.bean(DraftConnection.class).unfinished(learned.tenant))
        .extracting(draft -> draft.data().name())
        .contains("Shop");
  }

  @Test
  void withoutANameTheWizardSaysSoAndStays() {
    navigate(SoftwareListView.class);
    press("Connect software");
    press("Next");

    assertThat(find(TextField.class).withCaption("Name").single().isInvalid()).isTrue();
  }

  @Test
  void softwareThatWasLearnedIsShownAsAMapAndInWords() {
    var id = Map.of("id", learned.environment.id().value().toString());

    var map = navigate(SoftwareView.class, id);
    assertThat(find(H1.class).single().getText()).isEqualTo("Inventory");
    assertThat(all(map)).contains("Reached", "Forbidden", "Flows confirmed");

    go("software/" + learned.environment.id().value() + "?show=operations");
    assertThat(test(find(Grid.class).single()).size()).isGreaterThan(30);
  }

  @Test
  void softwareWithHundredsOfOperationsIsShownToo() {
    var large = LargeSoftware.insert(autodidact.bean(TenantTransaction.class), learned.tenant);

    var map = navigate(SoftwareView.class, Map.of("id", large.environment().toString()));

    assertThat(all(map)).contains("330", "Refused", "Not reachable");
  }

  @Test
  void aGoalShowsWhatItSeemsToMeanAndIsKept() {
    var view = navigate(GoalsView.class);
    test(find(TextArea.class).single()).setValue("Receive stock. Never delete an item.");
    assertThat(all(view)).contains("receive_stock").contains("You seem to want these never");

    press("Save");

    assertThat(
            autodidact.bean(StateGoal.class).of(learned.tenant, learned.environment.id().value()))
        .extracting(goal -> goal.data().text())
        .contains("Receive stock. Never delete an item.");
  }

  @Test
  void aTaskIsReadApprovedAndDropped() {
    navigate(TasksView.class);
    assertThat(test(find(Grid.class).single()).size()).isGreaterThan(10);
    var task = autodidact.bean(TaskQueries.class).page(learned.scope, Wanted.ALL, 0, 1).getFirst();

    var screen = navigate(TaskScreen.class, Map.of("id", task.id().value().toString()));
    assertThat(all(screen)).contains(task.request(), "Nothing else changes");
    press("Approve");
    assertThat(state(task.id().value())).isEqualTo(StoredTask.State.APPROVED);
    press("Drop");
    assertThat(state(task.id().value())).isEqualTo(StoredTask.State.DROPPED);
  }

  private static StoredTask.State state(UUID task) {
    return autodidact
        .bean(TaskQueries.class)
        .detail(learned.tenant, new TaskId(task))
        .orElseThrow()
        .view()
        .state();
  }

  @Test
  void anAttemptIsAStoryWithCreditsAndTwoStandSideBySide() {
    var some = autodidact.bean(RolloutQueries.class).page(learned.scope, RolloutFilter.ALL, 0, 100);
    var one = some.getFirst().rollout();
    var other =
        some.stream()
            .map(listed -> listed.rollout())
            .filter(rollout -> rollout.task().equals(one.task()) && !rollout.id().equals(one.id()))
            .findFirst()
            .orElseThrow();

    var story = navigate(AttemptView.class, Map.of("id", one.id().toString()));
    assertThat(all(story)).contains("It said that it was done.").containsAnyOf("helped", "hurt");

    var both =
        navigate(
            CompareView.class, Map.of("one", one.id().toString(), "other", other.id().toString()));
    assertThat(all(both))
        .contains("attempt " + (one.sample() + 1), "attempt " + (other.sample() + 1));
  }

  @Test
  void lessonsAreListedWithWhatTheyAreWorth() {
    navigate(ExperienceView.class);

    assertThat(autodidact.bean(ExperienceQueries.class).of(learned.scope))
        .isNotEmpty()
        .allMatch(lesson -> lesson.state() != State.SWITCHED_OFF);
    assertThat(find(H1.class).single().getText()).isEqualTo("Experience");
  }

  @Test
  void whatIsAnothersIsNotThere() {
    var stranger = new TenantId(UUID.randomUUID());
    autodidact
        .bean(TenantTransaction.class)
        .run(
            stranger,
            dsl ->
                dsl.execute(
                    "INSERT INTO tenant (tenant_id, name) VALUES (?, 'other')", stranger.value()));
    signIn(stranger);
    var attempt =
        autodidact
            .bean(RolloutQueries.class)
            .page(learned.scope, RolloutFilter.ALL, 0, 1)
            .getFirst()
            .rollout();
    for (var path :
        List.of(
            "software/" + learned.environment.id().value(),
            "tasks?run=" + learned.scope.learningRun(),
            "tasks/" + attempt.task(),
            "attempts/" + attempt.id(),
            "attempts/" + attempt.id() + "/beside/" + attempt.id(),
            "experience?run=" + learned.scope.learningRun(),
            "connect/" + UUID.randomUUID() + "/software")) {
      go(path);
      assertThat(getCurrentView()).as(path).isInstanceOf(NotFoundScreen.class);
    }
  }

  /** To an address as a browser would ask for it, with what stands behind its question mark. */
  private static void go(String address) {
    var parts = address.split("\\?", 2);
    var query = parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]);
    UI.getCurrent().navigate(parts[0], query);
  }
}
