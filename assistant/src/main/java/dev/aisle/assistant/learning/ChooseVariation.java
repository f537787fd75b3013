package dev.aisle.assistant.learning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.assistant.outside.Breaker;
import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which variation of answers a conversation gets: that of a flag of campaign-service, which an experiment may decide, or the usual one when there is no
 * flag, it says nothing usable or doesn't say it in time. A conversation keeps what it got.
 */
@Singleton
public class ChooseVariation {
    private static final int MOST_SENTENCES = 3;
    private static final int REMEMBERED = 10_000;
    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(10);
    /** {@code outside}, or {@code outside:1} for answers of one sentence. */
    private static final Pattern VALUE = Pattern.compile("(extractive|outside)(?::([1-9]))?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,59}");

    private final FlagCall flags;
    private final FlagCall.@Nullable Access access;
    private final Variation usual;
    private final Breaker breaker = new Breaker(FAILURES, REST);
    private final Map<UUID, Variation> chosen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Variation> eldest) {
            return size() > REMEMBERED;
        }
    };

    ChooseVariation(FlagCall flags, LearningSettings settings) {
        this.flags = flags;
        LearningSettings.Experiment experiment = settings.experiment();
        this.access = experiment.flag().isEmpty()
                ? null
                : new FlagCall.Access(
                        experiment.url().orElseThrow(() -> missing("url")),
                        experiment.clientKey().orElseThrow(() -> missing("client-key")),
                        experiment.flag().get(),
                        experiment.timeout());
        this.usual = new Variation(experiment.usual(), experiment.usual().equals("outside"), MOST_SENTENCES);
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException("aisle.assistant.learning.experiment." + key
                + " is needed beside aisle.assistant.learning.experiment.flag");
    }

    /** @param subject a pseudonym; empty when nobody is known */
    public Variation choose(UUID conversation, String subject, Language language) {
        if (access == null) {
            return usual;
        }
        synchronized (chosen) {
            Variation known = chosen.get(conversation);
            if (known != null) {
                return known;
            }
        }
        Variation variation = ask(access, subject.isEmpty() ? conversation.toString() : subject, language)
                .orElse(usual);
        synchronized (chosen) {
            Variation first = chosen.putIfAbsent(conversation, variation);
            return first == null ? variation : first;
        }
    }

    private Optional<Variation> ask(FlagCall.Access at, String unit, Language language) {
        if (!breaker.lets(Instant.now())) {
            return Optional.empty();
        }
        Optional<JsonNode> answer = flags.evaluate(at, unit, language.tag());
        if (answer.isPresent()) {
            breaker.succeeded();
        } else {
            breaker.failed(Instant.now());
        }
        return answer.flatMap(ChooseVariation::variation);
    }

    private static Optional<Variation> variation(JsonNode answer) {
        Matcher value = VALUE.matcher(answer.path("value").asText());
        if (!value.matches()) {
            return Optional.empty();
        }
        String variant = answer.path("variant").asText();
        String sentences = value.group(2);
        return Optional.of(new Variation(
                NAME.matcher(variant).matches() ? variant : value.group(),
                value.group(1).equals("outside"),
                sentences == null ? MOST_SENTENCES : Integer.parseInt(sentences)));
    }
}
