package dev.aisle.campaign.experiments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.experiments.domain.ExperimentReader.Reading;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentReaderTest {
    private static final String GOOD = """
            {"name": "Blue button", "hypothesis": "Blue is seen, so that more people buy.", "flag": "button",
             "layer": {"name": "checkout", "share": 0.4}, "targeting": {"country": "DE"},
             "variations": [{"key": "control", "weight": 0.5, "value": "green"}, {"key": "blue", "weight": 0.5, "value": "blue"}],
             "metrics": [{"metric": "sales", "role": "goal"}, {"metric": "returns", "role": "guardrail", "margin": 0.02}]}
            """;

    private static Reading read(String json) {
        try {
            return ExperimentReader.read("button", new ObjectMapper().readTree(json), Set.of("sales", "returns"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static List<Finding> wrong(String json) {
        return ((Reading.Wrong) read(json)).findings();
    }

    @Test
    void aGoodOneHasItsUsualParts() {
        Experiment experiment = ((Reading.Good) read(GOOD)).experiment();

        assertThat(experiment.unit()).isEqualTo(Unit.PERSON);
        assertThat(experiment.heldOut()).isTrue();
        assertThat(experiment.coverage()).isEqualTo(1);
        assertThat(experiment.layer()).isEqualTo(new Layer("checkout", 0, 0.4));
        assertThat(experiment.rule().method()).isEqualTo(DecisionRule.Method.SEQUENTIAL);
        assertThat(experiment.metrics().getLast()).isEqualTo(new MetricUse("returns", MetricUse.Role.GUARDRAIL, 0.02));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "/variations; \"weight\": 0.5, \"value\": \"blue\"; \"weight\": 0.6, \"value\": \"blue\"",
                "/variations; \"value\": \"blue\"; \"value\": 3",
                "/variations/1/key; \"key\": \"blue\"; \"key\": \"control\"",
                "/variations/0/value; , \"value\": \"green\"; , \"value\": null",
                "/metrics; \"role\": \"goal\"; \"role\": \"secondary\"",
                "/metrics/0/metric; \"sales\"; \"sails\"",
                "/metrics/1/margin; \"role\": \"guardrail\"; \"role\": \"secondary\"",
                "/layer/share; \"share\": 0.4; \"share\": 1.4",
                "/targeting/$in; {\"country\": \"DE\"}; {\"$in\": [\"DE\"]}",
                "/flag; \"flag\": \"button\"; \"flag\": \"Big Button\"",
                "/hypothesis; \"hypothesis\": \"Blue is seen, so that more people buy.\"; \"hypothesis\": \"\"",
                "/colour; \"flag\"; \"colour\": 1, \"flag\""
            })
    void whatIsWrongNamesItsPlaceAndAFix(String place, String from, String to) {
        assertThat(GOOD).contains(from);

        List<Finding> findings = wrong(GOOD.replace(from, to));

        assertThat(findings).extracting(Finding::place).contains(place);
        assertThat(findings).allSatisfy(one -> assertThat(one.fix()).isNotBlank());
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        String broken = GOOD.replace("0.5, \"value\": \"blue\"", "0.7, \"value\": \"blue\"")
                .replace("\"sales\"", "\"sails\"")
                .replace("\"share\": 0.4", "\"share\": 0");

        assertThat(wrong(broken))
                .extracting(Finding::place)
                .contains("/variations", "/metrics/0/metric", "/layer/share");
    }

    @Test
    void anExperimentWithoutMetricsIsRefused() {
        String none = GOOD.substring(0, GOOD.indexOf("\"metrics\"")) + "\"metrics\": []}";

        assertThat(wrong(none)).extracting(Finding::place).containsExactly("/metrics");
    }
}
