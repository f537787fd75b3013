package dev.aisle.profile.segments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.people.domain.EventQuality;
import dev.aisle.profile.people.domain.PersonContext;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.domain.PersonOrder;
import dev.aisle.profile.segments.domain.evaluation.Evaluation;
import dev.aisle.profile.segments.domain.evaluation.Explanation;
import dev.aisle.profile.segments.domain.evaluation.Outcome;
import dev.aisle.profile.segments.domain.language.RuleSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final List<PersonEvent> events = new ArrayList<>();

    @Test
    void whoViewedThreeTimesAndDidNotBuyIsInUntilTheFirstViewIsAWeekOld() {
        String rule =
                "count(product_view where category = \"tea\" in last 7 days) >= 3 and not did(purchase in last 7 days)";
        view("tea", NOON.minus(Duration.ofDays(5)));
        view("tea", NOON.minus(Duration.ofDays(2)));
        view("ice", NOON.minus(Duration.ofDays(1)));

        assertThat(of(rule, NOON)).isEqualTo(Outcome.NO);
        view("tea", NOON);
        assertThat(of(rule, NOON)).isEqualTo(new Outcome(true, NOON.plus(Duration.ofDays(2))));
        buy(NOON.plusSeconds(1), 1_000);
        assertThat(of(rule, NOON.plusSeconds(1)))
                .as("the purchase alone decides until it is a week old")
                .isEqualTo(new Outcome(false, NOON.plusSeconds(1).plus(Duration.ofDays(7))));
    }

    @Test
    void anAbandonedCartIsOneWhenTwoDaysAreOver() {
        String rule = "sequence(product_view -> cart_add -> not purchase within 2 days)";
        view("tea", NOON);
        event(EventType.CART_ADD, "tea", NOON.plusSeconds(60), null, EventQuality.PLAIN);
        Instant due = NOON.plusSeconds(60).plus(Duration.ofDays(2));

        assertThat(of(rule, NOON.plusSeconds(61))).isEqualTo(new Outcome(false, due));
        assertThat(of(rule, due).holds()).isTrue();
        buy(due.minusMillis(1), 1_000);
        assertThat(of(rule, due)).isEqualTo(Outcome.NO);
    }

    @Test
    void aNewVisitorIsOneForThirtyDays() {
        String rule = "since_first(any) < 30 days and not did(purchase)";
        view("tea", NOON);

        assertThat(of(rule, NOON)).isEqualTo(new Outcome(true, NOON.plus(Duration.ofDays(30))));
        assertThat(of(rule, NOON.plus(Duration.ofDays(30))).holds()).isFalse();
    }

    @Test
    void robotsDoNothing() {
        event(EventType.PURCHASE, "tea", NOON, null, new EventQuality(true, false, false, List.of(), List.of()));

        assertThat(of("did(any)", NOON)).isEqualTo(Outcome.NO);
    }

    @Test
    void anEventWithoutAWindowCountsForAYear() {
        buy(NOON, 2_500);

        assertThat(of("revenue(purchase) >= 2500", NOON)).isEqualTo(new Outcome(true, NOON.plus(Duration.ofDays(365))));
    }

    @Test
    void aRisingValueCrossesAtTheHourThatIsFound() {
        view("tea", NOON);

        assertThat(of("value(age_hours) >= 100", NOON.plusSeconds(1_234)))
                .isEqualTo(new Outcome(false, NOON.plus(Duration.ofHours(100))));
    }

    @Test
    void whyShowsEachPartAndWhatWasSeen() {
        view("tea", NOON);
        view("ice", NOON);

        Explanation why = evaluation(NOON)
                .explain(RuleSource.ofText("products(product_view) >= 2 and not did(purchase)")
                        .rule());

        assertThat(why.holds()).isTrue();
        assertThat(why.parts()).extracting(Explanation::holds).containsExactly(true, true);
        assertThat(why.parts().getFirst().observed()).isEqualTo("2");
        assertThat(why.parts().getLast().parts()).extracting(Explanation::holds).containsExactly(false);
    }

    private Outcome of(String rule, Instant now) {
        return evaluation(now).of(RuleSource.ofText(rule).rule());
    }

    private Evaluation evaluation(Instant now) {
        return new Evaluation(RandomRules.VALUES, PersonEvents.of(events), Map.of(), now);
    }

    private void view(String category, Instant at) {
        event(EventType.PRODUCT_VIEW, category, at, null, EventQuality.PLAIN);
    }

    private void buy(Instant at, long revenue) {
        event(EventType.PURCHASE, "tea", at, new PersonOrder("o", revenue, 0, "EUR", ""), EventQuality.PLAIN);
    }

    private void event(EventType type, String category, Instant at, PersonOrder order, EventQuality quality) {
        events.add(new PersonEvent(
                events.size(),
                at,
                type,
                Set.of(Purpose.PERSONALIZATION),
                1,
                0,
                "",
                List.of(new PersonItem(category, category, "", "", 100L, 1)),
                order,
                "",
                null,
                PersonContext.NONE,
                quality));
    }
}
