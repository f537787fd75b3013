package dev.aisle.recommender.serving.domain.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.recommender.KnowingNetwork;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.interactions.domain.PastInteraction;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Eligible;
import dev.aisle.recommender.serving.domain.ItemFilter;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.Signals;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkSourceTest {
    private static final TrainedModel MODEL = SmallShop.model(40);
    private static final ShopView SHOP = new SmallShop().view(MODEL);
    private static final int ITEMS = MODEL.itemCount();

    @Test
    void itsScoresAreTheNetworksBesideItsBest() {
        NetworkModel network = KnowingNetwork.guessing(ITEMS);
        float[] scores = new float[ITEMS];
        network.score(History.of(index("t1"), index("b2"), index("t3")), scores);
        double most = IntStream.range(0, ITEMS)
                .mapToDouble(item -> scores[item])
                .max()
                .orElseThrow();

        // The newest comes first in a history, and the page after all of it.
        Found found = found(network, Signals.of(List.of("t3"), List.of(), viewed("b2", "t1")), Set.of());

        assertThat(found.source()).isEqualTo(Source.NETWORK);
        for (String id : MODEL.productIds()) {
            double ofNetwork = most + 2 * Math.log(found.score(candidate(id)));
            assertThat(ofNetwork).isCloseTo(scores[index(id)], within(1e-4));
        }
        assertThat(found.hits()).hasSize(10);
        assertThat(found.hits().stream().map(hit -> scores[hit.item()])).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(found.greatest()).isEqualTo(1);
    }

    @Test
    void theCauseIsTheProductWithoutWhichTheScoreWouldBeLower() {
        Found found = found(following(), Signals.of(List.of(), List.of(), viewed("t1", "b5")), Set.of());

        String next = MODEL.productIds()[(index("t1") + 1) % ITEMS];
        assertThat(found.hits().getFirst().product().productId()).isEqualTo(next);
        assertThat(found.causes(candidate(next)))
                .singleElement()
                .satisfies(cause -> assertThat(cause.signal().productId()).isEqualTo("t1"));
    }

    @Test
    void ofOneProductItIsTheCauseOfAll() {
        Found found = found(following(), Signals.of(List.of(), List.of(), viewed("t1")), Set.of());

        String next = MODEL.productIds()[(index("t1") + 1) % ITEMS];
        assertThat(found.causes(candidate(next))).hasSize(1);
        assertThat(found.causes(new Candidate(SHOP.shelf().get("t2"), -1))).isEmpty();
    }

    @Test
    void whatMustNotStandInTheListIsPassedOver() {
        String next = MODEL.productIds()[(index("t1") + 1) % ITEMS];

        Found found = found(following(), Signals.of(List.of("t1"), List.of(), List.of()), Set.of(next));

        assertThat(found.hits())
                .isNotEmpty()
                .noneMatch(hit -> hit.product().productId().equals(next));
    }

    @Test
    void withoutAnythingThatTheModelKnowsItSaysNothing() {
        Found found = found(following(), Signals.of(List.of("no-such"), List.of(), List.of()), Set.of());

        assertThat(found.hits()).isEmpty();
        assertThat(found.greatest()).isZero();
    }

    private static NetworkModel following() {
        return KnowingNetwork.of(ITEMS, item -> (item + 1) % ITEMS);
    }

    private static Found found(NetworkModel network, Signals signals, Set<String> excluded) {
        Question question = new Question(
                SHOP,
                signals,
                new Audience(null, List.of()),
                new Eligible(ItemFilter.NONE, excluded, Page.first()),
                10,
                Deadline.in(Duration.ofMinutes(1)));
        return new NetworkSource(
                        SHOP.model(),
                        network,
                        signals.last(MODEL, network.network().window()))
                .find(question);
    }

    private static List<PastInteraction> viewed(String... newestFirst) {
        return Arrays.stream(newestFirst)
                .map(id -> new PastInteraction(id, InteractionType.VIEW))
                .toList();
    }

    private static int index(String id) {
        return MODEL.indexOf(id);
    }

    private static Candidate candidate(String id) {
        return new Candidate(SHOP.shelf().get(id), index(id));
    }
}
