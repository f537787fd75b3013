package dev.aisle.platform.consent;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.packed.ViewValues;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Everyone's consent, in memory. While the view isn't current, nobody has granted anything. */
@Singleton
@Unremovable
@Keeps(
        ofPersons =
                "consents, as the compacted topic has them: the record without a value that follows an erasure takes one away")
public class ConsentView extends CompactedView<Consent> {
    /** More than anybody keeps at once; a circle would be a fault of ours. */
    private static final int MOST_KEYS = 16;

    private final DeadLetters deadLetters;
    private final EnforcementPoint point;
    private final Map<Integer, Long> readUpTo = new ConcurrentHashMap<>();

    ConsentView(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters,
            EnforcementPoint point) {
        super(Topic.CONSENTS, bootstrapServers, tolerated, ViewValues.asBytes(new PackedConsents()));
        this.deadLetters = deadLetters;
        this.point = point;
    }

    /**
     * Begins a use of people's data, before consent is asked; to be closed when its effect is done. A withdrawal is acknowledged when
     * the uses have ended that began before it was known here.
     */
    public Use beginUse() {
        return point.begin();
    }

    /** Also false when privacy-service may have stopped waiting for this process. */
    @Override
    public boolean current() {
        return super.current() && point.holds(confirmedNanos());
    }

    @Override
    protected void wentOn(Map<Integer, Long> nextOffsets) {
        point.reads(nextOffsets);
    }

    /**
     * By partition, the offset after the last consent that was read. Whoever goes by all before these offsets goes by everything that this
     * view gives.
     */
    public Map<Integer, Long> readUpTo() {
        return Map.copyOf(readUpTo);
    }

    /** What this person allows, as of now; nothing while the view isn't current. */
    public Consent of(String pseudonym) {
        return ifCurrent(pseudonym).orElse(Consent.NONE);
    }

    /** The same for whom a no has to be a no: empty while the view isn't current. */
    public Optional<Consent> ifCurrent(String pseudonym) {
        if (!current()) {
            return Optional.empty();
        }
        Consent consent = get(pseudonym);
        if (consent != null && consent.successor().isPresent()) {
            consent = get(standing(pseudonym));
        }
        return Optional.of(consent == null ? Consent.NONE : consent);
    }

    /** The pseudonym under which this person stands now: another one when the key was changed and its state has come. */
    public String standing(String pseudonym) {
        String now = pseudonym;
        for (int i = 0; i < MOST_KEYS; i++) {
            Consent consent = get(now);
            Optional<String> next = consent == null ? Optional.empty() : consent.successor();
            if (next.isEmpty() || get(next.get()) == null) {
                return now;
            }
            now = next.get();
        }
        return now;
    }

    /** Gives each pseudonym under which something was ever said, with what that person allows now. */
    public void everyone(BiConsumer<String, Consent> each) {
        forEach((pseudonym, said) -> each.accept(pseudonym, of(pseudonym)));
    }

    /** Whether anything was ever said under this pseudonym. */
    public boolean knows(String pseudonym) {
        return get(pseudonym) != null;
    }

    /** Returns whether the topic has a state under this pseudonym that is beyond an epoch or a version. */
    public boolean isAhead(String pseudonym, long epoch, long version) {
        Consent told = get(pseudonym);
        return told != null && (told.epoch() > epoch || told.version() > version);
    }

    /** Whether this person's data may be used for this purpose now. */
    public boolean allows(String pseudonym, Purpose purpose) {
        return of(pseudonym).allows(purpose, Instant.now());
    }

    @Override
    protected Consent read(ConsumerRecord<String, byte[]> record) {
        // Before anybody can see the consent: a place that was read too early is at worst too far.
        readUpTo.put(record.partition(), record.offset() + 1);
        return Consent.of(RecordReader.parse(
                record,
                ConsentState.parser(),
                state -> state.getPseudonym().equals(record.key()) ? null : "the key isn't the pseudonym"));
    }

    @Override
    protected @Nullable Consent unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.put(record, reason);
        return null;
    }

    @Override
    protected boolean supersedes(Consent candidate, Consent kept) {
        return candidate.isNewerThan(kept);
    }
}
