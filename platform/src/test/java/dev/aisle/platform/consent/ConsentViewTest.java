package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ConsentViewTest {
    /** The topic may have been read before privacy-service reckons with this process: until then every person is answered 503. */
    @Test
    void consentsAreLoadedOnceTheyCountAndStaySoWhenTheyDoNot() {
        AtomicBoolean count = new AtomicBoolean();
        ConsentView consents = new ConsentView("nowhere:1", Duration.ZERO, null, null) {
            @Override
            public boolean current() {
                return count.get();
            }
        };

        assertThat(consents.loaded()).isFalse();
        count.set(true);
        assertThat(consents.loaded()).isTrue();
        count.set(false);
        assertThat(consents.loaded()).isTrue();
    }
}
