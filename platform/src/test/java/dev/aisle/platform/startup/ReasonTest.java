package dev.aisle.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void theFrameworksOwnWordsAreLeftOut() {
        assertThat(Reason.of(new RuntimeException(
                        "Failed to start quarkus",
                        new IllegalStateException("The config property aisle.tenant is missing"))))
                .isEqualTo("The config property aisle.tenant is missing");
    }

    @Test
    void causesFollowEachOther() {
        assertThat(Reason.of(new IllegalStateException(
                        "The database can't be reached", new ConnectException("Connection refused"))))
                .isEqualTo("The database can't be reached: Connection refused");
    }

    @Test
    void aCauseThatIsQuotedIsSaidOnceWithoutItsClass() {
        assertThat(Reason.of(new RuntimeException(new IOException("No space left on device"))))
                .isEqualTo("No space left on device");
    }

    @Test
    void whatWasPutBeforeAQuotedCauseStays() {
        var cause = new IllegalArgumentException("the active key is not among the keys");
        assertThat(Reason.of(new IllegalStateException("aisle.sealing.keys: " + cause.getMessage(), cause)))
                .isEqualTo("aisle.sealing.keys: the active key is not among the keys");
    }

    @Test
    void severalLinesBecomeOne() {
        assertThat(Reason.of(new IllegalArgumentException("Two are missing:\n  a.b\n  c.d\n")))
                .isEqualTo("Two are missing: a.b; c.d");
    }

    @Test
    void whoSaysNothingIsCalledByKind() {
        assertThat(Reason.of(new IllegalStateException(new NullPointerException())))
                .endsWith("NullPointerException");
    }

    @Test
    void aLineStaysReadable() {
        assertThat(Reason.of(new IllegalStateException("x".repeat(5_000)))).hasSizeLessThan(700);
    }

    @Test
    void aCircleOfCausesEnds() {
        var outer = new IllegalStateException("outer");
        outer.initCause(new IllegalStateException("inner", outer));
        assertThat(Reason.of(outer)).isEqualTo("outer: inner");
    }
}
