package io.autodidact.console.agent;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageInputI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.autodidact.console.Screen;
import io.autodidact.console.SignedIn;
import io.autodidact.release.Release;
import io.autodidact.tenant.Caller;
import jakarta.annotation.security.RolesAllowed;

/** A talk with one version of an agent, which acts on the live software and shows its steps. */
@Route("agents/:name/:version(v[1-9][0-9]*)/try")
@RolesAllowed("TEACH_AGENTS")
public class TryAgentView extends Screen implements BeforeEnterObserver {
  private static final long serialVersionUID = 1L;

  private final transient Caller person;
  private final transient TalkToAgent talk;
  private final Div talks = new Div();
  private final MessageInput input = new MessageInput();
  private final Div back = new Div();
  private final Paragraph suggestion = new Paragraph();
  private transient Release release;

  TryAgentView(AuthenticationContext authentication, TalkToAgent talk) {
    super("agent.try");
    this.person = SignedIn.caller(authentication);
    this.talk = talk;
    talks.addClassName("talk");
    talks.getElement().setAttribute("role", "log");
    talks.getElement().setAttribute("aria-label", getTranslation("try.log"));
    suggestion.addClassName("quiet");
    input.setI18n(
        new MessageInputI18n()
            .setMessage(getTranslation("try.message"))
            .setSend(getTranslation("try.send")));
    input.addSubmitListener(said -> ask(said.getValue()));
    input.setWidthFull();
    addClassName("filled");
    add(back, new Paragraph(getTranslation("try.text")), suggestion, talks, input);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    var name = parameters.get("name").orElse("");
    int version = Integer.parseInt(parameters.get("version").orElse("v0").substring(1));
    release =
        talk.agents()
            .agent(person.tenant(), name)
            .flatMap(agent -> agent.version(version))
            .filter(Release::isReleased)
            .orElseThrow(NotFoundException::new);
    entitle(getTranslation("try.title", name, version));
    back.removeAll();
    back.add(
        new RouterLink(
            getTranslation("try.back", name), AgentView.class, AgentView.at(name, version)));
    var example = talk.runs().suggestion(release);
    suggestion.setVisible(example.isPresent());
    example.ifPresent(words -> suggestion.setText(getTranslation("try.example", words)));
  }

  private void ask(String request) {
    if (request.isBlank()) {
      return;
    }
    input.setEnabled(false);
    var exchange = new Exchange(request, person, talk);
    talks.add(exchange);
    exchange.getElement().executeJs("this.scrollIntoView({block: 'end'})");
    exchange.answer(release, () -> input.setEnabled(true));
  }
}
