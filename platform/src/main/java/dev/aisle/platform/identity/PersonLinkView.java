package dev.aisle.platform.identity;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.packed.ViewValues;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Which browsers belong to which customer, in memory: whoever is erased goes with the topic's record. */
@Keeps(
        ofPersons =
                "links of browsers, as the compacted topic has them: the record without a value that follows an erasure takes one away")
public abstract class PersonLinkView extends CompactedView<BrowserLink> {
    private final DeadLetters deadLetters;
    private final BrowsersOfCustomers browsers = new BrowsersOfCustomers();

    /**
     * A view that is not yet started; whoever needs one makes it a bean.
     *
     * @param topic that of the links: a service names the topics that it reads
     */
    protected PersonLinkView(Topic topic, String bootstrapServers, Duration tolerated, DeadLetters deadLetters) {
        super(topic, bootstrapServers, tolerated, ViewValues.asBytes(new PackedLinks()));
        this.deadLetters = deadLetters;
    }

    /** The customer who uses a browser; empty for a customer, and for a browser that several people use. */
    public Optional<String> customerOf(String browser) {
        return Optional.ofNullable(get(browser)).map(BrowserLink::customer).filter(known -> !known.isEmpty());
    }

    /** The browsers that only this customer uses. */
    public Set<String> browsersOf(String customer) {
        return browsers.of(customer);
    }

    /** Whether several customers have used a browser. */
    public boolean isShared(String browser) {
        BrowserLink link = get(browser);
        return link != null && link.shared();
    }

    /** Called by the view's one thread, before what it gives is kept. */
    @Override
    protected BrowserLink read(ConsumerRecord<String, byte[]> record) {
        PersonLink link = RecordReader.parse(
                record,
                PersonLink.parser(),
                one -> one.getAnonymousPseudonym().equals(record.key()) ? null : "the key isn't the pseudonym");
        unlink(record.key());
        String customer = link.getKnownPseudonym();
        if (!customer.isEmpty()) {
            browsers.add(customer, record.key());
        }
        return new BrowserLink(customer, link.getShared());
    }

    @Override
    protected boolean isForgottenWith(String recordKey) {
        unlink(recordKey);
        return true;
    }

    @Override
    protected @Nullable BrowserLink unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        unlink(record.key());
        deadLetters.put(record, reason);
        return null;
    }

    private void unlink(String browser) {
        customerOf(browser).ifPresent(customer -> browsers.remove(customer, browser));
    }
}
