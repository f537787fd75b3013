package dev.aisle.assistant.outside;

import dev.aisle.assistant.outside.SupportedSentences.Checked;
import dev.aisle.assistant.outside.UsageRepository.Settled;
import dev.aisle.platform.storage.StorageException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls, tokens and cost. Before a call the most that it can cost is taken from the day's limit, and what is left comes back after it; so that no
 * number of calls at once passes the limit.
 */
@Singleton
public class MeterOutside {
    private static final Logger LOG = Logger.getLogger(MeterOutside.class);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final UsageRepository usage;
    private final OutsideSettings settings;
    private final MeterRegistry metrics;
    private final Prices prices;
    private final long limitMicros;

    public MeterOutside(UsageRepository usage, OutsideSettings settings, MeterRegistry metrics) {
        this.usage = usage;
        this.settings = settings;
        this.metrics = metrics;
        this.prices = new Prices(settings.pricePerThousandIn(), settings.pricePerThousandOut());
        this.limitMicros = settings.limitPerDay().multiply(MILLION).longValue();
    }

    /**
     * A call that is under way.
     *
     * @param mostInput tokens that it may have been charged for
     * @param reservedMicros what was taken from the limit
     */
    record Call(LocalDate day, String model, long mostInput, long reservedMicros, Instant begun) {}

    /** None when the day's limit might be passed, or nobody can say what it has come to. */
    Optional<Call> begin(String model, long mostInput) {
        Instant now = Instant.now();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long most = prices.micros(mostInput, settings.mostTokens());
        try {
            if (usage.reserve(day, model, most, limitMicros)) {
                return Optional.of(new Call(day, model, mostInput, most, now));
            }
            leftOut("limit");
        } catch (StorageException e) {
            LOG.errorf("The outside model isn't asked, since nothing can be counted: %s", e.getMessage());
            leftOut("uncounted");
        }
        return Optional.empty();
    }

    /** It was not asked. */
    void leftOut(String why) {
        count(why);
    }

    /** It wrote; tokens that it doesn't tell, or more than it can have used, count as the most. */
    void written(Call call, Reply.Written reply, Checked checked) {
        long input = told(reply.inputTokens(), call.mostInput());
        long output = told(reply.outputTokens(), settings.mostTokens());
        long cost = prices.micros(input, output);
        boolean answered = checked.answer().isPresent();
        count(answered ? "answered" : "unsupported");
        counter("aisle.assistant.outside.tokens", "Tokens that the outside model took or gave", "kind", "input")
                .increment((double) input);
        counter("aisle.assistant.outside.tokens", "Tokens that the outside model took or gave", "kind", "output")
                .increment((double) output);
        counter("aisle.assistant.outside.dropped", "Sentences of the outside model that nothing supported")
                .increment(checked.dropped());
        end(
                call,
                cost,
                new Settled(
                        cost - call.reservedMicros(),
                        input,
                        output,
                        answered,
                        false,
                        checked.kept() + checked.dropped(),
                        checked.dropped()));
    }

    /** It took nothing, so the reserved cost comes back. */
    void refused(Call call, String why) {
        count(why);
        end(call, 0, new Settled(-call.reservedMicros(), 0, 0, false, true, 0, 0));
    }

    /** It may have worked and may charge for it: what was reserved stays. */
    void lost(Call call, String why) {
        count(why);
        end(call, call.reservedMicros(), new Settled(0, call.mostInput(), settings.mostTokens(), false, true, 0, 0));
    }

    private void count(String outcome) {
        counter("aisle.assistant.outside.calls", "Calls of the outside model by what came of them", "outcome", outcome)
                .increment();
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(metrics);
    }

    private static long told(@Nullable Long tokens, long most) {
        return tokens == null || tokens < 0 || tokens > most ? most : tokens;
    }

    private void end(Call call, long costMicros, Settled settled) {
        Timer.builder("aisle.assistant.outside.duration")
                .description("How long the outside model took")
                .register(metrics)
                .record(java.time.Duration.between(call.begun(), Instant.now()));
        counter("aisle.assistant.outside.cost", "What the outside model cost", "currency", settings.currency())
                .increment(BigDecimal.valueOf(costMicros).divide(MILLION).doubleValue());
        try {
            usage.settle(call.day(), call.model(), settled);
        } catch (StorageException e) {
            // The reserved cost stands, which is more than the real one.
            LOG.errorf("What a call of the outside model came to isn't noted: %s", e.getMessage());
        }
    }
}
