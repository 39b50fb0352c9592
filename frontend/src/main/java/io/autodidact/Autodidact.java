package io.autodidact;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The one program; {@code autodidact.roles} says what a process of it does. */
@SpringBootApplication(
    exclude = {
      UserDetailsServiceAutoConfiguration.class,
      SpringBootAutoConfiguration.class,
      SpringSecurityAutoConfiguration.class
    })
public class Autodidact {
  public static void main(String[] arguments) {
    SpringApplication.run(Autodidact.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
