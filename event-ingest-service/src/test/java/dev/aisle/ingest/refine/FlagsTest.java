package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BOB;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is suspect is flagged with the reason, and goes on. */
class FlagsTest extends RefineCase {
    @Test
    void anEventOfARobotThatNamesItselfIsFlagged() {
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE);
        event.getContextBuilder().setAutomated(true);

        assertThat(flagsOf(event)).containsExactly(bot("context.automated", "user agent names a robot", 1));
    }

    @Test
    void moreThan120EventsWithinAMinuteAreFlagged() {
        for (int i = 0; i < 121; i++) {
            refining.send(ADA, "m" + i, NINE.plusMillis(i * 45L));
        }
        refining.send(BOB, "m", NINE);

        List<ShopEvent> events = refining.events();
        assertThat(events).hasSize(122);
        assertThat(events.get(119).getRefinement().getFlagsList()).isEmpty();
        assertThat(events.get(120).getRefinement().getFlagsList())
                .containsExactly(bot("occurred_at", "121 events within 60 s", 121));
        assertThat(events.get(121).getRefinement().getFlagsList()).isEmpty();
    }

    @Test
    void theSameNumberOverTwoMinutesIsNoRobot() {
        for (int i = 0; i < 200; i++) {
            refining.send(ADA, "m" + i, NINE.plusMillis(i * 600L + (i % 7) * 31L));
        }

        assertThat(refining.events())
                .allMatch(event -> event.getRefinement().getFlagsList().isEmpty());
    }

    @Test
    void eventsAsRegularAsAClockAreFlagged() {
        for (int i = 0; i < 12; i++) {
            refining.send(ADA, "m" + i, NINE.plusSeconds(5L * i));
        }

        List<ShopEvent> events = refining.events();
        assertThat(events.get(9).getRefinement().getFlagsList()).isEmpty();
        assertThat(events.get(10).getRefinement().getFlagsList())
                .containsExactly(bot("occurred_at", "the last 10 gaps are all 5.00 s", 10));
    }

    @Test
    void callsThatAClientSendsTogetherAreNoRhythm() {
        for (int i = 0; i < 30; i++) {
            refining.send(ADA, "m" + i, NINE);
        }

        assertThat(refining.events())
                .allMatch(event -> event.getRefinement().getFlagsList().isEmpty());
    }

    @Test
    void aPriceFarFromThoseOfItsCategoryIsFlaggedWithTheReasonAndKept() {
        browse(30, "Food > Tea", 1_000, 1_500);
        browse(30, "Television", 50_000, 90_000);

        ShopEvent.Builder event = Refining.view("p1.k1.eve", "m1", NINE);
        event.getItemsBuilder(0).getPriceBuilder().setMinorUnits(60_000);
        List<Flag> flags = flagsOf(event);

        assertThat(flags).hasSize(1);
        Flag flag = flags.getFirst();
        assertThat(flag.getKind()).isEqualTo(Flag.Kind.OUTLIER);
        assertThat(flag.getField()).isEqualTo("items[0].price");
        assertThat(flag.getScore()).isGreaterThan(3.5);
        assertThat(flag.getReason())
                .matches(
                        "price 600\\.00 is [0-9.]+ robust deviations from the median 12\\.\\d\\d of category Food > Tea");
    }

    @Test
    void aCategoryWithFewPricesIsJudgedAmongAll() {
        browse(40, "Food > Tea", 1_000, 1_500);

        ShopEvent.Builder event = Refining.view("p1.k1.eve", "m1", NINE);
        event.getItemsBuilder(0).setCategory("New").getPriceBuilder().setMinorUnits(9_999_00);

        assertThat(flagsOf(event).getFirst().getReason())
                .startsWith("price 9999.00 is ")
                .doesNotContain("category");
    }

    @Test
    void fewerThan30ValuesCallNothingUnusual() {
        browse(29, "Food > Tea", 1_000, 1_500);

        ShopEvent.Builder event = Refining.view("p1.k1.eve", "m1", NINE);
        event.getItemsBuilder(0).getPriceBuilder().setMinorUnits(9_999_00);

        assertThat(flagsOf(event)).isEmpty();
    }

    @Test
    void quantitiesAndTotalsAreJudgedToo() {
        for (int i = 0; i < 40; i++) {
            refining.send(purchase("p1.k1.buyer" + i, 1 + i % 3));
        }
        refining.events();

        assertThat(flagsOf(purchase("p1.k1.eve", 4))).isEmpty();
        assertThat(flagsOf(purchase("p1.k1.mallory", 5_000)))
                .extracting(Flag::getField)
                .containsExactly("items[0].quantity", "order.total");
    }

    @Test
    void aShopThatMovesItsPricesIsNotFlaggedForEver() {
        browse(60, "Food > Tea", 1_000, 1_500);
        browse(200, "Food > Tea", 30_000, 45_000);

        ShopEvent.Builder event = Refining.view("p1.k1.eve", "m1", NINE);
        event.getItemsBuilder(0).getPriceBuilder().setMinorUnits(40_000);

        assertThat(flagsOf(event)).isEmpty();
    }

    @Test
    void whatRobotsSendTeachesNothing() {
        browse(30, "Food > Tea", 1_000, 1_500);
        for (int i = 0; i < 100; i++) {
            ShopEvent.Builder event = Refining.view("p1.k1.robot", "r" + i, NINE);
            event.getContextBuilder().setAutomated(true);
            event.getItemsBuilder(0).getPriceBuilder().setMinorUnits(60_000);
            refining.send(event);
        }

        ShopEvent.Builder event = Refining.view("p1.k1.eve", "m1", NINE);
        event.getItemsBuilder(0).getPriceBuilder().setMinorUnits(60_000);

        assertThat(flagsOf(event)).extracting(Flag::getKind).containsExactly(Flag.Kind.OUTLIER);
    }

    /** Prices evenly between two, each seen by somebody else. */
    private void browse(int count, String category, long least, long most) {
        Instant at = NINE;
        for (int i = 0; i < count; i++) {
            ShopEvent.Builder event = Refining.view("p1.k1.visitor" + category + i, "v" + least + "-" + i, at);
            event.getItemsBuilder(0)
                    .setCategory(category)
                    .getPriceBuilder()
                    .setMinorUnits(least + (most - least) * i / count);
            refining.send(event);
            at = at.plus(Duration.ofSeconds(1));
        }
        refining.events();
    }

    private static ShopEvent.Builder purchase(String person, int quantity) {
        ShopEvent.Builder event = Refining.view(person, "m1", NINE).setType(EventType.PURCHASE);
        event.getItemsBuilder(0).setQuantity(quantity);
        event.getOrderBuilder()
                .setOrderId("o-1")
                .getTotalBuilder()
                .setMinorUnits(quantity * 1299L)
                .setCurrency("EUR");
        return event;
    }

    private List<Flag> flagsOf(ShopEvent.Builder event) {
        refining.send(event);
        return refining.events().getLast().getRefinement().getFlagsList();
    }

    private static Flag bot(String field, String reason, double score) {
        return Flag.newBuilder()
                .setKind(Flag.Kind.BOT)
                .setField(field)
                .setReason(reason)
                .setScore(score)
                .build();
    }
}
