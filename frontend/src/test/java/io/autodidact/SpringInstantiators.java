package io.autodidact;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinService;
import io.autodidact.console.Texts;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Has views made by the running program's beans where no browser and no servlet is. */
public final class SpringInstantiators implements InstantiatorFactory {
  /** Of the program under test. */
  static volatile AutowireCapableBeanFactory beans;

  @Override
  public Instantiator createInstantitor(VaadinService service) {
    return new DefaultInstantiator(service) {
      private static final long serialVersionUID = 1L;

      @Override
      public <T> T getOrCreate(Class<T> type) {
        return beans.createBean(type);
      }

      @Override
      public <T extends Component> T createComponent(Class<T> type) {
        return beans.createBean(type);
      }

      @Override
      public I18NProvider getI18NProvider() {
        return beans.getBean(Texts.class);
      }
    };
  }
}
