package dev.aisle.profile.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of more people than are counted, a sample tells. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PreviewSampleIT.SmallShop.class)
class PreviewSampleIT {
    /** Everything is large here. */
    public static final class SmallShop implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("aisle.segments.preview-people", "200");
        }
    }

    @Test
    void theIntervalOfASampleHoldsTheSize() {
        for (int i = 0; i < 300; i++) {
            Shopper.consenting().does(EventType.SEARCH, "x");
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Marketer.members("new-visitor")).hasSize(300));

        JsonPath preview = Marketer.rules("previews", "did(search)").jsonPath();

        assertThat(preview.getString("kind")).isEqualTo("estimated");
        assertThat(preview.getInt("lookedAt")).isEqualTo(200);
        assertThat(preview.getInt("low")).isBetween(100, 300);
        assertThat(preview.getInt("high")).isBetween(230, 390);
    }
}
