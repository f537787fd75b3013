package dev.aisle.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Patience of a minute for what a test of a service waits for, if it doesn't say otherwise: machines differ, and no test asserts a speed. */
public final class PatientTests implements QuarkusTestBeforeClassCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void beforeClass(Class<?> testClass) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
