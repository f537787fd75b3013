package dev.aisle.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/**
 * How a test of a service waits, if it doesn't say otherwise: for a minute, since machines differ and no test asserts a speed; and it looks at once, then
 * less and less often, since most of what it waits for is there within milliseconds.
 */
public final class PatientTests implements QuarkusTestBeforeClassCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMillis(4);
    private static final Duration LATER = Duration.ofMillis(100);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(new IterativePollInterval(PatientTests::next, SOON));
    }

    private static Duration next(Duration before) {
        Duration doubled = before.multipliedBy(2);
        return doubled.compareTo(LATER) < 0 ? doubled : LATER;
    }
}
