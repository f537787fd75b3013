package dev.aisle.ingest.refine.steps;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.ingest.refine.memory.Histories;
import dev.aisle.ingest.refine.memory.History.Erased;
import dev.aisle.ingest.refine.memory.Links;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Claims in, the link that holds in the store of the anonymous person's own partition. Where a record says something else than
 * what holds, what holds is written behind it: so the topic, read anew, gives the same links.
 */
public final class KeepLinks extends ContextualProcessor<String, byte[], String, byte[]> {
    private final Standing standing;
    private final RefineMetrics metrics;
    private @Nullable Links links;
    private @Nullable Histories histories;

    public KeepLinks(Standing standing, RefineMetrics metrics) {
        this.standing = standing;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        super.init(context);
        links = new Links(context.getStateStore(Links.NAME));
        histories = new Histories(context.getStateStore(Histories.NAME));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String anonymous = record.key();
        byte[] value = record.value();
        if (value == null) {
            if (anonymous != null) {
                keep(anonymous, null, record.timestamp());
            }
            return;
        }
        try {
            PersonLink said = PersonLinks.read(anonymous, value);
            keep(said.getAnonymousPseudonym(), standing(said), record.timestamp());
        } catch (InvalidProtocolBufferException e) {
            new Outputs(context()).deadLetter(value, "not a PersonLink: " + e.getMessage(), record.timestamp());
        }
    }

    private void keep(String anonymous, @Nullable PersonLink said, long timestamp) {
        PersonLink holds = resolve(anonymous, said);
        if (holds == null) {
            links().remove(anonymous);
        } else {
            links().put(holds);
        }
        if (!Objects.equals(holds, said)) {
            new Outputs(context()).link(anonymous, holds, timestamp);
        }
    }

    /** A person's erasure takes back the link to that person; that two people shared a browser stays true and names nobody. */
    private @Nullable PersonLink resolve(String anonymous, @Nullable PersonLink said) {
        if (histories().of(anonymous) instanceof Erased || standing.erased().test(anonymous)) {
            return null;
        }
        Optional<PersonLink> before = links().of(anonymous).map(this::standing);
        if (said == null) {
            return before.filter(PersonLink::getShared).orElse(null);
        }
        if (!said.getShared() && standing.erased().test(said.getKnownPseudonym())) {
            metrics.countLateLogIn();
            return before.orElse(null);
        }
        return before.map(kept -> PersonLinks.join(kept, said)).orElse(said);
    }

    /** The same link to the pseudonym under which its person stands now: an older key's is no second person. */
    private PersonLink standing(PersonLink link) {
        return link.getShared()
                ? link
                : link.toBuilder()
                        .setKnownPseudonym(standing.pseudonymOf().apply(link.getKnownPseudonym()))
                        .build();
    }

    private Links links() {
        return Objects.requireNonNull(links, "Kafka Streams calls init first");
    }

    private Histories histories() {
        return Objects.requireNonNull(histories, "Kafka Streams calls init first");
    }
}
