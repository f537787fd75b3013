package dev.aisle.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.console.SessionClock.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionClockTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final SessionClock CLOCK = clock("a secret of more than thirty-two letters");

    @Test
    void whoDidSomethingWithinTheTimeStays() {
        assertThat(CLOCK.judge(cookies(CLOCK.mark(NOW)), false, NOW.plusSeconds(1799)))
                .isEqualTo(Verdict.RENEWED);
    }

    @Test
    void whoDidNothingForSoLongIsSignedOut() {
        assertThat(CLOCK.judge(cookies(CLOCK.mark(NOW)), false, NOW.plusSeconds(1800)))
                .isEqualTo(Verdict.ENDED);
    }

    @Test
    void aMarkInQuotesIsTheSameMark() {
        assertThat(CLOCK.judge(cookies('"' + CLOCK.mark(NOW) + '"'), false, NOW))
                .isEqualTo(Verdict.RENEWED);
        assertThat(CLOCK.judge(cookies('"' + CLOCK.mark(NOW)), false, NOW)).isEqualTo(Verdict.ENDED);
    }

    @Test
    void whatAPageAsksByItselfKeepsNobodySignedIn() {
        assertThat(CLOCK.judge(cookies(CLOCK.mark(NOW)), true, NOW.plusSeconds(60)))
                .isEqualTo(Verdict.AS_IT_WAS);
        assertThat(CLOCK.judge(cookies(CLOCK.mark(NOW)), true, NOW.plusSeconds(1800)))
                .isEqualTo(Verdict.ENDED);
    }

    @Test
    void aMarkThatSomebodyMadeUpIsNone() {
        String later = CLOCK.mark(NOW).replace("" + NOW.getEpochSecond(), "" + (NOW.getEpochSecond() + 900));

        assertThat(CLOCK.judge(cookies(later), false, NOW)).isEqualTo(Verdict.ENDED);
        assertThat(CLOCK.judge(
                        cookies(clock("another secret of more than thirty-two").mark(NOW)), false, NOW))
                .isEqualTo(Verdict.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.x", "99999999999999999999.x", "-1.", "数据", "\u0000"})
    void whatIsNoMarkEndsTheSession(String mark) {
        assertThat(CLOCK.judge(cookies(mark), false, NOW)).isEqualTo(Verdict.ENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;", "=", "aisle_lang=zh", "q_auth_console=x"})
    void whoHasNoSessionHasNoneToEnd(String cookies) {
        assertThat(CLOCK.judge(cookies, false, NOW)).isEqualTo(Verdict.NONE);
    }

    private static String cookies(String mark) {
        return "aisle_lang=zh; q_session_console=abc; " + SessionClock.COOKIE + "=" + mark;
    }

    private static SessionClock clock(String secret) {
        return new SessionClock(new ConsoleConfig() {
            @Override
            public Map<String, String> addresses() {
                return Map.of();
            }

            @Override
            public Duration sessionIdle() {
                return Duration.ofMinutes(30);
            }

            @Override
            public String sessionSecret() {
                return secret;
            }
        });
    }
}
