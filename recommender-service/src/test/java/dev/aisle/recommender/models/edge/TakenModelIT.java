package dev.aisle.recommender.models.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.models.checks.TrainingFigures;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.OutsideTraining;
import dev.aisle.recommender.models.domain.Recipe;
import dev.aisle.recommender.models.domain.RecipeSettings;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models that were trained outside of the service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class TakenModelIT {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void train() {
        TrainedShop.make();
        Registry.promoted(Registry.trained(), "serving");
    }

    @Test
    void aFileFromOutsideGoesThroughChecksGateAndRegistryLikeAnyOther() throws IOException {
        String before = Registry.inUse();
        int known = known();
        Path file = offer("same.aisle", now, Recipe.USUAL, known);

        String version = TrainedShop.trainedUntilItEnds("{\"file\":\"same.aisle\"}")
                .body("status", is("completed"))
                .body("result.checks.find { it.name == 'interactions' }.value", is(String.valueOf(known)))
                .body("result.gate.basis", is("same-settings"), "result.gate.verdict", is("passed"))
                .body("result.ranker", notNullValue())
                .extract()
                .path("modelVersion");

        Registry.promoted(version, "serving");
        assertThat(version).isGreaterThan(before);
        assertThat(Registry.inUse()).isEqualTo(version);
        Registry.get(version)
                .body("lineage.parameters.'outside.trainer'", is("spark of a test"))
                .body("lineage.interactions", is(known), "lineage.people", is(12))
                .body("lineage.readAt", is(now.toString()));
        assertThat(file).doesNotExist();
    }

    @Test
    void otherSettingsWaitAsACandidateWhenThereIsNothingToJudgeThemBy() throws IOException {
        offer("other.aisle", now, RecipeSettings.usualBut(Map.of("rank", "16")), known());

        String version = TrainedShop.trainedUntilItEnds("{\"file\":\"other.aisle\"}")
                .body("status", is("completed"), "result.gate.verdict", is("undecided"))
                .extract()
                .path("modelVersion");

        Registry.get(version).body("state", is("candidate"));
    }

    @Test
    void whoWasErasedSinceTheListKeepsTheModelOutOfService() throws IOException, SQLException {
        offer("erased.aisle", now.minusSeconds(60), Recipe.USUAL, known());
        execute("insert into erased_person (pseudonym, erased_at) values ('mark-of-taken-model', now())");
        try {
            String version = TrainedShop.trainedUntilItEnds("{\"file\":\"erased.aisle\"}")
                    .body("status", is("completed"), "result.outcome", containsString("erased since"))
                    .extract()
                    .path("modelVersion");

            Registry.get(version).body("state", is("candidate"), "learnedFromErasedSince", notNullValue());
        } finally {
            execute("delete from erased_person where pseudonym = 'mark-of-taken-model'");
        }
    }

    @Test
    void aCheckThatFailsLeavesTheFileWhereItIs() throws IOException {
        Path file = offer("few.aisle", now, Recipe.USUAL, 3);
        String before = Registry.inUse();

        TrainedShop.trainedUntilItEnds("{\"file\":\"few.aisle\"}")
                .body("status", is("failed"), "failure", containsString("interactions: 3, expected at least 5"));

        assertThat(file).exists();
        assertThat(Registry.inUse()).isEqualTo(before);
    }

    @Test
    void factorsOfAJointTrainingComeIntoTheServingModelAndAreTakenLikeAnyFile() throws IOException {
        TrainedModel serving = ModelFile.read(Registry.fileOf(Registry.serving()));
        // Whoever another test had erased before that moment doesn't count.
        Path file = offerJoint("joint.aisle", now, 0.5f, 1, "tea-1", "of another shop", "bike-2");

        String version = TrainedShop.trainedUntilItEnds("{\"file\":\"joint.aisle\"}")
                .body("status", is("completed"), "result.gate.verdict", is("undecided"))
                .extract()
                .path("modelVersion");
        Registry.get(version)
                .body("state", is("candidate"))
                .body("lineage.parameters.'outside.trainer'", is("federate"))
                .body("lineage.parameters.'joint.settings'", is("rank=2 of a test"))
                .body("lineage.readAt", is(now.toString()));
        Registry.promoted(version, "serving");

        TrainedModel joint = ModelFile.read(Registry.fileOf(version));
        assertThat(Registry.inUse()).isEqualTo(version);
        assertThat(joint.productIds()).isEqualTo(serving.productIds());
        assertThat(joint.popularity().scores()).isEqualTo(serving.popularity().scores());
        assertThat(joint.als().rank()).isEqualTo(2);
        assertThat(factorOf("tea-1", joint)).containsExactly(0.5f, 0.25f);
        assertThat(factorOf("bike-2", joint)).containsExactly(2.5f, 0.25f);
        assertThat(factorOf("tea-2", joint)).containsExactly(0f, 0f);
        assertThat(file).doesNotExist();
        TrainedShop.recommend(Map.of("contextItems", List.of("tea-1"), "size", 5))
                .body("modelVersion", is(version));

        TrainedShop.train()
                .body("result.gate.verdict", is("undecided"))
                .body("result.gate.explanation", containsString("factors of a joint training"));
    }

    @Test
    void factorsThatCanNotBeUsedAreRefusedWithTheReason() throws IOException {
        String before = Registry.inUse();
        offerJoint("nan.aisle", now, Float.NaN, 1, "tea-1", "tea-2", "tea-3");
        refused("nan.aisle", "item factors that are numbers");
        offerJoint("foreign.aisle", now, 0.5f, 1, "x", "y", "z");
        refused("foreign.aisle", "none of its products is one of the serving model's");
        offerJoint("far.aisle", now, 0.5f, 7, "tea-1", "tea-2", "tea-3");
        refused("far.aisle", "numbers of products below 3");
        assertThat(Registry.inUse()).isEqualTo(before);
    }

    private void refused(String name, String reason) throws IOException {
        TrainedShop.trainedUntilItEnds("{\"file\":\"" + name + "\"}")
                .body("status", is("failed"), "failure", containsString(reason));
        Files.delete(incoming().resolve(name));
    }

    private static float[] factorOf(String product, TrainedModel model) {
        int first = model.indexOf(product) * model.als().rank();
        return Arrays.copyOfRange(
                model.als().itemFactors(), first, first + model.als().rank());
    }

    /** As ./aisle federate participate writes it, of three products. */
    private Path offerJoint(String name, Instant readAt, float factor, int second, String... products)
            throws IOException {
        Files.createDirectories(incoming());
        Path file = incoming().resolve(name);
        Map<String, String> parameters =
                Map.of("joint", "true", "readAt", readAt.toString(), "settings", "rank=2 of a test");
        ArtefactWriter writer = new ArtefactWriter(Origin.of("ials", parameters, 0, ""));
        new AlsModel(2, new float[] {factor, 0.25f, 1.5f, 0.25f, 2.5f, 0.25f}, new Ridge(0.1f, 0.02f, 1)).store(writer);
        writer.texts("products", products).ints("numbers", 0, second, 2).write(file);
        return file;
    }

    @Test
    void filesThatAreNoModelsFromOutsideAreRefusedWithTheReason() throws IOException {
        Files.createDirectories(incoming());
        Files.writeString(incoming().resolve("text.aisle"), "no model");
        Files.copy(Registry.fileOf(Registry.serving()), incoming().resolve("inside.aisle"));
        offer("future.aisle", now.plusSeconds(3_600), Recipe.USUAL, known());
        Map<String, String> reasons = Map.of(
                "nowhere.aisle", "isn't among the incoming files",
                "text.aisle", "text.aisle",
                "inside.aisle", "doesn't say when and on what it was trained",
                "future.aisle", "in the future");
        String before = Registry.inUse();

        reasons.forEach((name, reason) -> TrainedShop.trainedUntilItEnds("{\"file\":\"" + name + "\"}")
                .body("status", is("failed"), "failure", containsString(reason)));

        assertThat(Registry.inUse()).isEqualTo(before);
        for (String name : List.of("../models/x", "/etc/passwd", ".hidden", "")) {
            Registry.operator()
                    .body(Map.of("file", name))
                    .post("/v1/models/trainings")
                    .then()
                    .statusCode(400)
                    .body(containsString("expected the name of a file"));
        }
        Files.delete(incoming().resolve("inside.aisle"));
    }

    @Test
    void theListOfLearnersHasWhoGrantsItAndCountsItself() {
        String willing = Written.willingPerson();
        Written.bought(willing, "tea-1");
        TrainedShop.awaitHistory(willing);

        List<String> lines = given().auth()
                .oauth2(TestTokens.withRoles(Role.SERVICE))
                .get("/v1/models/learners")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString()
                .lines()
                .toList();

        assertThat(lines.getFirst()).startsWith("# aisle-learners 1 readAt=20");
        assertThat(lines.getLast()).isEqualTo("# end " + (lines.size() - 2));
        assertThat(lines).contains(willing + "\t" + willing + "\t-1");
        assertThat(lines).noneMatch(line -> line.startsWith("p1.k1.stranger"));
    }

    /** How many interactions the serving model was trained on; a file with far fewer would fail the checks. */
    private static int known() {
        return Registry.get(Registry.serving()).extract().path("lineage.interactions");
    }

    private Path offer(String name, Instant readAt, Recipe recipe, long interactions) throws IOException {
        TrainedModel serving = ModelFile.read(Registry.fileOf(Registry.serving()));
        Map<String, String> parameters = new HashMap<>(serving.origin().parameters());
        TrainingFigures figures = new TrainingFigures(
                12, serving.itemCount(), interactions, 0.1, now, 0, Map.of("purchase", interactions));
        parameters.putAll(new OutsideTraining("spark of a test", readAt, recipe, figures).parameters());
        Origin origin = Origin.of(serving.origin().algorithm(), parameters, 1, "0");
        Files.createDirectories(incoming());
        Path file = incoming().resolve(name);
        ModelFile.write(
                new TrainedModel(
                        "outside",
                        readAt,
                        origin,
                        serving.productIds(),
                        serving.popularity(),
                        serving.similar(),
                        serving.boughtTogether(),
                        serving.als(),
                        serving.sessions(),
                        TrainedModel.Added.NOTHING),
                file);
        return file;
    }

    private static Path incoming() {
        return Registry.directory().resolve("incoming");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
