package dev.aisle.campaign.delivery.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways out. A channel that isn't set up keeps its messages waiting. */
@ConfigMapping(prefix = "aisle.channels")
public interface ChannelSettings {
    /** E-mail. */
    Email email();

    /** {@code push} and {@code sms}, each with its provider. */
    Map<String, WebHook> webhooks();

    /** privacy-service, which knows addresses and takes withdrawals. */
    @WithDefault("http://127.0.0.1:18085")
    URI privacy();

    /** How long an answer of privacy-service is waited for. */
    @WithDefault("10s")
    Duration privacyTimeout();

    /** A mail server. */
    interface Email {
        /** Its name; without one no e-mail goes. */
        Optional<String> host();

        /** Its port. */
        @WithDefault("587")
        int port();

        /** Encryption: {@code starttls} (required), {@code tls} or {@code none}. */
        @WithDefault("starttls")
        Encryption encryption();

        /** Who logs in; nobody when empty. */
        Optional<String> user();

        /** The password. */
        Optional<String> password();

        /** The sender: {@code Shop <news@shop.example>}. Its domain is that of the Message-IDs. */
        Optional<String> from();

        /** Messages a second at most, from all processes together. */
        @WithDefault("100")
        double perSecond();

        /** How long the server may take for one answer. */
        @WithDefault("60s")
        Duration timeout();
    }

    /** How the way to the mail server is encrypted. */
    enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }

    /** A provider that takes messages by a signed call. */
    interface WebHook {
        /** Where to: https, unless it is trusted. */
        URI url();

        /** Secrets, {@code whsec_} and base64 of 24 to 64 bytes; each signs, so that one can be changed without a gap. */
        List<String> secrets();

        /** Whether it may lead to a private or loopback address, or go without TLS. */
        @WithDefault("false")
        boolean trusted();

        /** Messages a second at most, from all processes together. */
        @WithDefault("50")
        double perSecond();

        /** How long an answer is waited for. */
        @WithDefault("20s")
        Duration timeout();
    }
}
