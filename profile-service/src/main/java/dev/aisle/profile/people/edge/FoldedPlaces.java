package dev.aisle.profile.people.edge;

import dev.aisle.profile.people.usecase.FoldEvents;
import dev.aisle.profile.people.usecase.FoldEvents.Partition;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Where an instance begins to read a partition that it gets: where the database says that folding has ended, which is the truth. The broker's
 * note of it may be ahead, of a database that was put back for example.
 */
@ApplicationScoped
@Identifier("folded-places")
class FoldedPlaces implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(FoldedPlaces.class);

    private final FoldEvents foldEvents;

    FoldedPlaces(FoldEvents foldEvents) {
        this.foldEvents = foldEvents;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            try {
                long next = foldEvents.nextOffset(new Partition(partition.topic(), partition.partition()));
                if (next < consumer.position(partition)) {
                    consumer.seek(partition, next);
                }
            } catch (RuntimeException e) {
                // What the broker noted was folded: nothing is folded twice, and nothing of this database is left out.
                LOG.warnf(
                        "Where %s was folded is not known now, it goes on as the broker noted: %s",
                        partition, e.getMessage());
            }
        }
    }
}
