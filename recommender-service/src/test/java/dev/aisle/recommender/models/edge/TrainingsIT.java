package dev.aisle.recommender.models.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class TrainingsIT {
    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    @Test
    void aTrainingSaysWhatItLearnedFrom() {
        int before = TrainedShop.train().extract().path("result.interactions");
        // Whoever chooses the mixes judges no model: of one or two who came back, nobody may be left to ask.
        int all = before + TrainedShop.everybodyComesBack();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> TrainedShop.train().extract().<Integer>path("result.interactions") >= all);

        TrainedShop.train()
                .body("result.users", greaterThan(11), "result.items", greaterThan(15))
                .body("result.interactions", greaterThanOrEqualTo(all), "result.metrics", hasKey("ials.recall@20"))
                .body("result.ranker.serves", is("blend"), "result.ranker.explanation", containsString("are needed"));
    }

    @Test
    void requestsGoOnWhileModelsAreSwapped() throws Exception {
        String before = currentVersion();
        AtomicBoolean stop = new AtomicBoolean();
        try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < 4; client++) {
                counts.add(clients.submit(() -> askUntil(stop)));
            }

            TrainedShop.train();
            TrainedShop.train();
            stop.set(true);

            for (Future<Integer> count : counts) {
                assertThat(count.get()).isPositive();
            }
        }
        assertThat(currentVersion()).isGreaterThan(before);
    }

    private static int askUntil(AtomicBoolean stop) {
        int asked = 0;
        while (!stop.get()) {
            List<String> ids = TrainedShop.recommend(Map.of("contextItems", List.of("tea-1"), "size", 3))
                    .extract()
                    .path("items.productId");
            assertThat(ids).hasSize(3);
            asked++;
        }
        return asked;
    }

    @Test
    void aSecondTrainingIsRefusedWithTheAddressOfTheFirstWhichCanBeCancelled() {
        String first = operator()
                .post("/v1/models/trainings")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        var second = operator().post("/v1/models/trainings").then().extract();
        // The first may have ended in between; then the second one runs.
        if (second.statusCode() == 409) {
            assertThat(second.header("Location")).endsWith(pathOf(first));
            assertThat(second.<String>path("type")).isEqualTo("/problems/training-running");
        }

        operator().delete(second.header("Location"));

        await().until(() -> !"running"
                .equals(TrainedShop.training(second.header("Location"))
                        .extract()
                        .path("status")));
        operator().delete(second.header("Location")).then().statusCode(409);
    }

    private static String pathOf(String location) {
        return location.substring(location.indexOf("/v1/"));
    }

    @Test
    void anUnknownTrainingIsNotFound() {
        operator().get("/v1/models/trainings/" + UUID.randomUUID()).then().statusCode(404);
        operator().get("/v1/models/trainings/none").then().statusCode(404);
        operator()
                .delete("/v1/models/trainings/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("status", is(404));
    }

    private static String currentVersion() {
        return operator()
                .get("/v1/models/current")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR));
    }
}
