package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.messages.domain.Backoff;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How messages are sent. */
@ConfigMapping(prefix = "aisle.messages")
public interface MessageSettings {
    /** Whether this process sends; switched off, it only queues. */
    @WithDefault("true")
    boolean sending();

    /** Senders a channel in this process, each with a connection of its own. */
    @WithDefault("4")
    int senders();

    /** Messages that a sender claims at once. */
    @WithDefault("200")
    int claim();

    /** Messages that a sender writes down as handed over at once: as many are in doubt at most when it dies. */
    @WithDefault("25")
    int handOver();

    /** How long a claim holds; then another sender takes what wasn't handed over. Longer than a round takes. */
    @WithDefault("2m")
    Duration lease();

    /** How long a hand-over may be without an answer before it is in doubt. Longer than the channels' time-outs together. */
    @WithDefault("10m")
    Duration doubtAfter();

    /** Attempts until a message is given up. */
    @WithDefault("8")
    int attempts();

    /** The wait after the first failed attempt; it grows fourfold. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest wait. */
    @WithDefault("10h")
    Duration longestRetry();

    /** How long an operator's order to send again holds, where the message's own time is over. */
    @WithDefault("1d")
    Duration replayWithin();

    /** Where people reach this service, for links to unsubscribe: https in production, as RFC 8058 wants it. */
    @WithDefault("http://127.0.0.1:18084")
    URI publicUrl();

    /** Keys that sign those links, hexadecimal, 32 bytes or more each; the first signs, each is accepted. Needed as soon as e-mail is set up. */
    Optional<List<String>> linkKeys();

    /** The waits between attempts. */
    default Backoff backoff() {
        return new Backoff(firstRetry(), longestRetry(), attempts());
    }
}
