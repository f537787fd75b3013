package dev.aisle.assistant.conversations.usecase;

import dev.aisle.assistant.conversations.domain.Conversation;
import dev.aisle.assistant.conversations.domain.ConversationTokens;
import dev.aisle.assistant.conversations.store.ConversationRepository;
import dev.aisle.platform.secrets.Reloaded;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Whose conversation it is: the token must be of it, and it must not be over. */
@Singleton
public class CheckToken {
    private static final String KEYS = "aisle.assistant.token-keys";
    private static final int KEY_BYTES = 32;

    private final ConversationRepository conversations;
    private final Supplier<Optional<ConversationTokens>> tokens;
    private final Duration silence;

    CheckToken(ConversationRepository conversations, AssistantSettings settings, Config config) {
        this.conversations = conversations;
        this.tokens = Reloaded.of(config, List.of(KEYS), now -> read(Reloaded.list(now, KEYS)));
        this.silence = settings.silence();
    }

    private static Optional<ConversationTokens> read(List<String> keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConversationTokens(
                        keys.stream().map(CheckToken::key).toList()));
    }

    private static byte[] key(String hex) {
        try {
            byte[] key = HexFormat.of().parseHex(hex.strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("aisle.assistant.token-keys: expected 64 hexadecimal digits each", e);
        }
        throw new IllegalStateException("aisle.assistant.token-keys: expected 64 hexadecimal digits each");
    }

    /** Whether there is an assistant. */
    public boolean ready() {
        return tokens.get().isPresent();
    }

    /** The token of a conversation; only when it is {@link #ready()}. */
    public String tokenOf(UUID conversation) {
        return tokens.get().orElseThrow().token(conversation);
    }

    /** The id, when the token is of that conversation; whether there still is one isn't looked at. */
    public Optional<UUID> idOf(String id, @Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        return tokens.get()
                .flatMap(ours -> ours.read(token))
                .filter(of -> of.toString().equals(id));
    }

    /** The conversation, when the token is of it and it isn't over. */
    public Optional<Conversation> check(String id, @Nullable String token) {
        return idOf(id, token).flatMap(this::going);
    }

    /** The conversation of an id, when it isn't over: for whoever needs no token. */
    public Optional<Conversation> going(UUID id) {
        Instant now = Instant.now();
        return conversations.find(id).filter(one -> now.isBefore(one.expiresAt(silence)));
    }

    /** An id as it stands in a path; empty for anything else. */
    public static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How long after its last message a conversation is over. */
    public Duration silence() {
        return silence;
    }
}
