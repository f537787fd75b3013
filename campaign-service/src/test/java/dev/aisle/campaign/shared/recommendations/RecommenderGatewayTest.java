package dev.aisle.campaign.shared.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.outside.PlayedRecommender;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.campaign.shared.Language;
import dev.aisle.campaign.shared.recommendations.Recommendation.Cause;
import dev.aisle.campaign.shared.recommendations.Recommendation.Missing;
import dev.aisle.campaign.shared.recommendations.Recommendation.Recommended;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecommenderGatewayTest {
    private static final ItemQuery QUERY = new ItemQuery("", "home", List.of(), List.of(), Language.EN);
    private static final CampaignSettings SETTINGS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(CampaignSettings.class)
            .build()
            .getConfigMapping(CampaignSettings.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private int port;
    private ManagedChannel nowhere;

    @BeforeEach
    void connectToAPortThatNobodyListensAt() throws IOException {
        port = freePort();
        nowhere = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    /** Below those that the system gives to whoever asks for any, so that nobody gets it meanwhile. */
    private static int freePort() throws IOException {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket freed = new ServerSocket(candidate)) {
                return freed.getLocalPort();
            } catch (BindException _) {
                // Somebody listens there.
            }
        }
    }

    @AfterEach
    void disconnect() {
        nowhere.shutdownNow();
    }

    @Test
    void aRecommenderThatIsNotThereIsUnavailable() {
        // The first call of a process may take longer to begin than it may last: that one is late.
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask(() -> "token")).isEqualTo(new Missing(Cause.UNAVAILABLE)));
    }

    @Test
    void withoutATokenTheRecommenderIsUnavailable() {
        ServiceToken none = () -> {
            throw new IllegalStateException("the issuer does not answer");
        };

        assertThat(ask(none)).isEqualTo(new Missing(Cause.UNAVAILABLE));
    }

    @Test
    void aRecommenderThatComesBackIsAskedAgainSoon() throws IOException {
        RecommenderGateway gateway = gateway(() -> PlayedRecommender.TOKEN);
        gateway.recommend(QUERY);
        assertThat(gateway.answering()).isFalse();

        PlayedRecommender back = PlayedRecommender.start(port);

        Awaitility.await().atMost(PATIENCE).until(() -> gateway.recommend(QUERY) instanceof Recommended);
        assertThat(gateway.answering()).isTrue();
        back.stop();
    }

    private Recommendation ask(ServiceToken token) {
        return gateway(token).recommend(QUERY);
    }

    private RecommenderGateway gateway(ServiceToken token) {
        return new RecommenderGateway(RecommenderGrpc.newBlockingStub(nowhere), token, SETTINGS);
    }
}
