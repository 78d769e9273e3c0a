package org.heyi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Heyi 合医. Beans are called by their whole class name, because rooms use the same words: several
/// have a `ListStore`.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class HeyiApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(HeyiApplication.class, arguments);
  }
}
