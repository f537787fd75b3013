package dev.aisle.recommender.assistance.outside;

import dev.aisle.assistant.outside.Prompt;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The running service's outside model, over real HTTP. Unless a test makes it say something it has no answer, so that articles answer by themselves. */
public final class PlayedModel implements QuarkusTestResourceLifecycleManager {
    private static @Nullable OutsideModelServer server;

    @Override
    public Map<String, String> start() {
        OutsideModelServer started = new OutsideModelServer().says(Prompt.NO_ANSWER);
        server = started;
        return Map.of(
                "aisle.assistant.outside.enabled", "true",
                "aisle.assistant.outside.url", started.url().toString(),
                "aisle.assistant.outside.trusted", "true",
                "aisle.assistant.outside.model", "played");
    }

    /** The model itself. */
    public static OutsideModelServer model() {
        return Objects.requireNonNull(server);
    }

    /** Nothing to say any more. */
    public static void isSilent() {
        model().says(Prompt.NO_ANSWER);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
