package dev.aisle.assistant.learning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What is learned from conversations. */
@ConfigMapping(prefix = "aisle.assistant.learning")
public interface LearningSettings {
    /** Days of a row of the report: a large shop takes 1, a small one 28, or no row has enough people. */
    @Min(1)
    @Max(31)
    @WithDefault("7")
    int daysPerRow();

    /** Unanswered questions of a language that are grouped at most, the newest. */
    @Min(10)
    @Max(20_000)
    @WithDefault("2000")
    int mostQuestions();

    /** Answers as an experiment. */
    Experiment experiment();

    /** A flag of campaign-service, which an experiment may decide. */
    interface Experiment {
        /** Its key; without it everybody gets the usual variation. */
        Optional<String> flag();

        /** Where campaign-service is. */
        Optional<URI> url();

        /** A client's key of campaign-service ({@code POST /v1/client-keys}). */
        Optional<String> clientKey();

        /** How long the flag is waited for; then it is the usual variation. */
        @WithDefault("300ms")
        Duration timeout();

        /** The variation of whoever is in no experiment: extractive or outside. */
        @Pattern(regexp = "extractive|outside")
        @WithDefault("outside")
        String usual();
    }
}
