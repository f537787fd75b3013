package dev.aisle.assistant.outside;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The outside model, and how much it may cost. */
@ConfigMapping(prefix = "aisle.assistant.outside")
public interface OutsideSettings {
    /** Whether it is used at all. */
    @WithDefault("false")
    boolean enabled();

    /** Where the protocol's paths begin, such as {@code https://models.example/v1}. */
    Optional<URI> url();

    /** Whether the address may be other than https, for a model in the shop's own network. */
    @WithDefault("false")
    boolean trusted();

    /** Sent as a bearer token. */
    Optional<String> key();

    /** The model's name at that endpoint. */
    Optional<String> model();

    /** From a question to the last byte of its answer; then the passages themselves are the answer. */
    @WithDefault("PT4S")
    Duration timeout();

    /** Tokens of an answer at most. */
    @Min(16)
    @Max(4096)
    @WithDefault("300")
    int mostTokens();

    /** Sentences of an answer at most. */
    @Min(1)
    @Max(10)
    @WithDefault("3")
    int mostSentences();

    /** Calls at once; whoever comes then gets the passages. */
    @Min(1)
    @Max(256)
    @WithDefault("8")
    int atOnce();

    /** Failures in a row after which it isn't asked for a while. */
    @Min(1)
    @Max(1000)
    @WithDefault("5")
    int failures();

    /** How long it isn't asked then. */
    @WithDefault("PT30S")
    Duration rest();

    /** The share of a sentence's content words that must be in one place of a passage. */
    @DecimalMin("0.5")
    @DecimalMax("1")
    @WithDefault("0.9")
    double support();

    /** What a thousand tokens cost that are sent, in units of the currency. */
    @DecimalMin("0")
    @DecimalMax("1000")
    @WithDefault("0")
    BigDecimal pricePerThousandIn();

    /** What a thousand tokens cost that are written. */
    @DecimalMin("0")
    @DecimalMax("1000")
    @WithDefault("0")
    BigDecimal pricePerThousandOut();

    /** Of the prices and of the limit. */
    @Pattern(regexp = "[A-Z]{3}")
    @WithDefault("EUR")
    String currency();

    /** What a day (UTC) may cost, in units of the currency; once it might be passed, the passages are the answer. */
    @DecimalMin("0")
    @DecimalMax("1000000")
    @WithDefault("10")
    BigDecimal limitPerDay();
}
