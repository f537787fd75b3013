package dev.aisle.recommender.models.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.KnowingNetwork;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.choice.ChoiceReport;
import dev.aisle.recommender.models.choice.PlacementChoice;
import dev.aisle.recommender.models.choice.PlacementChoice.RunnerUp;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model with a deep network, from its file to a list and back. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class DeepModelIT {
    private static final Map<String, Object> PAGE =
            Map.of("contextItems", List.of("tea-1"), "size", 5, "explain", true);

    @BeforeEach
    void train() {
        TrainedShop.make();
        Registry.promoted(Registry.trained(), "serving");
    }

    /** The next tests expect a model that was trained here. */
    @AfterEach
    void withoutANetwork() {
        Registry.promoted(Registry.trained(), "serving");
    }

    @Test
    void aFileWithANetworkServesWhereItWonAndSaysWhatTheRunnerUpWouldHaveGiven() throws IOException {
        String before = Registry.inUse();
        TrainedModel serving = ModelFile.read(Registry.fileOf(before));
        int items = serving.itemCount();
        offer("deep.aisle", serving, KnowingNetwork.of(items, item -> (item + 3) % items));

        String version = TrainedShop.trainedUntilItEnds("{\"file\":\"deep.aisle\"}")
                .body("status", is("completed"), "result.gate.verdict", is("undecided"))
                .body("result.choice.placements.size()", is(1))
                .body("result.choice.placements[0].chosen.name", is("network"))
                .body("result.choice.placements[0].runnerUp.name", is("usual"))
                .body("result.choice.placements[0].runnerUp.value", is(0.25f))
                .extract()
                .path("modelVersion");
        Registry.promoted(version, "serving");

        String next = serving.productIds()[(serving.indexOf("tea-1") + 3) % items];
        TrainedShop.recommend(PAGE)
                .body("modelVersion", is(version))
                .body("items[0].productId", is(next))
                .body("items[0].source", is("gru4rec"))
                .body("items[0].reason.text", is("Often looked at after Tea 1"));
        TrainedShop.recommend(Map.of("size", 5)).body("items.source", not(containsString("gru4rec")));
        Registry.get(version)
                .body("choice.placements[0].explanation", is("network instead of usual, in a test"))
                .body("lineage.parameters.'network.algorithm'", is("gru4rec"))
                .body("lineage.parameters.'network.parameters'", is("written down"));
        Registry.operator()
                .get("/v1/models/current")
                .then()
                .body("network", is("gru4rec"), "mixes.product", is("network"), "mixes.cart", is("cart"));

        Registry.rollBack(Map.of("reason", "the test is over")).statusCode(200);
        TrainedShop.recommend(PAGE).body("modelVersion", is(before)).body("items[0].source", not("gru4rec"));
        Registry.operator().get("/v1/models/current").then().body("network", nullValue(), "mixes.product", is("usual"));
    }

    @Test
    void aProductThatCameAfterTheTrainingIsListedByWhatItIs() throws IOException {
        TrainedModel serving = ModelFile.read(Registry.fileOf(Registry.inUse()));
        int items = serving.itemCount();
        int from = serving.indexOf("tea-1");
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        offer(
                "knowing.aisle",
                serving,
                KnowingNetwork.knowing(
                        items,
                        item -> (item + 3) % items,
                        word,
                        List.of((from + 1) % items, (from + 2) % items),
                        (from + 3) % items));
        String version = TrainedShop.trainedUntilItEnds("{\"file\":\"knowing.aisle\"}")
                .body("status", is("completed"))
                .extract()
                .path("modelVersion");
        Registry.promoted(version, "serving");

        Written.sold(Written.product("late-" + word, "Late " + word, "Grocery", "Tea"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> TrainedShop.recommend(PAGE)
                        .body("items.find { it.productId == 'late-" + word + "' }.source", is("gru4rec")));
        given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/models/products")
                .then()
                .statusCode(200)
                .body(containsString("{\"productId\":\"late-" + word + "\",\"title\":\"Late " + word
                        + "\",\"category\":\"Grocery > Tea\""));
        TestRecords.write(Topic.CATALOG, "late-" + word, null);
    }

    @Test
    void aBrokenNetworkIsRefusedWithTheReasonAndTheOldModelServesOn() throws IOException {
        String before = Registry.inUse();
        TrainedModel serving = ModelFile.read(Registry.fileOf(before));
        NetworkModel broken = KnowingNetwork.guessing(serving.itemCount());
        broken.weights().array("levels")[1] = Float.POSITIVE_INFINITY;
        Path file = offer("broken.aisle", serving, broken);

        TrainedShop.trainedUntilItEnds("{\"file\":\"broken.aisle\"}")
                .body("status", is("failed"), "failure", containsString("weights levels: number 1 is Infinity"));

        assertThat(file).exists();
        assertThat(Registry.inUse()).isEqualTo(before);
        Files.delete(file);
    }

    @Test
    void aTrainingHereSaysWhyItsMixesServe() {
        String version = TrainedShop.train()
                .body("result.choice.placements.placement", is(List.of("usual", "product", "cart")))
                .body("result.choice.placements[0].chosen.name", is("usual"))
                .body("result.choice.placements[2].chosen.name", is("cart"))
                .body("result.choice.placements[0].explanation", containsString("usual stays"))
                .body("result.choice.basis", notNullValue())
                .extract()
                .path("modelVersion");

        Registry.get(version).body("choice.placements.size()", is(3));
    }

    private static Path offer(String name, TrainedModel serving, NetworkModel network) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int known = Registry.get(Registry.serving()).extract().path("lineage.interactions");
        TrainingFigures figures =
                new TrainingFigures(12, serving.itemCount(), known, 0.1, now, 0, Map.of("purchase", (long) known));
        PlacementChoice product = new PlacementChoice(
                "product",
                new NamedMix("network", new Mix(0, 0, 0, 0, 0, 0.01f, 1)),
                "ndcg@20",
                40,
                new Estimate(0.5, 0.4, 0.6),
                new RunnerUp("usual", 0.25, new Estimate(-0.25, -0.3, -0.2)),
                Map.of("network", 0.5, "usual", 0.25),
                "network instead of usual, in a test");
        Path folder = Registry.directory().resolve("incoming");
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Origin origin = Origin.of(serving.origin().algorithm(), serving.origin().parameters(), 1, "0");
        ModelFile.write(
                new TrainedModel(
                                "outside",
                                now,
                                origin,
                                serving.productIds(),
                                serving.popularity(),
                                serving.similar(),
                                serving.boughtTogether(),
                                serving.als(),
                                serving.sessions(),
                                TrainedModel.Added.NOTHING)
                        .with(network, "written down")
                        .with(new ChoiceReport(List.of(product), "a test"))
                        .with(new OutsideTraining("pytorch of a test", now, Recipe.USUAL, figures).parameters()),
                file);
        return file;
    }
}
