package org.hookline.addr;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrefixTest {
  private static final long SEED = 20261201;

  @ParameterizedTest
  @EnumSource
  void firstAndLastDifferInAllHostBitsAndNoOthers(Family family) {
    Random random = new Random(SEED);
    for (int length = 0; length <= family.bits(); length++) {
      long low = family == Family.IPV4 ? random.nextLong() >>> 32 : random.nextLong();
      Address address = new Address(family, family == Family.IPV4 ? 0 : random.nextLong(), low);
      Prefix prefix = new Prefix(address, length);
      BigInteger hosts = BigInteger.ONE.shiftLeft(family.bits() - length).subtract(BigInteger.ONE);
      assertThat(prefix.first().value())
          .as("first of %s, seed %d", prefix, SEED)
          .isEqualTo(address.value().andNot(hosts));
      assertThat(prefix.last().value())
          .as("last of %s, seed %d", prefix, SEED)
          .isEqualTo(address.value().or(hosts));
      assertThat(prefix.contains(address)).isTrue();
    }
  }
}
