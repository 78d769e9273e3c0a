package org.heyi.front.demo;

import org.heyi.platform.shell.Banner;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Says on every page that all this is made up.
@Component
@Conditional(DemoMode.class)
class DemoBanner implements Banner {

  @Override
  public String label() {
    return "demo.banner";
  }
}
