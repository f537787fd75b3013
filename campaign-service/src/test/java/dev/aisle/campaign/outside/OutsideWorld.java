package dev.aisle.campaign.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the recommender and the issuer that the service under test talks to. */
public final class OutsideWorld implements QuarkusTestResourceLifecycleManager {
    private @Nullable PlayedRecommender recommender;
    private @Nullable PlayedIssuer issuer;

    @Override
    public Map<String, String> start() {
        try {
            recommender = PlayedRecommender.start(0);
            issuer = PlayedIssuer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                // A loaded machine is no reason for a test to fail; the slow recommender never answers at all.
                "aisle.campaign.recommender-deadline",
                "3s",
                "quarkus.grpc.clients.recommender.test-port",
                Integer.toString(recommender.port()),
                "quarkus.oidc-client.auth-server-url",
                issuer.address(),
                "quarkus.oidc-client.client-id",
                "campaign-service",
                "quarkus.oidc-client.credentials.secret",
                "demo");
    }

    @Override
    public void stop() {
        if (recommender != null) {
            recommender.stop();
        }
        if (issuer != null) {
            issuer.stop();
        }
    }
}
