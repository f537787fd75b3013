package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.channels.Lanes;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.UnsubscribeLinks;
import dev.aisle.platform.secrets.Reloaded;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The links by which people unsubscribe, made and read. */
@Singleton
public class Links {
    private static final String KEYS = "aisle.messages.link-keys";
    private static final String PATH = "/v1/unsubscribe/";

    private final String base;
    private final Supplier<Optional<UnsubscribeLinks>> tokens;

    Links(MessageSettings settings, Lanes lanes, Config config) {
        List<String> keys = settings.linkKeys().orElse(List.of());
        if (keys.isEmpty() && lanes.isOpen(Channel.EMAIL)) {
            throw new IllegalArgumentException(
                    "aisle.messages.link-keys is missing: e-mail needs links to unsubscribe, signed by 32 bytes in hexadecimal");
        }
        this.base = settings.publicUrl().resolve(PATH).toString();
        this.tokens = Reloaded.of(config, List.of(KEYS), now -> read(Reloaded.list(now, KEYS)));
    }

    private static Optional<UnsubscribeLinks> read(List<String> keys) {
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new UnsubscribeLinks(keys.stream().map(Links::bytes).toList()));
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
        return tokens.get().map(signed -> base + signed.token(link)).orElse(null);
    }

    /** Which message a token belongs to; empty when we didn't sign it. */
    public Optional<UUID> read(String token) {
        return tokens.get().flatMap(signed -> signed.link(token));
    }
}
