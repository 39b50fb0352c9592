package io.autodidact.console;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Brings the console up, in a process that has the role. */
@Configuration(proxyBeanMethods = false)
@OnRole(Role.CONSOLE)
@Import({
  VaadinScopesConfig.class,
  SpringBootAutoConfiguration.class,
  SpringSecurityAutoConfiguration.class
})
@EnableVaadin("io.autodidact.console")
class ConsoleConfiguration {
  /** Everything that is not for programs: by session, and nothing is shown to strangers. */
  @Bean
  @Order(50)
  SecurityFilterChain people(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests -> requests.requestMatchers(Shell.STATIC_FILES).permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin ->
                // What is nowhere is said to be nowhere, in words, to who is signed in.
                vaadin.loginView(SignInView.class).anyRequest(any -> any.authenticated()))
        .build();
  }
}
