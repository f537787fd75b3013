package dev.aisle.campaign.delivery.messages.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By which way a message goes. */
public enum Channel {
    /** SMTP: the receiver knows no key of ours, so what is in doubt is never repeated by itself. */
    EMAIL("email", false),
    /** A provider's web hook, with an idempotency key. */
    PUSH("push", true),
    /** A provider's web hook, with an idempotency key. */
    SMS("phone", true);

    private final String vaultName;
    private final boolean repeatable;

    Channel(String vaultName, boolean repeatable) {
        this.vaultName = vaultName;
        this.repeatable = repeatable;
    }

    /** The name of this way in the vault of addresses. */
    public String vaultName() {
        return vaultName;
    }

    /** Whether the receiver knows a message that comes again, so that a hand-over without an answer is simply repeated. */
    public boolean repeatable() {
        return repeatable;
    }

    /** The name in bodies and tables. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that name, if there is one. */
    public static Optional<Channel> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(channel -> channel.wireName().equals(name))
                .findFirst();
    }
}
