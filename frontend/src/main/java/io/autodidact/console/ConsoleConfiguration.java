package io.autodidact.console;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Brings the console up, in a process that has the role. */
@Configuration(proxyBeanMethods = false)
@OnRole(Role.CONSOLE)
@Import({
  VaadinScopesConfig.class,
  SpringBootAutoConfiguration.class,
  SpringSecurityAutoConfiguration.class
})
@EnableVaadin("io.autodidact.console")
class ConsoleConfiguration {}
