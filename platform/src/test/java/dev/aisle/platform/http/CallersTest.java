package dev.aisle.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;

class CallersTest {
    @Test
    void aNetworkOfAddressesIsOneCaller() {
        assertThat(Callers.of("2001:db8:1:2:aaaa::1")).isEqualTo(Callers.of("2001:db8:1:2:bbbb::2%eth0"));
        assertThat(Callers.of("2001:db8:1:2::1")).isNotEqualTo(Callers.of("2001:db8:1:3::1"));
        assertThat(Callers.of("192.0.2.1")).isNotEqualTo(Callers.of("192.0.2.2"));
    }

    @Test
    void whoCallsFromThisMachineIsKnown() {
        assertThat(Callers.isLoopback("127.0.0.1")).isTrue();
        assertThat(Callers.isLoopback("::1")).isTrue();
        assertThat(Callers.isLoopback("192.0.2.1")).isFalse();
        assertThat(Callers.isLoopback("no address")).isFalse();
    }

    @Test
    void memoryIsBoundedWhoeverCalls() {
        Callers callers = new Callers(1, TimeMeter.SYSTEM_NANOTIME);

        for (int caller = 0; caller < Callers.MOST + 500; caller++) {
            callers.take("caller-" + caller);
        }

        assertThat(callers.known()).isEqualTo(Callers.MOST);
    }

    @Test
    void withoutALimitNobodyIsCounted() {
        Callers callers = new Callers(0, TimeMeter.SYSTEM_NANOTIME);

        for (int call = 0; call < 1_000; call++) {
            assertThat(callers.take("one")).isZero();
        }
        assertThat(callers.known()).isZero();
    }
}
