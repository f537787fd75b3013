package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An experiment from its hypothesis to what was learnt. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class ExperimentLifeIT {
    @Inject
    MetricDefinitions metrics;

    private ExperimentApi one;

    @BeforeEach
    void newOne() {
        one = another();
    }

    private ExperimentApi another() {
        return new ExperimentApi(
                "x-" + UUID.randomUUID(), metrics.ids().iterator().next());
    }

    @Test
    void fromDraftToWhatWasLearnt() {
        one.save(one.definition("\"coverage\": 0.2,"), null).statusCode(201).body("state", equalTo("draft"));
        one.step("{\"step\": \"ramp\", \"coverage\": 0.5}").statusCode(409);
        one.step("{\"step\": \"start\", \"note\": \"small first\"}")
                .statusCode(200)
                .body("state", equalTo("running"))
                .body("phases[0].seed", equalTo(one.id() + "/1"))
                .body("phases[0].coverage", equalTo(0.2f));
        one.step("{\"step\": \"ramp\", \"coverage\": 1}")
                .statusCode(200)
                .body("phases.size()", equalTo(1))
                .body("phases[0].coverage", equalTo(1.0f));
        one.step("{\"step\": \"stop\"}").statusCode(200).body("state", equalTo("stopped"));
        one.step("{\"step\": \"conclude\"}").statusCode(400).body("errors[0].field", equalTo("learnt"));
        one.step("{\"step\": \"conclude\", \"learnt\": \"Blue sells.\", \"kept\": \"red\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("kept"));
        one.step("{\"step\": \"conclude\", \"learnt\": \"Blue sells.\", \"kept\": \"blue\"}")
                .statusCode(200)
                .body("state", equalTo("concluded"));

        ExperimentApi.analyst()
                .get("/v1/experiments")
                .then()
                .body("experiments.find { it.id == '" + one.id() + "' }.learnt", equalTo("Blue sells."));
        one.reads("/history")
                .body("deeds.deed", equalTo(List.of("conclude", "stop", "ramp", "start", "save")))
                .body("deeds.actor", hasItem("anna"));
        one.evaluates("anybody").body("value", equalTo("blue")).body("reason", equalTo("STATIC"));
    }

    @Test
    void aChangeOfWeightsInFlightIsRefusedAndANewPhaseAssignsAnew() {
        one.run("");
        String heavier = one.definition("").replaceFirst("0\\.5", "0.9").replaceFirst("0\\.5", "0.1");

        one.save(heavier, one.tag())
                .statusCode(409)
                .body("type", containsString("in-flight"))
                .body("detail", containsString("\"step\": \"phase\""));
        one.save(one.definition("").replace("Blue is seen.", "Blue sells."), one.tag())
                .statusCode(200)
                .body("phases.size()", equalTo(1));
        one.step("{\"step\": \"phase\", \"definition\": " + heavier + "}")
                .statusCode(200)
                .body("phases.seed", equalTo(List.of(one.id() + "/1", one.id() + "/2")));

        one.save(one.definition(""), "\"r1\"").statusCode(412);
    }

    @Test
    void aFullLayerNamesWhoTakesIt() {
        String layer = "l-" + UUID.randomUUID();
        one.run("\"layer\": {\"name\": \"%s\", \"share\": 0.7},".formatted(layer));
        ExperimentApi second = another();
        second.save(second.definition("\"layer\": {\"name\": \"%s\", \"share\": 0.4},".formatted(layer)), null)
                .statusCode(201);

        second.step("{\"step\": \"start\"}")
                .statusCode(409)
                .body("type", containsString("layer-full"))
                .body("detail", containsString(one.id()));
        one.step("{\"step\": \"stop\"}").statusCode(200);
        second.step("{\"step\": \"start\"}").statusCode(200).body("phases[0].layer.to", equalTo(0.4f));
    }

    @Test
    void aFlagIsDecidedByOneExperimentAtATime() {
        one.run("");
        ExperimentApi other = another();
        other.save(one.definition(""), null).statusCode(201);

        other.step("{\"step\": \"start\"}")
                .statusCode(409)
                .body("type", containsString("flag-taken"))
                .body("detail", containsString(one.id()));
    }

    @Test
    void whatIsWrongIsSaidAtOnceByItsPlace() {
        one.save(
                        one.definition("")
                                .replaceFirst("0\\.5", "0.7")
                                .replace("\"" + one.metric() + "\"", "\"no-such-metric\""),
                        null)
                .statusCode(400)
                .body("type", containsString("invalid-experiment"))
                .body("errors.field", hasItems("/variations", "/metrics/0/metric"));
        one.reads("").statusCode(404);
    }

    @Test
    void theHoldoutStaysWhileExperimentsLeaveItOut() {
        one.run("");
        String tag = ExperimentApi.analyst()
                .get("/v1/global-holdout")
                .then()
                .extract()
                .header("ETag");

        ExperimentApi.analyst()
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body("{\"share\": 0.05, \"seed\": \"2026\"}")
                .put("/v1/global-holdout")
                .then()
                .statusCode(409)
                .body("detail", containsString(one.id()));
        assertThat(tag).startsWith("\"r");
    }
}
