package dev.aisle.campaign.offers.coupons.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.campaign.offers.coupons.use.CodeGuesses.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeGuessesTest {
    private static final int PER_CLIENT = 5;
    private static final int PER_CODE = 3;

    private final CodeGuesses guesses = new CodeGuesses(PER_CLIENT, PER_CODE);

    private boolean tries(String client, String code, boolean missed) {
        try (Attempt attempt = guesses.begin(client, code)) {
            if (attempt.secondsToWait() > 0) {
                return false;
            }
            attempt.ended(missed);
            return true;
        }
    }

    @Test
    void asManyAreUnderWayAtOnceAsMayMissOneAfterAnother() {
        List<Attempt> underWay = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            underWay.add(guesses.begin("guesser", "GUESS" + i));
        }

        assertThat(underWay).filteredOn(attempt -> attempt.secondsToWait() == 0).hasSize(PER_CLIENT);
    }

    @Test
    void asManyTryOneCodeAtOnceAsMayMissIt() {
        List<Attempt> underWay = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            underWay.add(guesses.begin("client" + i, "ONECODE"));
        }

        assertThat(underWay).filteredOn(attempt -> attempt.secondsToWait() == 0).hasSize(PER_CODE);
    }

    @Test
    void whatIsNoMissCostsNothing() {
        for (int i = 0; i < 20; i++) {
            assertThat(tries("shop", "RIGHT" + i, false)).isTrue();
        }
        for (int i = 0; i < PER_CLIENT; i++) {
            assertThat(tries("shop", "WRONG" + i, true)).isTrue();
        }

        assertThat(tries("shop", "WRONG", true)).isFalse();
        assertThat(tries("shop", "RIGHT1", false)).isTrue();
    }

    @Test
    void anAttemptThatFailsOtherwiseCostsNothing() {
        for (int i = 0; i < 20; i++) {
            guesses.begin("shop", "CODE").close();
        }

        assertThat(tries("shop", "CODE", false)).isTrue();
    }

    @Test
    void whoHasToWaitForOneCodeHasNotPaidForIt() {
        for (int client = 0; client < PER_CODE; client++) {
            tries("client" + client, "ONECODE", true);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(tries("shop", "ONECODE", true)).isFalse();
        }

        assertThat(tries("shop", "OTHER", true)).isTrue();
    }

    @Test
    void drawnCodesGoOnBehindTheLimitOfTheClient() {
        for (int i = 0; i < PER_CLIENT; i++) {
            tries("shop", "WRONG" + i, true);
        }
        String drawn = CouponCode.draw(new Random(7)).text();

        assertThat(tries("shop", drawn, false)).isTrue();
    }
}
