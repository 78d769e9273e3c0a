package org.heyi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Two rooms may each have a class of one name, e.g. a `ListStore`; so beans are named in full.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class HeyiApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(HeyiApplication.class, arguments);
  }
}
