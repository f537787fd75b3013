package dev.aisle.ingest;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Begins the tests of a class once the service says that it is ready, as traffic does: before that it answers 503. */
public final class AwaitReadiness implements QuarkusTestBeforeEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int UNAVAILABLE = 503;
    private @Nullable Class<?> ready;

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Class<?> test = context.getTestInstance().getClass();
        if (!test.equals(ready)) {
            ready = test;
            URI health = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + "/q/health/ready");
            try (HttpClient client = HttpClient.newHttpClient()) {
                Awaitility.await().atMost(PATIENCE).pollInterval(BETWEEN).until(() -> isReady(client, health));
            }
        }
    }

    private static boolean isReady(HttpClient client, URI health) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                        .statusCode()
                != UNAVAILABLE;
    }
}
