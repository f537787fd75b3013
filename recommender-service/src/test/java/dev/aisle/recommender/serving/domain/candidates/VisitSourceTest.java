package dev.aisle.recommender.serving.domain.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.ItemFilter;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.interactions.PastInteraction;
import dev.aisle.recommender.models.domain.Learning;
import dev.aisle.recommender.models.domain.Learning.Name;
import dev.aisle.recommender.models.domain.Learning.Span;
import dev.aisle.recommender.models.domain.Source;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.serving.domain.Audience;
import dev.aisle.recommender.serving.domain.Deadline;
import dev.aisle.recommender.serving.domain.Eligible;
import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.ShopView;
import dev.aisle.recommender.serving.domain.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitSourceTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final TrainedModel MODEL = model();
    private static final ShopView SHOP = new SmallShop().view(MODEL);

    /** Ten people look at t1 and then t2, and an hour later at b1 and then b2. */
    private static TrainedModel model() {
        TrainingSetBuilder rows = new TrainingSetBuilder();
        for (int person = 0; person < 10; person++) {
            rows.add("u" + person, "t1", null, 1, person);
            rows.add("u" + person, "t2", null, 1, person + 1_000L);
            rows.add("u" + person, "b1", null, 1, person + HOUR);
            rows.add("u" + person, "b2", null, 1, person + HOUR + 1_000L);
            rows.add("v" + person, "t" + (3 + person % 5), null, 1, person);
        }
        return new Learning()
                .fit(
                        rows.build(),
                        Long.MAX_VALUE,
                        new Name("v1", Instant.EPOCH),
                        new TrainingProgress(),
                        new Span("fitting", 0, 1));
    }

    @Test
    void whatVisitsHoldThatShareTheLastProductComesWithThatProductAsItsCause() {
        Found found = found(Signals.of(List.of(), List.of(), viewed("t1")));

        assertThat(found.source()).isEqualTo(Source.SESSIONS);
        assertThat(ids(found)).containsExactlyInAnyOrder("t1", "t2");
        assertThat(found.causes(candidate("t2")))
                .singleElement()
                .satisfies(cause -> assertThat(cause.signal().productId()).isEqualTo("t1"));
        assertThat(found.causes(candidate("b2"))).isEmpty();
    }

    @Test
    void thePageIsTheLastProductOfTheVisitAndOlderOnesCountLess() {
        Found found = found(Signals.of(List.of("b1"), List.of(), viewed("t1")));

        assertThat(found.score(candidate("b2"))).isGreaterThan(found.score(candidate("t2")));
        assertThat(found.score(candidate("t2"))).isPositive();
    }

    @Test
    void withoutAnythingThatTheModelKnowsItSaysNothing() {
        assertThat(found(Signals.of(List.of("no-such"), List.of(), List.of())).hits())
                .isEmpty();
    }

    private static List<PastInteraction> viewed(String... newestFirst) {
        return Arrays.stream(newestFirst)
                .map(id -> new PastInteraction(id, InteractionType.VIEW))
                .toList();
    }

    private static Found found(Signals signals) {
        Question question = new Question(
                SHOP,
                signals,
                new Audience(null, List.of()),
                new Eligible(ItemFilter.NONE, Set.of(), Page.first()),
                10,
                Deadline.in(Duration.ofMinutes(1)));
        return NeighbourSource.ofVisits(SHOP.model(), signals.visit(MODEL)).find(question);
    }

    private static Candidate candidate(String id) {
        return new Candidate(SHOP.shelf().get(id), MODEL.indexOf(id));
    }

    private static List<String> ids(Found found) {
        return found.hits().stream().map(hit -> hit.product().productId()).toList();
    }
}
