package dev.aisle.campaign.campaigns.contacts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a message stands. */
public enum MessageState {
    /** It waits for its time. Nothing was handed over since it waits. */
    QUEUED,
    /** It is with the channel, which hasn't answered yet; written before the channel gets it. */
    HANDED_OVER,
    /** The next one on the way has taken it: the mail server, the provider. */
    DELIVERED,
    /** The address takes nothing: said at once or by a later report. */
    BOUNCED,
    /** Given up: refused for good, or tried too often. A dead letter, which can be replayed. */
    FAILED,
    /** Handed over, and whether it was taken nobody knows. */
    IN_DOUBT,
    /** It may not go: no consent, no address, unsubscribed. */
    SUPPRESSED,
    /** Its time was over before it went. */
    EXPIRED;

    /** The name in bodies and tables. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that name, if there is one. */
    public static Optional<MessageState> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(name))
                .findFirst();
    }

    /** Whether nobody needs the text any more: it won't be sent again. */
    public boolean over() {
        return switch (this) {
            case DELIVERED, BOUNCED, SUPPRESSED, EXPIRED -> true;
            case QUEUED, HANDED_OVER, FAILED, IN_DOUBT -> false;
        };
    }
}
