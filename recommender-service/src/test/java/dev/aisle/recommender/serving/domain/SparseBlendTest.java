package dev.aisle.recommender.serving.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.TopK;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Asked;
import dev.aisle.recommender.models.domain.Blend;
import dev.aisle.recommender.models.domain.Mix;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Signals.Known;
import dev.aisle.recommender.serving.domain.candidates.Candidate;
import dev.aisle.recommender.serving.domain.candidates.FactorSource;
import dev.aisle.recommender.serving.domain.candidates.Gatherer;
import dev.aisle.recommender.serving.domain.candidates.NeighbourSource;
import dev.aisle.recommender.serving.domain.candidates.Pool;
import dev.aisle.recommender.serving.domain.candidates.PopularSource;
import dev.aisle.recommender.serving.domain.candidates.Question;
import dev.aisle.recommender.serving.domain.rank.LinearRanker;
import dev.aisle.recommender.serving.domain.rank.Scale;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a training judges is what serving ranks by. */
class SparseBlendTest {
    private static final TrainedModel MODEL = SmallShop.model(60);

    static Stream<List<String>> histories() {
        return Stream.of(List.of("t3"), List.of("t3", "b3"), List.of("b1", "t2", "b3", "t4", "t5"));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void theScoresOfCandidatesAreThoseOfTheBlend(List<String> viewed) {
        SmallShop shop = new SmallShop();
        ShopView view = shop.view(MODEL);
        Audience audience = new Audience(
                null,
                viewed.stream()
                        .map(id -> new PastInteraction(id, InteractionType.VIEW))
                        .toList());
        Signals signals = Signals.of(List.of(), List.of(), audience.history());
        Known known = signals.known(MODEL, signal -> true);
        Known session = signals.session(MODEL);
        Known visit = signals.visit(MODEL);
        Blend blend = Mix.USUAL.blend(
                MODEL,
                new Asked(session.history(), visit.history(), known.history(), History.empty(), History.empty()));

        Question question = new Question(
                view,
                signals,
                audience,
                new Eligible(ItemFilter.NONE, Set.of(), Page.first()),
                50,
                Deadline.in(Duration.ofMinutes(1)));
        List<Candidate> candidates = Pool.of(
                question,
                Gatherer.inTurn()
                        .gather(
                                question,
                                List.of(
                                        new FactorSource(view.model(), known),
                                        NeighbourSource.similar(view.model(), session),
                                        NeighbourSource.ofVisits(view.model(), visit),
                                        new PopularSource(view.model()))),
                Scale.shareOfBest());
        LinearRanker.of(Mix.USUAL).rank(candidates);

        assertThat(candidates).hasSize(20);
        assertThat(candidates)
                .allSatisfy(candidate ->
                        assertThat(candidate.score()).isCloseTo(blend.scores()[candidate.item()], within(1e-5f)));
        assertThat(candidates.stream()
                        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                        .limit(5)
                        .map(Candidate::source))
                .isEqualTo(TopK.select(blend.scores(), 5, new BitSet()).stream()
                        .map(scored -> blend.sourceOf(scored.item()))
                        .toList());
    }
}
