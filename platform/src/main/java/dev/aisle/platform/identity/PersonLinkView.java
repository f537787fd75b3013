package dev.aisle.platform.identity;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which browsers belong to which customer, in memory: whoever is erased goes with the topic's record. */
public abstract class PersonLinkView extends CompactedView<PersonLink> {
    private final DeadLetters deadLetters;
    private final Map<String, Set<String>> browsers = new ConcurrentHashMap<>();

    /**
     * A view that is not yet started; whoever needs one makes it a bean.
     *
     * @param topic that of the links: a service names the topics that it reads
     */
    protected PersonLinkView(Topic topic, String bootstrapServers, Duration tolerated, DeadLetters deadLetters) {
        super(topic, bootstrapServers, tolerated);
        this.deadLetters = deadLetters;
    }

    /** The customer who uses a browser; empty for a customer, and for a browser that several people use. */
    public Optional<String> customerOf(String browser) {
        return Optional.ofNullable(get(browser))
                .map(PersonLink::getKnownPseudonym)
                .filter(known -> !known.isEmpty());
    }

    /** The browsers that only this customer uses. */
    public Set<String> browsersOf(String customer) {
        Set<String> all = browsers.get(customer);
        return all == null ? Set.of() : Set.copyOf(all);
    }

    /** Whether several customers have used a browser. */
    public boolean isShared(String browser) {
        PersonLink link = get(browser);
        return link != null && link.getShared();
    }

    /** Called by the view's one thread, before what it gives is kept. */
    @Override
    protected PersonLink read(ConsumerRecord<String, byte[]> record) {
        PersonLink link = RecordReader.parse(
                record,
                PersonLink.parser(),
                one -> one.getAnonymousPseudonym().equals(record.key()) ? null : "the key isn't the pseudonym");
        unlink(record.key());
        if (!link.getKnownPseudonym().isEmpty()) {
            browsers.computeIfAbsent(link.getKnownPseudonym(), _ -> ConcurrentHashMap.newKeySet())
                    .add(record.key());
        }
        return link;
    }

    @Override
    protected boolean isForgottenWith(String recordKey) {
        unlink(recordKey);
        return true;
    }

    @Override
    protected @Nullable PersonLink unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        unlink(record.key());
        deadLetters.put(record, reason);
        return null;
    }

    private void unlink(String browser) {
        customerOf(browser)
                .ifPresent(customer -> browsers.computeIfPresent(customer, (_, all) -> {
                    all.remove(browser);
                    return all.isEmpty() ? null : all;
                }));
    }
}
