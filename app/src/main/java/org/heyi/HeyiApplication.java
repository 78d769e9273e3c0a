package org.heyi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class HeyiApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(HeyiApplication.class, arguments);
  }
}
