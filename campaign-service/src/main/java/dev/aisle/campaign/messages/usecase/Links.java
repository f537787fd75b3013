package dev.aisle.campaign.messages.usecase;

import dev.aisle.campaign.channels.Lanes;
import dev.aisle.campaign.messages.domain.Channel;
import dev.aisle.campaign.messages.domain.UnsubscribeLinks;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links by which people unsubscribe, made and read. */
@Singleton
public class Links {
    private static final String PATH = "/v1/unsubscribe/";

    private final String base;
    private final @Nullable UnsubscribeLinks tokens;

    Links(MessageSettings settings, Lanes lanes) {
        List<String> keys = settings.linkKeys().orElse(List.of());
        if (keys.isEmpty() && lanes.isOpen(Channel.EMAIL)) {
            throw new IllegalArgumentException(
                    "aisle.messages.link-keys is missing: e-mail needs links to unsubscribe, signed by 32 bytes in hexadecimal");
        }
        this.base = settings.publicUrl().resolve(PATH).toString();
        this.tokens = keys.isEmpty()
                ? null
                : new UnsubscribeLinks(keys.stream().map(Links::bytes).toList());
    }

    private static byte[] bytes(String key) {
        try {
            return HexFormat.of().parseHex(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("aisle.messages.link-keys: expected hexadecimal digits", e);
        }
    }

    /** The address of a message's link; {@code null} where no key is set. */
    @Nullable
    String of(UUID link) {
        return tokens == null ? null : base + tokens.token(link);
    }

    /** Which message a token belongs to; empty when we didn't sign it. */
    public Optional<UUID> read(String token) {
        return tokens == null ? Optional.empty() : tokens.link(token);
    }
}
