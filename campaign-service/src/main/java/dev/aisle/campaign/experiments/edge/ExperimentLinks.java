package dev.aisle.campaign.experiments.edge;

import dev.aisle.campaign.experiments.domain.Links;
import dev.aisle.contracts.Topic;
import dev.aisle.platform.identity.PersonLinkView;
import dev.aisle.platform.kafka.DeadLetters;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A view of the browsers that belong to each customer, for the units of experiments. */
@Singleton
class ExperimentLinks extends PersonLinkView implements Links {
    ExperimentLinks(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters) {
        super(Topic.PERSON_LINKS, bootstrapServers, tolerated, deadLetters);
    }
}
