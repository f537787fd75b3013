package dev.aisle.recommender.models.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does with models. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ModelLifeIT {
    private static final Map<String, Object> WHY = Map.of("reason", "odd lists");

    private String older;
    private String newer;

    @BeforeEach
    void twoModels() {
        TrainedShop.make();
        older = Registry.trained();
        newer = Registry.trained();
        assertThat(Registry.serving()).isEqualTo(newer);
    }

    @AfterEach
    void theNewestServesAndNothingIsOnTrial() {
        Registry.promoted(newer, "serving");
        Registry.in("canary").forEach(version -> Registry.promoted(version, "candidate"));
        Registry.in("shadow").forEach(version -> Registry.promoted(version, "candidate"));
    }

    @Test
    void aModelSaysWhereItIsFrom() {
        Registry.get(newer)
                .statusCode(200)
                .body("state", is("serving"), "lineage.parent", is(older))
                .body("lineage.fingerprint", matchesPattern("[0-9a-f]{64}"), "lineage.people", greaterThan(11))
                .body("lineage.recipe.factors.rank", is(32), "lineage.seed", is(20261125))
                .body("lineage.parameters.'als.parameters'", containsString("rank=32"))
                .body("lineage.codeVersion", not(""), "lineage.readAt", notNullValue())
                .body("gate.verdict", is("passed"), "gate.basis", is("same-settings"))
                .body("history.to", contains("serving", "candidate"), "history.cause", hasItem("training"))
                .body("replicas.loaded", contains(true));
        Registry.get("none").statusCode(404).body("type", is("/problems/no-such-model"));
    }

    @Test
    void aRollbackBringsTheFormerModelBackAtOnceAndHoldsAutomaticPromotion() {
        Registry.rollBack(Map.of("reason", "odd lists", "dryRun", true))
                .statusCode(200)
                .body("version", is(older), "dryRun", is(true), "changes.to", contains("retired", "serving"));
        assertThat(Registry.inUse()).isEqualTo(newer);

        Registry.rollBack(WHY).statusCode(200).body("version", is(older), "dryRun", is(false));

        assertThat(Registry.inUse()).isEqualTo(older);
        Registry.get(older)
                .body("history[0].cause", is("rollback"), "history[0].by", is("test-client"))
                .body("history[0].reason", is("odd lists"), "history[0].from", is("retired"));
        String next = Registry.trained();
        Registry.get(next).body("state", is("candidate"));
        assertThat(Registry.inUse()).isEqualTo(older);
    }

    @Test
    void aModelGoesFromShadowOverCanaryIntoService() {
        Registry.rollBack(WHY).statusCode(200);

        Registry.promote(newer, Map.of("to", "shadow", "reason", "try it")).statusCode(200);
        assertThat(Registry.in("shadow")).containsExactly(newer);
        Registry.promote(newer, Map.of("to", "canary", "percent", 20, "reason", "try it"))
                .body("changes[0].from", is("shadow"), "changes[0].percent", is(20));
        Registry.promote(newer, Map.of("to", "canary", "percent", 20, "reason", "again"))
                .body("changes", empty());
        assertThat(Registry.inUse()).isEqualTo(older);
        Registry.promote(newer, Map.of("to", "serving", "reason", "good")).statusCode(200);

        assertThat(Registry.inUse()).isEqualTo(newer);
        assertThat(Registry.in("canary")).isEmpty();
        Registry.get(newer)
                .body("history.to", contains("serving", "canary", "shadow", "retired", "serving", "candidate"));
    }

    @Test
    void aWrongFieldIsNamedAndNothingHappens() {
        Map<String, String> wrong = Map.of(
                "{'reason':'why'}", "to",
                "{'to':'retired','reason':'why'}", "to",
                "{'to':'canary','reason':'why'}", "percent",
                "{'to':'canary','percent':100,'reason':'why'}", "percent",
                "{'to':'canary','percent':10.9,'reason':'why'}", "percent",
                "{'to':'canary','percent':'10','reason':'why'}", "percent",
                "{'to':'serving','percent':5,'reason':'why'}", "percent",
                "{'to':'serving'}", "reason",
                "{'to':'serving','reason':' '}", "reason",
                "{'to':'serving','reason':'why','dryrun':true}", "dryrun");

        wrong.forEach((body, field) -> Registry.operator()
                .body(body.replace('\'', '"'))
                .post("/v1/models/" + older + "/promote")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-field"), "errors[0].field", is(field)));

        assertThat(Registry.inUse()).isEqualTo(newer);
    }

    @Test
    void anUnknownVersionAndTheServingOneAreRefused() {
        Registry.promote("20260101T000000.000Z-" + UUID.randomUUID(), Map.of("to", "serving", "reason", "why"))
                .statusCode(404);
        Registry.promote(newer, Map.of("to", "candidate", "reason", "why"))
                .statusCode(409)
                .body("type", is("/problems/serving-model"));
    }

    @Test
    void aCorruptACutAndAMissingFileLeaveTheOldModelServing() throws IOException {
        byte[] whole = Files.readAllBytes(Registry.fileOf(older));
        byte[] corrupt = whole.clone();
        corrupt[corrupt.length / 2] ^= 16;

        Registry.withBytes(older, corrupt, () -> refusedAsUnreadable("checksum"));
        Registry.withBytes(older, Arrays.copyOf(whole, whole.length / 2), () -> refusedAsUnreadable("altered"));
        Files.delete(Registry.fileOf(older));
        refusedAsUnreadable("isn't there");
        Files.write(Registry.fileOf(older), whole);

        Registry.rollBack(WHY).statusCode(200);
        assertThat(Registry.inUse()).isEqualTo(older);
    }

    private void refusedAsUnreadable(String reason) {
        Registry.rollBack(WHY)
                .statusCode(409)
                .body("type", is("/problems/unreadable-model"), "detail", containsString(reason));
        assertThat(Registry.inUse()).isEqualTo(newer);
        assertThat(Registry.serving()).isEqualTo(newer);
    }

    @Test
    void aTrainingThatCannotWriteItsModelLeavesTheOldOneServing() throws IOException {
        var aside = Registry.directory().resolveSibling("aside-" + UUID.randomUUID());
        Files.move(Registry.directory(), aside);
        Files.createFile(Registry.directory());
        try {
            TrainedShop.trainedUntilItEnds("{}")
                    .body("status", is("failed"), "failure", containsString("could not be written"));
        } finally {
            Files.delete(Registry.directory());
            Files.move(aside, Registry.directory());
        }

        assertThat(Registry.inUse()).isEqualTo(newer);
        TrainedShop.recommend(Map.of("size", 3)).body("modelVersion", equalTo(newer));
    }

    @Test
    void checksStandInTheResultOfATraining() {
        TrainedShop.train()
                .body("result.checks.name", hasItems("people", "drop", "newest", "unknown-products", "types"))
                .body("result.checks.outcome", not(hasItem("failed")))
                .body("result.outcome", containsString("serving"), "startedBy", is("test-client"));
    }

    @Test
    void forceNeedsAReasonWhichIsKept() {
        Registry.operator()
                .body("{\"force\":true}")
                .post("/v1/models/trainings")
                .then()
                .statusCode(400)
                .body("errors[0].field", is("reason"));
        TrainedShop.trainedUntilItEnds("{\"force\":true,\"reason\":\"half of the shop is closed\"}")
                .body("status", is("completed"), "forced", is("half of the shop is closed"));
        newer = Registry.serving();
    }
}
