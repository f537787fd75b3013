package dev.aisle.campaign.experiments.edge;

import dev.aisle.campaign.experiments.domain.Links;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which browsers belong to which customer, in memory: whoever is erased goes with the topic's record. */
@Singleton
class PersonLinkView extends CompactedView<PersonLink> implements Links {
    private final DeadLetters deadLetters;
    private final Map<String, Set<String>> browsers = new ConcurrentHashMap<>();

    PersonLinkView(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters) {
        super(Topic.PERSON_LINKS, bootstrapServers, tolerated);
        this.deadLetters = deadLetters;
    }

    @Override
    public Optional<String> customerOf(String browser) {
        return Optional.ofNullable(get(browser))
                .map(PersonLink::getKnownPseudonym)
                .filter(known -> !known.isEmpty());
    }

    @Override
    public Set<String> browsersOf(String customer) {
        Set<String> all = browsers.get(customer);
        return all == null ? Set.of() : Set.copyOf(all);
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
