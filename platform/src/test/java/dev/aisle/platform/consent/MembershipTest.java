package dev.aisle.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private final Membership membership = new Membership(Duration.ofSeconds(10));

    @Test
    void whoHasNotReportedUsesNothing() {
        assertThat(membership.holds(seconds(5), seconds(5))).isFalse();
    }

    @Test
    void aViewThatWasConfirmedBeforeTheReportGotThroughDoesNotCount() {
        membership.reported(seconds(1), seconds(2));

        assertThat(membership.holds(seconds(1), seconds(3))).isFalse();
        assertThat(membership.holds(seconds(2), seconds(3))).isTrue();
    }

    @Test
    void withoutAReportThatGetsThroughItEndsFromWhenTheLastOneWasSent() {
        membership.reported(seconds(1), seconds(2));

        assertThat(membership.holds(seconds(3), seconds(11) - 1)).isTrue();
        assertThat(membership.holds(seconds(3), seconds(11))).isFalse();
    }

    @Test
    void afterALapseTheViewMustBeConfirmedAnew() {
        membership.reported(seconds(1), seconds(2));
        membership.reported(seconds(3), seconds(20));

        assertThat(membership.holds(seconds(10), seconds(12))).isFalse();
        membership.reported(seconds(21), seconds(22));

        assertThat(membership.holds(seconds(19), seconds(23))).isFalse();
        assertThat(membership.holds(seconds(22), seconds(23))).isTrue();
    }

    @Test
    void reportsInTimeContinueIt() {
        membership.reported(seconds(1), seconds(2));
        membership.reported(seconds(8), seconds(9));

        assertThat(membership.holds(seconds(5), seconds(17))).isTrue();
    }

    @Test
    void whoLeavesUsesNothing() {
        membership.reported(seconds(1), seconds(2));
        membership.leave();
        membership.reported(seconds(2), seconds(2));

        assertThat(membership.holds(seconds(3), seconds(3))).isFalse();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
