package org.heyi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Beans carry the full name of their class, so that two rooms may each have a `ListStore`.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class HeyiApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(HeyiApplication.class, arguments);
  }
}
