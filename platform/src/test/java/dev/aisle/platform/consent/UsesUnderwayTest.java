package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsesUnderwayTest {
    private final UsesUnderway uses = new UsesUnderway();

    @Test
    void aUseThatBeganBeforeIsWaitedFor() {
        Use before = uses.begin();
        long divided = uses.divide();

        assertThat(uses.endedBefore(divided)).isFalse();
        before.close();
        assertThat(uses.endedBefore(divided)).isTrue();
    }

    @Test
    void aUseThatBeganAfterIsNot() {
        long divided = uses.divide();

        try (Use _ = uses.begin()) {
            assertThat(uses.endedBefore(divided)).isTrue();
            assertThat(uses.none()).isFalse();
        }
        assertThat(uses.none()).isTrue();
    }
}
