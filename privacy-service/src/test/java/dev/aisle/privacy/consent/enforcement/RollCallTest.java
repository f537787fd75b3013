package dev.aisle.privacy.consent.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.privacy.consent.enforcement.RollCall.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Seconds of one clock; everybody tolerates ten, and the margin is two. */
class RollCallTest {
    private static final Rules RULES = new Rules(List.of("profile"), Duration.ofSeconds(10), Duration.ofSeconds(2));

    @Test
    void whoHasNotReadItIsMissing() {
        assertThat(missing(20, written(20), point("a", 8, 19, false), point("b", 7, 19, false)))
                .containsExactly(new Missing("profile", "b"));
    }

    @Test
    void theRecordItselfMustBeRead() {
        assertThat(missing(20, written(20), point("a", 7, 19, false))).hasSize(1);
        assertThat(missing(20, written(20), point("a", 8, 19, false))).isEmpty();
    }

    @Test
    void whoDoesNotGoByEverythingBeforeSomeOffsetsIsBehind() {
        RollCall roll = new RollCall(
                List.of(point("a", 8, 19, false), point("b", 7, 19, false), point("gone", 0, 19, true)), seconds(20));

        assertThat(roll.behind(Map.of(3, 8L), "profile", RULES.margin())).containsExactly(new Missing("profile", "b"));
        assertThat(roll.behind(Map.of(3, 7L, 4, 1L), "profile", RULES.margin())).hasSize(2);
        assertThat(roll.behind(Map.of(3, 7L), "profile", RULES.margin())).isEmpty();
        assertThat(roll.behind(Map.of(3, 8L), "door", RULES.margin())).isEmpty();
        assertThat(roll.has("profile", RULES.margin())).isTrue();
        assertThat(roll.has("door", RULES.margin())).isFalse();
    }

    @Test
    void whoHasLeftIsNotWaitedFor() {
        assertThat(missing(20, written(20), point("a", 8, 19, false), point("b", 0, 19, true)))
                .isEmpty();
    }

    @Test
    void whoIsSilentIsWaitedForUntilItMustHaveDeniedByItself() {
        Point silent = point("b", 0, 8, false);

        assertThat(missing(20, written(20), point("a", 8, 19, false), silent))
                .containsExactly(new Missing("profile", "b"));
        assertThat(missing(21, written(20), point("a", 8, 19, false), silent)).isEmpty();
    }

    @Test
    void aServiceOfWhichNobodyIsThereIsMissing() {
        assertThat(missing(20, written(20))).containsExactly(new Missing("profile", null));
    }

    @Test
    void whoeverHasNotReadItAfterTheToleratedSilenceDenies() {
        Point stuck = point("a", 0, 31, false);

        assertThat(missing(32, written(20), stuck)).hasSize(1);
        assertThat(missing(33, written(20), stuck)).isEmpty();
    }

    @Test
    void whoToleratesLongerIsWaitedForLonger() {
        Point patient = new Point("profile", "a", Map.of(3, 0L), seconds(59), false, Duration.ofSeconds(40));

        assertThat(missing(60, written(20), patient)).hasSize(1);
        assertThat(missing(63, written(20), patient)).isEmpty();
    }

    private static List<Missing> missing(long confirmed, Place place, Point... points) {
        return new RollCall(List.of(points), seconds(confirmed)).missing(place, RULES);
    }

    private static Place written(long at) {
        return new Place(3, 7, seconds(at));
    }

    private static Point point(String instance, long nextOffset, long received, boolean left) {
        return new Point("profile", instance, Map.of(3, nextOffset), seconds(received), left, Duration.ofSeconds(10));
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
