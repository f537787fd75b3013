package dev.aisle.recommender.models.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models that learned from a person who was erased. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ErasedPersonIT {
    @Test
    void aModelThatLearnedFromAnErasedPersonNeverComesBack() {
        TrainedShop.make();
        String never = Registry.trained();
        String person = Written.willingPerson();
        Written.bought(person, "tea-1", "tea-2");
        TrainedShop.awaitHistory(person);
        String learned = Registry.trained();

        Written.erased(person);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> Registry.get(learned).body("learnedFromErasedSince", notNullValue()));
        String clean = Registry.trained();

        assertThat(Registry.serving()).isEqualTo(clean);
        Registry.get(never).body("learnedFromErasedSince", nullValue());
        Registry.rollBack(Map.of("reason", "odd lists"))
                .statusCode(409)
                .body("type", is("/problems/learned-from-erased"), "detail", containsString("erased since"));
        Registry.promote(learned, Map.of("to", "shadow", "reason", "why", "force", true))
                .statusCode(409)
                .body("type", is("/problems/learned-from-erased"));
        assertThat(Registry.inUse()).isEqualTo(clean);
        assertThat(Registry.fileOf(learned)).as("its file").doesNotExist();
        assertThat(Files.exists(Registry.fileOf(clean))).isTrue();
    }
}
