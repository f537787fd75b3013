package dev.aisle.recommender.serving.domain.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.deep.NetworkModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.recommender.KnowingNetwork;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.CatalogueItem.Sale;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Eligible;
import dev.aisle.recommender.serving.domain.ModelView;
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

    @Test
    void whatCameAfterTheTrainingIsFoundByWhatItIs() {
        NetworkModel network = KnowingNetwork.knowing(
                ITEMS, item -> (item + 1) % ITEMS, "spring", List.of(index("b7"), index("b8")), index("t5"));
        SmallShop shop = new SmallShop();
        shop.add("new", "Spring harvest", List.of("Grocery", "Tea"), "", 700, Sale.NOW);
        shop.add("odd", "Anvil", List.of("Tools"), "", 700, Sale.NOW);
        String before = MODEL.productIds()[index("t5") - 1];

        Found found = found(shop, network, Signals.of(List.of(before), List.of(), List.of()), Set.of());

        assertThat(found.hits().subList(0, 4))
                .extracting(hit -> hit.product().productId())
                .containsExactlyInAnyOrder("t5", "b7", "b8", "new");
        Candidate newcomer = new Candidate(shop.get("new"), -1);
        assertThat(found.score(newcomer)).isEqualTo(found.score(candidate("t5")));
        assertThat(found.causes(newcomer))
                .singleElement()
                .satisfies(cause -> assertThat(cause.signal().productId()).isEqualTo(before));
        Candidate odd = new Candidate(shop.get("odd"), -1);
        assertThat(found.score(odd)).isZero();
        assertThat(found.causes(odd)).isEmpty();
        assertThat(found(shop, network, Signals.of(List.of("new"), List.of(), List.of()), Set.of())
                        .hits())
                .isNotEmpty();
        assertThat(found(shop, network, Signals.of(List.of(before), List.of(), List.of()), Set.of("new"))
                        .hits())
                .noneMatch(hit -> hit.product().productId().equals("new"));
    }

    @Test
    void newcomersAreDescribedAnewWhenTheyChangeOnly() {
        SmallShop shop = new SmallShop();
        NetworkModel network = KnowingNetwork.knowing(ITEMS, item -> (item + 1) % ITEMS, "spring", List.of(7, 8), 3);
        ModelView view = ModelView.of(MODEL.with(network, "written down"), shop, SmallShop.factorsOf(MODEL));
        assertThat(view.newcomers().size()).isZero();

        shop.add("new", "Spring harvest", List.of("Grocery", "Tea"), "", 700, Sale.NOW);
        ModelView later = view.renewed();

        assertThat(later.newcomers().size()).isEqualTo(1);
        assertThat(later.newcomers().network().itemCount()).isEqualTo(ITEMS + 1);
        assertThat(later.renewed().newcomers()).isSameAs(later.newcomers());
    }

    private static NetworkModel following() {
        return KnowingNetwork.of(ITEMS, item -> (item + 1) % ITEMS);
    }

    private static Found found(NetworkModel network, Signals signals, Set<String> excluded) {
        return found(new SmallShop(), network, signals, excluded);
    }

    private static Found found(SmallShop shelf, NetworkModel network, Signals signals, Set<String> excluded) {
        ShopView shop = shelf.view(MODEL.with(network, "written down"));
        Question question = new Question(
                shop,
                signals,
                new Audience(null, List.of()),
                new Eligible(ItemFilter.NONE, excluded, Page.first()),
                10,
                Deadline.in(Duration.ofMinutes(1)));
        return NetworkSource.of(shop.model(), shop.model().newcomers(), signals).find(question);
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
