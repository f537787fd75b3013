package dev.aisle.assistant.conversations.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The assistant. Without {@code token-keys} there is none. */
@ConfigMapping(prefix = "aisle.assistant")
public interface AssistantSettings {
    /** Keys of conversations' tokens, 64 hexadecimal digits each; the first signs, each is accepted. */
    Optional<List<String>> tokenKeys();

    /** Origins of pages that may speak to the assistant, such as {@code https://shop.example}. */
    Optional<List<String>> origins();

    /** How long after its last message a conversation is over. */
    @WithDefault("30m")
    Duration silence();

    /** Messages that somebody may send at once. */
    @WithDefault("8")
    int burst();

    /** How long until one more may be sent. */
    @WithDefault("1s")
    Duration messageEvery();

    /** The confidence from which a passage answers, 0 to 1. */
    @WithDefault("0.5")
    double articleBar();

    /** Sentences of an answer at most. */
    @WithDefault("3")
    int sentences();

    /** How often it is looked for conversations that are over. */
    @WithDefault("1m")
    Duration removeEvery();

    /** The shop's orders. */
    Orders orders();

    /** Other services of the suite. */
    Services services();

    /** People of the shop. */
    HandOver handOver();

    /** What shoppers write is understood by it. */
    Understanding understanding();

    /** Models of intents. */
    interface Understanding {
        /** How often an instance looks for examples that others changed. */
        @WithDefault("2s")
        Duration refreshEvery();
    }

    /** Where the shop says what became of an order. */
    interface Orders {
        /** {@code GET url/NUMBER?subject=PSEUDONYM}; without it the assistant says nothing of orders. */
        Optional<URI> url();

        /** Secrets that sign the call, {@code whsec_} and base64 of 24 to 64 bytes. */
        Optional<List<String>> secrets();

        /** How long an answer is waited for. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** Where coupons are checked and requests about data are taken; called with this service's own token, which needs the role storefront. */
    interface Services {
        /** campaign-service; without it no coupon is checked. */
        Optional<URI> campaigns();

        /** privacy-service; without it no request is taken. */
        Optional<URI> privacy();

        /** The page where somebody sees how far a request is, with {@code {id}} in it. */
        Optional<String> requestPage();

        /** How long an answer is waited for. */
        @WithDefault("2s")
        Duration timeout();
    }

    /** Where conversations go that a person is wanted for. */
    interface HandOver {
        /** https, unless it is trusted; without it nobody can be called. */
        Optional<URI> url();

        /** Secrets that sign the call, {@code whsec_} and base64 of 24 to 64 bytes; each signs. */
        Optional<List<String>> secrets();

        /** Whether it may lead to a private address or go without TLS. */
        @WithDefault("false")
        boolean trusted();

        /** How long an answer is waited for. */
        @WithDefault("3s")
        Duration timeout();

        /** Where the hours are. */
        @WithDefault("UTC")
        ZoneId zone();

        /** When somebody is there: {@code mon-fri 09:00-18:00; sat 10:00-14:00}. Left out: always. */
        Optional<String> hours();

        /** Days on which nobody is there. */
        Optional<List<LocalDate>> closed();

        /** How often it is looked for what wasn't taken. */
        @WithDefault("1s")
        Duration lookEvery();

        /** How long to wait after a first failure; twice as long after each further one, an hour at most. */
        @WithDefault("5s")
        Duration retryAfter();
    }
}
