package io.autodidact.console;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.List;

/** The page that all views stand in: the Aura theme, kept up to date by the server. */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("console.css")
public class Shell implements AppShellConfigurator {
  /** Files of ours beside the compiled console: the same for everybody, and no secret. */
  public static final List<String> STATIC_FILES =
      List.of("/console.css", "/logo.svg", "/js/**", "/webjars/**");

  private static final long serialVersionUID = 1L;
}
