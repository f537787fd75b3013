package dev.aisle.privacy.rights.graph;

import dev.aisle.contracts.Topic;
import dev.aisle.platform.identity.PersonLinkView;
import dev.aisle.platform.kafka.DeadLetters;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which browsers belong to which customer, as the log-ins say. */
@Singleton
public class LinkedBrowsers extends PersonLinkView {
    LinkedBrowsers(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters) {
        super(Topic.PERSON_LINKS, bootstrapServers, tolerated, deadLetters);
    }
}
