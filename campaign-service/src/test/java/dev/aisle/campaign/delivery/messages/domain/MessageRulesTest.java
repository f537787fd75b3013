package dev.aisle.campaign.delivery.messages.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.campaign.delivery.messages.domain.NewMessage.Recipient;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Text;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Window;
import dev.aisle.contracts.common.v1.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageRulesTest {
    private static final String PERSON = "p1.k1.0123456789abcdef0123456789abcdef";

    @Test
    void aConsentToEmailIsNoneToAPush() {
        assertThatThrownBy(() -> new Recipient(PERSON, Channel.PUSH, Purpose.MARKETING_EMAIL))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("to.purpose")
                .hasMessageContaining("marketing_push by push");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsNamed() {
        Instant now = Instant.parse("2026-11-27T00:00:00Z");

        assertThatThrownBy(() -> new Window(now, now)).hasMessage("window.notAfter: expected a time after notBefore");
    }

    @Test
    void aSubjectWithALineBreakCantAddAHeader() {
        assertThatThrownBy(() -> new Text("Hello\r\nBcc: all@shop.example", "", "Hello"))
                .hasMessageContaining("text.subject");
    }

    @Test
    void waitsGrowFourfoldUpToTheLongestAndNeverUnderHalfOfIt() {
        Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(10), 8);
        Random random = new Random(7);

        for (int attempt = 1; attempt <= 40; attempt++) {
            double full = Math.min(5.0 * Math.pow(4, attempt - 1.0), 36_000);
            assertThat(backoff.after(attempt, random).toMillis() / 1e3).isBetween(full / 2, full);
        }
        assertThat(backoff.exhausted(7)).isFalse();
        assertThat(backoff.exhausted(8)).isTrue();
    }

    @Test
    void aLinkIsReadUnderAnOlderKeyAndAForgedOneIsNot() {
        byte[] older = new byte[32];
        byte[] newer = new byte[32];
        newer[0] = 1;
        UUID link = UUID.randomUUID();
        String token = new UnsubscribeLinks(List.of(older)).token(link);

        assertThat(new UnsubscribeLinks(List.of(newer, older)).link(token)).contains(link);
        assertThat(new UnsubscribeLinks(List.of(newer)).link(token)).isEmpty();
        assertThat(new UnsubscribeLinks(List.of(older)).link(token.substring(1) + "A"))
                .isEmpty();
        assertThat(new UnsubscribeLinks(List.of(older)).link("%00")).isEmpty();
        assertThat(token).hasSize(43).doesNotContain(link.toString());
    }
}
