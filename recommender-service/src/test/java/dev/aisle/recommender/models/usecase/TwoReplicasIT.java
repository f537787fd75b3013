package dev.aisle.recommender.models.usecase;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.platform.security.Role;
import dev.aisle.recommender.ObjectStore;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.SecondReplica;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of the service, one database, one bucket. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ObjectStore.Resource.class, restrictToAnnotatedClass = true)
class TwoReplicasIT {
    private static @Nullable SecondReplica second;

    private final ObjectStore.OfService store = ObjectStore.ofService();

    @BeforeEach
    void shop() {
        TrainedShop.make();
        if (second == null) {
            second = SecondReplica.start();
        }
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
        }
    }

    @Test
    void oneTrainsAtATimeAndBothServeWhatItMade() throws Exception {
        List<Callable<Response>> wishes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            wishes.add(() -> Registry.operator().post("/v1/models/trainings"));
            wishes.add(() -> replica().asOperator().post("/v1/models/trainings"));
        }

        List<String> begun = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (Future<Response> asked : callers.invokeAll(wishes)) {
                assertThat(asked.get().statusCode()).isIn(202, 409);
                if (asked.get().statusCode() == 202) {
                    begun.add(asked.get().header("Location"));
                }
            }
        }

        assertThat(begun).isNotEmpty().hasSizeLessThan(8);
        begun.forEach(TwoReplicasIT::awaitEnd);
        List<Span> spans = begun.stream()
                .map(Span::of)
                .sorted(Comparator.comparing(Span::from))
                .toList();
        for (int i = 1; i < spans.size(); i++) {
            assertThat(spans.get(i).from()).isAfterOrEqualTo(spans.get(i - 1).to());
        }
        bothServe(Registry.serving());
    }

    private record Span(Instant from, Instant to) {
        static Span of(String training) {
            var said = TrainedShop.training(training).extract();
            return new Span(Instant.parse(said.path("startedAt")), Instant.parse(said.path("finishedAt")));
        }
    }

    private static void awaitEnd(String training) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> TrainedShop.training(training).body("status", is("completed")));
    }

    @Test
    void whatOneRollsBackTheOtherOneFollows() {
        String older = servingAnew();
        bothServe(older);
        bothServe(servingAnew());

        replica()
                .asOperator()
                .body(Map.of("reason", "odd lists"))
                .post("/v1/models/rollback")
                .then()
                .statusCode(200);

        bothServe(older);
    }

    @Test
    void anAlteredObjectIsRefusedByBothAndNamed() throws IOException {
        String older = servingAnew();
        String newer = servingAnew();
        bothServe(newer);
        Path object = store.object("model-" + older + ".aisle");
        await().atMost(Duration.ofSeconds(90)).until(() -> !Files.exists(copy(older)));
        byte[] whole = Files.readAllBytes(object);
        byte[] altered = whole.clone();
        altered[altered.length / 2] ^= 16;
        Files.write(object, altered);

        for (RequestSpecification operator :
                List.of(Registry.operator(), replica().asOperator())) {
            operator.body(Map.of("reason", "odd lists"))
                    .post("/v1/models/rollback")
                    .then()
                    .statusCode(409)
                    .body("type", is("/problems/unreadable-model"))
                    .body("detail", containsString("model-" + older + ".aisle was altered"));
        }

        bothServe(newer);
        Files.write(object, whole);
    }

    @Test
    void withoutTheStoreBothServeWhatTheyHaveAndOneThatStartsAnewDoesAsWell() {
        String serving = servingAnew();
        bothServe(serving);

        store.whileFrozen(() -> {
            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> given().get("/q/health/well")
                            .then()
                            .statusCode(503)
                            .body(
                                    "checks.find { it.name == 'model store answers' }.data.why",
                                    containsString("models")));
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> storeIsUnreachable("1.0"));
            given().get("/q/health/ready").then().statusCode(200);
            replica().restart();

            bothServe(serving);
            for (RequestSpecification storefront :
                    List.of(storefront(), replica().as(Role.STOREFRONT))) {
                storefront
                        .body(Map.of("size", 3))
                        .post("/v1/recommendations")
                        .then()
                        .statusCode(200)
                        .body("modelVersion", is(serving));
            }
            TrainedShop.trainedUntilItEnds("{}")
                    .body("status", is("failed"), "failure", containsString("could not be written"));
        });

        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> storeIsUnreachable("0.0"));
        bothServe(servingAnew());
    }

    @Test
    void aModelThatLearnedFromAnErasedPersonIsGoneFromTheBucketAndFromAllCopies() {
        String person = Written.willingPerson();
        Written.bought(person, "tea-1", "tea-2");
        TrainedShop.awaitHistory(person);
        String learned = servingAnew();
        bothServe(learned);
        await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(copy(learned)));

        Written.erased(person);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> Registry.get(learned).body("learnedFromErasedSince", notNullValue()));
        String clean = servingAnew();

        bothServe(clean);
        assertThat(store.object("model-" + learned + ".aisle")).doesNotExist();
        assertThat(store.object("model-" + clean + ".aisle")).exists();
        await().atMost(Duration.ofSeconds(90)).until(() -> copiesOf(learned).isEmpty());
    }

    @Test
    void aFileThatATrainingOutsideLeavesIsTakenFromTheBucket() throws IOException {
        Path incoming = store.object("incoming").resolve("outside.aisle");
        Files.createDirectories(incoming.getParent());
        Files.copy(store.object("model-" + servingAnew() + ".aisle"), incoming);

        TrainedShop.trainedUntilItEnds("{\"file\":\"outside.aisle\"}")
                .body("failure", containsString("outside.aisle can't be taken: it doesn't say when"));
        TrainedShop.trainedUntilItEnds("{\"file\":\"none.aisle\"}")
                .body("failure", containsString("it isn't among the incoming files"));
    }

    /** As the other process says it: in this one a gauge may be that of a service which ran before. */
    private static void storeIsUnreachable(String value) {
        replica().asOperator().get("/q/metrics").then().body(containsString("aisle_models_store_unreachable " + value));
    }

    /** Trains a model that serves, also where a rollback holds candidates back. */
    private static String servingAnew() {
        String version = Registry.trained();
        Registry.promoted(version, "serving");
        return version;
    }

    private static void bothServe(String version) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(Registry.inUse()).isEqualTo(version);
            assertThat(replica().inUse()).isEqualTo(version);
        });
    }

    private static List<Path> copiesOf(String version) {
        return Stream.of(Registry.fileOf(version), copy(version))
                .filter(Files::exists)
                .toList();
    }

    private static Path copy(String version) {
        return replica().copies().resolve("model-" + version + ".aisle");
    }

    private static RequestSpecification storefront() {
        return given().auth().oauth2(TestTokens.withRoles(Role.STOREFRONT)).contentType("application/json");
    }

    private static SecondReplica replica() {
        if (second == null) {
            throw new IllegalStateException("It wasn't started");
        }
        return second;
    }
}
