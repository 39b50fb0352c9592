package io.autodidact;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The one program; {@code autodidact.roles} says what a process of it does. */
@SpringBootApplication
@Push
public class Autodidact implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;

  public static void main(String[] arguments) {
    SpringApplication.run(Autodidact.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
