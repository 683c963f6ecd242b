package org.hookline.check.property;

import static org.assertj.core.api.Assertions.assertThat;

import org.hookline.model.property.Property;
import org.junit.jupiter.api.Test;

class PropertiesTest {

  @Test
  void everyKindOfPropertyCanBeJudgedAndNoOther() {
    assertThat(Properties.kinds())
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(Property.class.getPermittedSubclasses())
                .<Class<?>>map(kind -> kind)
                .toArray(Class[]::new));
  }
}
