package dev.aisle.assistant.conversations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTokensTest {
    private static final byte[] KEY = "k".repeat(32).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] OTHER = "o".repeat(32).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    @Test
    void aTokenLeadsToItsConversationUnderAnyKeyThatIsStillKnown() {
        UUID id = UUID.randomUUID();
        String token = new ConversationTokens(List.of(KEY)).token(id);

        assertThat(new ConversationTokens(List.of(OTHER, KEY)).read(token)).contains(id);
        assertThat(new ConversationTokens(List.of(OTHER)).read(token)).isEmpty();
    }

    @Test
    void whateverElseIsSentLeadsNowhere() {
        ConversationTokens tokens = new ConversationTokens(List.of(KEY));
        String token = tokens.token(UUID.randomUUID());
        char last = token.charAt(10);

        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("not a token")).isEmpty();
        assertThat(tokens.read("A".repeat(10_000))).isEmpty();
        assertThat(tokens.read(token + "A")).isEmpty();
        assertThat(tokens.read(token.substring(0, 10) + (last == 'A' ? 'B' : 'A') + token.substring(11)))
                .isEmpty();
    }
}
