package dev.aisle.campaign.experiments.flags.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.flags.domain.Evaluation.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final int UNITS = 20_000;
    private static final GlobalHoldout NOBODY = new GlobalHoldout(0, "h", 1);

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Phase phase(String id, String flag, String more) {
        String definition = """
                {"name": "n", "hypothesis": "h", "flag": "%s", %s
                 "variations": [{"key": "a", "weight": 0.5, "value": "A"}, {"key": "b", "weight": 0.5, "value": "B"}],
                 "metrics": [{"metric": "sales", "role": "goal"}]}
                """.formatted(flag, more);
        return new Phase(ExperimentReader.stored(id, json(definition)), 1, id + "/1", Instant.EPOCH, null);
    }

    private static FlagSet set(GlobalHoldout holdout, List<Phase> phases, Flag... flags) {
        return FlagSet.of(1, Instant.EPOCH, List.of(flags), phases, holdout, Map.of(), Set.of("country"));
    }

    private static Flag flag(String key) {
        return new Flag(key, true, json("\"A\""), List.of());
    }

    private static Evaluation evaluate(FlagSet set, String key, String unit, Map<String, Object> attributes) {
        return Objects.requireNonNull(
                Evaluator.of(set, new Asker(unit, attributes), unit, Map.of()).evaluate(key));
    }

    private static double share(FlagSet set, String key, String variant) {
        return IntStream.range(0, UNITS)
                        .filter(n ->
                                evaluate(set, key, "u" + n, Map.of()).variant().equals(variant))
                        .count()
                / (double) UNITS;
    }

    @Test
    void theSplitIsThatOfTheWeights() {
        FlagSet set = set(NOBODY, List.of(phase("x", "f", "")), flag("f"));

        assertThat(share(set, "f", "a")).isBetween(0.48, 0.52);
        assertThat(evaluate(set, "f", "u1", Map.of()).reason()).isEqualTo(Reason.SPLIT);
    }

    @Test
    void experimentsOfOneLayerNeverMeetAndThoseOfDifferentOnesAreIndependent() {
        FlagSet set = set(
                NOBODY,
                List.of(
                        phase("x", "f", "\"layer\": {\"name\": \"l\", \"from\": 0, \"to\": 0.5},"),
                        phase("y", "g", "\"layer\": {\"name\": \"l\", \"from\": 0.5, \"to\": 1},"),
                        phase("z", "h", "\"layer\": {\"name\": \"m\", \"from\": 0, \"to\": 0.5},")),
                flag("f"),
                flag("g"),
                flag("h"));
        int both = 0;
        int inX = 0;
        for (int n = 0; n < UNITS; n++) {
            boolean x = evaluate(set, "f", "u" + n, Map.of()).given() != null;
            boolean y = evaluate(set, "g", "u" + n, Map.of()).given() != null;
            boolean z = evaluate(set, "h", "u" + n, Map.of()).given() != null;
            assertThat(x).isNotEqualTo(y);
            inX += x ? 1 : 0;
            both += x && z ? 1 : 0;
        }

        assertThat(inX / (double) UNITS).isBetween(0.48, 0.52);
        assertThat(both / (double) inX).isBetween(0.48, 0.52);
    }

    @Test
    void theGlobalHoldoutIsTheSameInEveryExperiment() {
        GlobalHoldout tenth = new GlobalHoldout(0.1, "2026", 1);
        FlagSet set = set(
                tenth,
                List.of(phase("x", "f", ""), phase("y", "g", ""), phase("z", "h", "\"heldOut\": false,")),
                flag("f"),
                flag("g"),
                flag("h"));

        assertThat(share(set, "f", "default")).isBetween(0.09, 0.11);
        for (int n = 0; n < 1_000; n++) {
            assertThat(evaluate(set, "f", "u" + n, Map.of()).given() == null)
                    .isEqualTo(evaluate(set, "g", "u" + n, Map.of()).given() == null);
        }
        assertThat(share(set, "h", "default")).isZero();
    }

    @Test
    void whatWasGivenBeforeGoesBeforeHoldoutTargetingAndHash() {
        FlagSet set = set(
                new GlobalHoldout(0.999, "2026", 1),
                List.of(phase("x", "f", "\"targeting\": {\"country\": \"DE\"},")),
                flag("f"));

        Evaluation kept = Evaluator.of(set, new Asker("u1", Map.of()), "u1", Map.of("x/1", "b"))
                .evaluate("f");
        Evaluation otherPhase = Evaluator.of(set, new Asker("u1", Map.of()), "u1", Map.of("x/2", "b"))
                .evaluate("f");

        assertThat(Objects.requireNonNull(kept).value()).isEqualTo("B");
        assertThat(Objects.requireNonNull(otherPhase).variant()).isEqualTo("default");
    }

    @Test
    void aFlagWithoutExperimentAnswersByItsRulesAndOneThatIsOffByItsDefault() {
        Flag.Rule germans = new Flag.Rule(json("{\"country\": \"DE\"}"), json("\"G\""));
        Flag on = new Flag("f", true, json("\"A\""), List.of(germans));
        Flag off = new Flag("g", false, json("\"A\""), List.of(germans));
        FlagSet set = set(NOBODY, List.of(), on, off);

        assertThat(evaluate(set, "f", "u1", Map.of("country", "DE")))
                .isEqualTo(new Evaluation("f", "G", Reason.TARGETING_MATCH, "rule-1", null));
        assertThat(evaluate(set, "f", "u1", Map.of()))
                .isEqualTo(new Evaluation("f", "A", Reason.STATIC, "default", null));
        assertThat(evaluate(set, "g", "u1", Map.of("country", "DE")))
                .isEqualTo(new Evaluation("g", "A", Reason.DISABLED, "off", null));
    }

    @Test
    void whatLooksAtAnythingPersonalIsNotInTheOpenPayload() {
        FlagSet set = set(
                NOBODY,
                List.of(
                        phase("x", "f", "\"targeting\": {\"country\": \"DE\"},"),
                        phase("y", "g", "\"targeting\": {\"$or\": [{\"email\": \"a@b.example\"}]},")),
                flag("f"),
                flag("g"));

        assertThat(set.open()).containsOnlyKeys("f");
        assertThat(set.features()).containsOnlyKeys("f", "g");
    }

    @Test
    void raisingTheCoverageMovesNobody() {
        FlagSet before = set(NOBODY, List.of(phase("x", "f", "\"coverage\": 0.2,")), flag("f"));
        FlagSet after = set(NOBODY, List.of(phase("x", "f", "\"coverage\": 0.8,")), flag("f"));

        assertThat(share(before, "f", "default")).isBetween(0.78, 0.82);
        assertThat(share(after, "f", "default")).isBetween(0.18, 0.22);
        for (int n = 0; n < 2_000; n++) {
            Evaluation early = evaluate(before, "f", "u" + n, Map.of());
            if (early.given() != null) {
                assertThat(evaluate(after, "f", "u" + n, Map.of()).variant()).isEqualTo(early.variant());
            }
        }
    }
}
