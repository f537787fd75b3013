package dev.aisle.assistant.outside;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.outside.OutsideModel.Access;
import dev.aisle.assistant.outside.SupportedSentences.Checked;
import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets an outside model write an answer from passages. */
@Singleton
public class ComposeAnswer {
    private static final int MARK_BYTES = 8;

    private final OutsideModel model;
    private final MeterOutside meter;
    private final OutsideSettings settings;
    private final @Nullable Access access;
    private final Breaker breaker;
    private final Semaphore places;
    private final SupportedSentences support;
    private final SecureRandom random = new SecureRandom();

    public ComposeAnswer(OutsideModel model, MeterOutside meter, OutsideSettings settings) {
        this.model = model;
        this.meter = meter;
        this.settings = settings;
        this.access = settings.enabled() ? access(settings) : null;
        this.breaker = new Breaker(settings.failures(), settings.rest());
        this.places = new Semaphore(settings.atOnce());
        this.support = new SupportedSentences(settings.support());
    }

    private static Access access(OutsideSettings settings) {
        Access access = new Access(
                settings.url().orElseThrow(() -> missing("url")),
                settings.key().orElse("none"),
                settings.model().orElseThrow(() -> missing("model")),
                settings.mostTokens(),
                settings.timeout());
        boolean web = "https".equals(access.url().getScheme())
                || (settings.trusted() && "http".equals(access.url().getScheme()));
        if (!web || access.url().getHost() == null) {
            throw new IllegalArgumentException(
                    "aisle.assistant.outside.url: expected https with a host, or http with trusted=true");
        }
        return access;
    }

    private static IllegalArgumentException missing(String key) {
        return new IllegalArgumentException(
                "aisle.assistant.outside." + key + " is needed when aisle.assistant.outside.enabled is true");
    }

    /** Whether there is an outside model. */
    public boolean available() {
        return access != null;
    }

    /**
     * Empty when there is no outside model, it fails or is late, or nothing of what it writes is supported: then the passages themselves are the answer.
     *
     * @param earlier what was said before in the conversation, the oldest first
     */
    public Optional<Composed> compose(
            Language language, String question, List<Passage> passages, List<String> earlier) {
        return compose(language, question, passages, earlier, settings.mostSentences());
    }

    /**
     * The same, of another length.
     *
     * @param mostSentences of the answer
     */
    public Optional<Composed> compose(
            Language language, String question, List<Passage> passages, List<String> earlier, int mostSentences) {
        List<Passage> shown = passages.stream()
                .filter(passage -> !SuspectTexts.speaksToMachines(passage.title() + "\n" + passage.text()))
                .toList();
        if (access == null || shown.isEmpty() || SuspectTexts.speaksToMachines(question)) {
            return Optional.empty();
        }
        if (!places.tryAcquire()) {
            meter.leftOut("busy");
            return Optional.empty();
        }
        try {
            Prompt prompt = Prompt.of(
                    language,
                    StorableText.of(question).text(),
                    shown,
                    earlier.stream()
                            .map(StorableText::of)
                            .map(StorableText::text)
                            .toList(),
                    mark(),
                    mostSentences);
            return ask(access, prompt, shown, mostSentences);
        } finally {
            places.release();
        }
    }

    private Optional<Composed> ask(Access at, Prompt prompt, List<Passage> shown, int mostSentences) {
        if (!breaker.lets(Instant.now())) {
            meter.leftOut("resting");
            return Optional.empty();
        }
        Optional<MeterOutside.Call> call = meter.begin(at.model(), prompt.mostTokens());
        if (call.isEmpty()) {
            return Optional.empty();
        }
        return switch (model.ask(at, prompt)) {
            case Reply.Written written -> {
                breaker.succeeded();
                Checked checked = support.check(written.text(), shown, mostSentences);
                meter.written(call.get(), written, checked);
                yield checked.answer();
            }
            case Reply.Refused refused -> {
                breaker.failed(Instant.now());
                meter.refused(call.get(), refused.reason());
                yield Optional.empty();
            }
            case Reply.Lost lost -> {
                breaker.failed(Instant.now());
                meter.lost(call.get(), lost.reason());
                yield Optional.empty();
            }
        };
    }

    /** What encloses quoted texts; nobody who writes one can know it. */
    private String mark() {
        byte[] bytes = new byte[MARK_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
