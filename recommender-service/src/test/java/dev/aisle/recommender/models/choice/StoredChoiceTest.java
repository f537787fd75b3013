package dev.aisle.recommender.models.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.evaluate.Outcome.Estimate;
import dev.aisle.recommender.models.choice.PlacementChoice.RunnerUp;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.NamedMix;
import dev.aisle.recommender.models.domain.PlacementKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A choice lies in the column of a training's result and in the header of the model's file. */
class StoredChoiceTest {
    private static final ChoiceReport REPORT = new ChoiceReport(
            List.of(
                    new PlacementChoice(
                            "product",
                            new NamedMix("usual+network", Mix.USUAL.withNetwork(0.8f)),
                            "ndcg@20",
                            77,
                            new Estimate(0.5, 0.4, 0.6),
                            new RunnerUp("usual", 0.3, new Estimate(-0.2, -0.3, -0.1)),
                            Map.of("usual", 0.3, "usual+network", 0.5),
                            "better"),
                    PlacementChoice.kept(PlacementKind.CART, NamedMix.CART, "nobody was asked")),
            "a test");

    @Test
    void itIsReadAsItWasWritten() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsString(REPORT), ChoiceReport.class))
                .isEqualTo(REPORT);
        assertThat(ChoiceParameters.read(ChoiceParameters.of(REPORT))).contains(REPORT);
    }

    @Test
    void theAnswerHasNothingButTheFieldsThatAreDocumented() {
        JsonNode answer = new ObjectMapper().valueToTree(REPORT);

        assertThat(answer.properties().stream().map(Map.Entry::getKey)).containsExactly("placements", "basis");
        assertThat(answer.at("/placements/0").properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "placement", "chosen", "metric", "people", "figure", "runnerUp", "compared", "explanation");
        assertThat(answer.at("/placements/0/chosen/mix/network").floatValue()).isEqualTo(0.8f);
    }

    @Test
    void whatNothingIsSaidOfIsTheUsualMix() {
        assertThat(REPORT.at(PlacementKind.USUAL).chosen()).isEqualTo(NamedMix.USUAL);
        assertThat(REPORT.gainOfNetwork()).isCloseTo(0.2, within(1e-12));
        assertThat(ChoiceReport.kept(REPORT, false, "no network")
                        .at(PlacementKind.PRODUCT)
                        .chosen())
                .isEqualTo(NamedMix.USUAL);
        assertThat(ChoiceReport.kept(REPORT, true, "a network")
                        .at(PlacementKind.PRODUCT)
                        .chosen()
                        .name())
                .isEqualTo("usual+network");
    }
}
