package dev.aisle.recommender.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.registry.Plan.Refused;
import dev.aisle.recommender.models.registry.Plan.Steps;
import dev.aisle.recommender.models.registry.Plan.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final RegisteredModel SERVING = model("1", ModelState.SERVING, 0);
    private static final RegisteredModel CANDIDATE = model("2", ModelState.CANDIDATE, 0);

    @Test
    void theFormerServingModelIsRetired() {
        Plan plan = new Moves(List.of(SERVING, CANDIDATE)).promote("2", ModelState.SERVING, 0, false);

        assertThat(plan)
                .isEqualTo(new Steps(
                        "2",
                        List.of(
                                new Step("1", ModelState.SERVING, ModelState.RETIRED, 0),
                                new Step("2", ModelState.CANDIDATE, ModelState.SERVING, 0))));
    }

    @Test
    void anotherCanaryBecomesACandidateAgain() {
        RegisteredModel canary = model("3", ModelState.CANARY, 5);

        Plan plan = new Moves(List.of(SERVING, CANDIDATE, canary)).promote("2", ModelState.CANARY, 10, false);

        assertThat(plan)
                .isEqualTo(new Steps(
                        "2",
                        List.of(
                                new Step("3", ModelState.CANARY, ModelState.CANDIDATE, 0),
                                new Step("2", ModelState.CANDIDATE, ModelState.CANARY, 10))));
    }

    @Test
    void aCanaryMayGrow() {
        RegisteredModel canary = model("3", ModelState.CANARY, 5);

        assertThat(new Moves(List.of(SERVING, canary)).promote("3", ModelState.CANARY, 50, false))
                .isEqualTo(new Steps("3", List.of(new Step("3", ModelState.CANARY, ModelState.CANARY, 50))));
    }

    @Test
    void whatIsAsWishedStays() {
        assertThat(new Moves(List.of(SERVING)).promote("1", ModelState.SERVING, 0, false))
                .isEqualTo(new Steps("1", List.of()));
    }

    @Test
    void whoServesCanOnlyBeReplaced() {
        assertThat(kindOf(new Moves(List.of(SERVING)).promote("1", ModelState.CANDIDATE, 0, true)))
                .isEqualTo("serving-model");
    }

    @Test
    void nothingBringsAModelBackThatLearnedFromAnErasedPerson() {
        RegisteredModel retired = model("0", ModelState.RETIRED, 0, null, Instant.EPOCH);
        Moves moves = new Moves(List.of(retired, SERVING));

        assertThat(kindOf(moves.rollBackTo("0"))).isEqualTo("learned-from-erased");
        assertThat(kindOf(moves.promote("0", ModelState.SHADOW, 0, true))).isEqualTo("learned-from-erased");
        assertThat(kindOf(moves.promote("0", ModelState.CANARY, 1, true))).isEqualTo("learned-from-erased");
    }

    @Test
    void aRefusedModelIsShownByForceOnly() {
        GateResult gate = new GateResult(Verdict.REFUSED, Basis.UNSEEN, 300, null, "ndcg@20 is worse.");
        RegisteredModel refused = model("2", ModelState.REFUSED, 0, gate, null);
        Moves moves = new Moves(List.of(SERVING, refused));

        assertThat(moves.promote("2", ModelState.SERVING, 0, false))
                .isEqualTo(new Refused("refused-by-gate", "ndcg@20 is worse. Send force to promote it anyway."));
        assertThat(moves.promote("2", ModelState.SERVING, 0, true)).isInstanceOf(Steps.class);
        assertThat(moves.promote("2", ModelState.SHADOW, 0, false)).isInstanceOf(Steps.class);
    }

    @Test
    void aTrialNeedsAModelThatServes() {
        assertThat(kindOf(new Moves(List.of(CANDIDATE)).promote("2", ModelState.SHADOW, 0, false)))
                .isEqualTo("nothing-serves");
    }

    @Test
    void onlyATrialCanBeEnded() {
        assertThat(kindOf(new Moves(List.of(SERVING, CANDIDATE, model("0", ModelState.RETIRED, 0)))
                        .promote("0", ModelState.CANDIDATE, 0, false)))
                .isEqualTo("not-on-trial");
    }

    @Test
    void anUnknownVersionIsUnknown() {
        assertThat(new Moves(List.of(SERVING)).promote("9", ModelState.SHADOW, 0, false))
                .isEqualTo(new Unknown());
    }

    @Property(tries = 300)
    void whateverIsWishedAtMostOneStandsInEachPlaceAndSomebodyServesOn(@ForAll("wishes") List<Wish> wishes) {
        Map<String, RegisteredModel> models =
                new TreeMap<>(Map.of("1", SERVING, "2", CANDIDATE, "3", model("3", ModelState.RETIRED, 0)));
        for (Wish wish : wishes) {
            Plan plan = new Moves(List.copyOf(models.values()))
                    .promote(wish.version(), wish.to(), wish.to() == ModelState.CANARY ? 5 : 0, true);
            if (plan instanceof Steps steps) {
                steps.steps()
                        .forEach(step -> models.put(step.version(), model(step.version(), step.to(), step.percent())));
            }
            for (ModelState place : List.of(ModelState.SERVING, ModelState.CANARY, ModelState.SHADOW)) {
                assertThat(models.values().stream().filter(model -> model.state() == place))
                        .hasSizeBetween(place == ModelState.SERVING ? 1 : 0, 1);
            }
        }
    }

    record Wish(String version, ModelState to) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.of(ModelState.SHADOW, ModelState.CANARY, ModelState.SERVING, ModelState.CANDIDATE))
                .as(Wish::new)
                .list()
                .ofMaxSize(12);
    }

    private static String kindOf(Plan plan) {
        return plan instanceof Refused refused ? refused.kind() : plan.toString();
    }

    private static RegisteredModel model(String version, ModelState state, int percent) {
        return model(version, state, percent, null, null);
    }

    private static RegisteredModel model(
            String version, ModelState state, int percent, @Nullable GateResult gate, @Nullable Instant erased) {
        Lineage lineage = new Lineage(
                new UUID(0, 0), null, Instant.EPOCH, Instant.EPOCH, 0, null, "", null, Map.of(), 0, "", 0, 0, 0, null);
        return new RegisteredModel(version, state, percent, Instant.EPOCH, lineage, gate, erased);
    }
}
